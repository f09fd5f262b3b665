// The caching commands as the command table calls them.
#ifndef STREPLAY_RUNTIME_CACHE_COMMANDS_H_
#define STREPLAY_RUNTIME_CACHE_COMMANDS_H_

#include "runtime/command_call.h"

namespace streplay {

// st.cache_data, st.cache_resource and their deprecated names: shows or notes the deprecation, and
// returns a cached function, or a decorator when no function is given.
script::Value DecorateCached(CommandCall& call);

// Their `.clear`: drops all caches of the family.
script::Value ClearCaches(CommandCall& call);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CACHE_COMMANDS_H_

// hash() of texts and bytes: CPython's SipHash-1-3 with the key that PYTHONHASHSEED=0 gives.
#ifndef STREPLAY_SCRIPT_STRING_HASH_H_
#define STREPLAY_SCRIPT_STRING_HASH_H_

#include <cstdint>
#include <string_view>

namespace streplay::script {

int64_t HashBytes(std::string_view data);

// Of a str: CPython hashes its one, two or four bytes a character, so the widest character decides.
// `text` is valid UTF-8.
int64_t HashText(std::string_view text);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_STRING_HASH_H_

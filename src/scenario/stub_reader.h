// `stubs`: what calling a name of a module that is not modelled does.
#ifndef STREPLAY_SCENARIO_STUB_READER_H_
#define STREPLAY_SCENARIO_STUB_READER_H_

#include <vector>

#include "scenario/load_context.h"
#include "scenario/stub.h"
#include "scenario/yaml_node.h"

namespace streplay {

// `node` is the value of `stubs`. Stubs with a mistake are left out.
std::vector<Stub> ReadStubs(const YamlNode& node, LoadContext& context);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_STUB_READER_H_

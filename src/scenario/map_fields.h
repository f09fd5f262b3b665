// Reading a map whose keys are fixed, and the values of its keys by the type they must have. Every
// function reports what is wrong and goes on.
#ifndef STREPLAY_SCENARIO_MAP_FIELDS_H_
#define STREPLAY_SCENARIO_MAP_FIELDS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/load_context.h"
#include "scenario/plain_value.h"
#include "scenario/yaml_node.h"

namespace streplay {

// Reports each key of `map` that is not among `known`: "unknown key `step`".
void CheckKeys(const YamlNode& map, std::span<const std::string_view> known, LoadContext& context);

// `what` names the place in messages: "`title`". False, with an error, unless it is a map.
bool ExpectMap(const YamlNode& node, std::string_view what, LoadContext& context);

// True when the node is a string: quoted, or plain and not a number, true, false or null. A scalar
// of another type gets the hint to quote it.
bool ExpectString(const YamlNode& node, std::string_view what, LoadContext& context);

// A string with at least one character, on one line.
std::optional<std::string> ReadName(const YamlNode& node, std::string_view what,
                                    LoadContext& context);

std::optional<bool> ReadBool(const YamlNode& node, std::string_view what, LoadContext& context);

// An integer that is not negative.
std::optional<int64_t> ReadCount(const YamlNode& node, std::string_view what, LoadContext& context);

// A list of names without repetitions; each passes `check`, which reports its own errors.
std::vector<std::string> ReadNames(const YamlNode& node, std::string_view what,
                                   const std::function<bool(const YamlNode&)>& check,
                                   LoadContext& context);

// Any value; only a number that does not fit is an error.
std::optional<PlainValue> ReadPlainValue(const YamlNode& node, LoadContext& context);

// The members of a map.
std::optional<std::vector<PlainMember>> ReadPlainMembers(const YamlNode& map, LoadContext& context);

// `text` between back quotes, for messages; a long one is cut.
std::string Quoted(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_MAP_FIELDS_H_

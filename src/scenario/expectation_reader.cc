#include "scenario/expectation_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "scenario/map_fields.h"
#include "scenario/scenario.h"

namespace streplay {
namespace {

constexpr std::string_view kKeys[] = {"elements", "contains",  "absent", "warnings",
                                      "executed", "hits",      "misses", "printed",
                                      "status",   "exception", "profile"};

using Items = std::vector<ExpectedItem>;

bool IsElementType(const YamlNode& name_node, const std::string& name, LoadContext& context) {
  const std::vector<std::string>& known = context.options().element_types;
  if (known.empty() || std::binary_search(known.begin(), known.end(), name)) return true;
  std::vector<std::string_view> names(known.begin(), known.end());
  context.Error(name_node, "unknown element type " + Quoted(name), context.Suggest(name, names));
  return false;
}

bool IsClassName(const YamlNode& name_node, const std::string& name, LoadContext& context) {
  auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  if (is_letter(name[0]) && std::all_of(name.begin(), name.end(), is_part)) return true;
  context.Error(name_node, Quoted(name) + " is no name of an exception class");
  return false;
}

using NameCheck = bool (*)(const YamlNode&, const std::string&, LoadContext&);

// `path` is compared with a list of indices, so anything else could never match.
bool CheckPath(const YamlNode& fields, LoadContext& context) {
  const YamlNode* path = fields.Find("path");
  if (path == nullptr) return true;
  if (!path->IsList()) {
    context.Error(*path, "`path` must be a list of integers, not " + DescribeNode(*path),
                  "such as [0, 1]");
    return false;
  }
  return std::all_of(path->items.begin(), path->items.end(), [&](const YamlNode& item) {
    return ReadCount(item, "an item of `path`", context).has_value();
  });
}

// `{markdown: {body: "8"}}`: a map with one key.
std::optional<ExpectedItem> ReadItemWithFields(const YamlNode& node, const char* form,
                                               NameCheck check, LoadContext& context) {
  if (node.keys.size() != 1) {
    context.Error(node, "an item is one name with its fields", form);
    return std::nullopt;
  }
  const YamlKey& key = node.keys[0];
  YamlNode name;  // the key as a node, for the checks
  name.kind = YamlNode::Kind::kScalar;
  name.style = YamlNode::Style::kQuoted;
  name.text = key.name;
  name.begin = key.begin;
  name.end = key.end;
  if (!ReadName(name, "a name", context) || !check(name, key.name, context)) return std::nullopt;
  const YamlNode& fields = node.items[0];
  if (!ExpectMap(fields, "the fields of " + Quoted(key.name), context)) return std::nullopt;
  if (!CheckPath(fields, context)) return std::nullopt;
  std::optional<std::vector<PlainMember>> members = ReadPlainMembers(fields, context);
  if (!members) return std::nullopt;
  return ExpectedItem{key.name, std::move(*members), context.RangeOf(key)};
}

std::optional<ExpectedItem> ReadItem(const YamlNode& node, const char* form, NameCheck check,
                                     LoadContext& context) {
  if (node.IsMap()) return ReadItemWithFields(node, form, check, context);
  std::optional<std::string> name = ReadName(node, "a name", context);
  if (!name || !check(node, *name, context)) return std::nullopt;
  return ExpectedItem{std::move(*name), {}, context.RangeOf(node)};
}

constexpr const char* kElementForm = "such as {markdown: {body: \"8\"}}";
constexpr const char* kExceptionForm = "such as {ValueError: {message: \"no\"}}";

bool ExpectList(const YamlNode& node, const std::string& what, LoadContext& context) {
  if (node.IsList()) return true;
  std::string hint = node.IsScalar() ? "write [" + node.text + "]" : "";
  context.Error(node, what + " must be a list, not " + DescribeNode(node), std::move(hint));
  return false;
}

std::optional<Items> ReadItems(const YamlNode& node, const std::string& what, const char* form,
                               NameCheck check, LoadContext& context) {
  if (!ExpectList(node, what, context)) return std::nullopt;
  Items items;
  bool good = true;
  for (const YamlNode& item : node.items) {
    std::optional<ExpectedItem> read = ReadItem(item, form, check, context);
    good = good && read;
    if (good) items.push_back(std::move(*read));
  }
  if (!good) return std::nullopt;
  return items;
}

bool IsVacuous(const YamlNode& node, const char* what, LoadContext& context) {
  if (!node.IsList() || !node.items.empty()) return false;
  context.Error(node, Quoted(what) + " with an empty list asserts nothing", "leave it out");
  return true;
}

std::optional<FunctionCounts> ReadCounts(const YamlNode& node, const std::string& what,
                                         LoadContext& context) {
  if (!ExpectMap(node, what, context)) return std::nullopt;
  FunctionCounts counts;
  bool good = true;
  for (size_t i = 0; i < node.keys.size(); ++i) {
    std::optional<int64_t> count = ReadCount(node.items[i], "a count", context);
    if (count == 0) {
      context.Error(node.items[i], "a count of 0 is left out",
                    "remove " + Quoted(node.keys[i].name));
    }
    good = good && count.value_or(0) > 0;
    if (good) counts[node.keys[i].name] = *count;
  }
  if (!good) return std::nullopt;
  return counts;
}

std::optional<std::vector<std::string>> ReadLines(const YamlNode& node, LoadContext& context) {
  if (!ExpectList(node, "`printed`", context)) return std::nullopt;
  std::vector<std::string> lines;
  bool good = true;
  for (const YamlNode& item : node.items) {
    if (!ExpectString(item, "a printed line", context)) {
      good = false;
    } else if (item.text.find('\n') != std::string::npos) {
      context.Error(item, "a printed line must be one line", "give each line an item of its own");
      good = false;
    } else {
      lines.push_back(item.text);
    }
  }
  if (!good) return std::nullopt;
  return lines;
}

std::optional<std::string> ReadStatus(const YamlNode& node, LoadContext& context) {
  std::optional<std::string> status = ReadName(node, "`status`", context);
  if (!status) return std::nullopt;
  std::vector<std::string_view> known(std::begin(kExpectedStatuses), std::end(kExpectedStatuses));
  if (std::find(known.begin(), known.end(), *status) != known.end()) return status;
  context.Error(node, "unknown status " + Quoted(*status), context.Suggest(*status, known));
  return std::nullopt;
}

std::optional<std::string> ReadProfile(const YamlNode& node,
                                       const std::vector<std::string>& profiles,
                                       LoadContext& context) {
  std::optional<std::string> profile = ReadName(node, "`profile`", context);
  if (!profile) return std::nullopt;
  if (std::find(profiles.begin(), profiles.end(), *profile) != profiles.end()) return profile;
  std::vector<std::string_view> known(std::begin(kProfileNames), std::end(kProfileNames));
  if (std::find(known.begin(), known.end(), *profile) == known.end()) {
    context.Error(node, "unknown profile " + Quoted(*profile), context.Suggest(*profile, known));
  } else {
    context.Error(node, "the scenario does not run under " + Quoted(*profile),
                  "add it to `profiles`");
  }
  return std::nullopt;
}

// Reads the parts of one expectation; `good_` remembers whether all of them were right.
class ExpectationParts {
 public:
  ExpectationParts(const YamlNode& node, const std::vector<std::string>& profiles,
                   LoadContext& context)
      : node_(node), profiles_(profiles), context_(context) {}

  bool good() const { return good_; }

  void ReadPage(Expectation& into) {
    if (const YamlNode* part = node_.Find("elements")) {
      Store(into.elements, *part,
            ReadItems(*part, "`elements`", kElementForm, IsElementType, context_));
    }
    ReadSome("contains", into.contains);
    ReadSome("absent", into.absent);
  }

  void ReadCache(Expectation& into) {
    if (const YamlNode* part = node_.Find("warnings")) {
      Store(into.warnings, *part,
            ReadItems(*part, "`warnings`", kExceptionForm, IsClassName, context_));
    }
    ReadFunctionCounts("executed", into.executed);
    ReadFunctionCounts("hits", into.hits);
    ReadFunctionCounts("misses", into.misses);
  }

  void ReadEnd(Expectation& into) {
    if (const YamlNode* part = node_.Find("printed")) {
      Store(into.printed, *part, ReadLines(*part, context_));
    }
    if (const YamlNode* part = node_.Find("status")) {
      Store(into.status, *part, ReadStatus(*part, context_));
    }
    if (const YamlNode* part = node_.Find("exception")) {
      into.exception = ReadItem(*part, kExceptionForm, IsClassName, context_);
      good_ = good_ && into.exception;
    }
    if (const YamlNode* part = node_.Find("profile")) {
      into.profile = ReadProfile(*part, profiles_, context_);
      good_ = good_ && into.profile;
    }
  }

 private:
  template <typename T>
  void Store(std::optional<Located<T>>& into, const YamlNode& part, std::optional<T> value) {
    good_ = good_ && value;
    if (value) into = Located<T>{std::move(*value), context_.RangeOf(part)};
  }

  void ReadSome(const char* key, Items& into) {
    const YamlNode* part = node_.Find(key);
    if (part == nullptr) return;
    std::optional<Items> items;
    if (!IsVacuous(*part, key, context_)) {
      items = ReadItems(*part, Quoted(key), kElementForm, IsElementType, context_);
    }
    good_ = good_ && items;
    if (items) into = std::move(*items);
  }

  void ReadFunctionCounts(const char* key, std::optional<Located<FunctionCounts>>& into) {
    const YamlNode* part = node_.Find(key);
    if (part != nullptr) Store(into, *part, ReadCounts(*part, Quoted(key), context_));
  }

  const YamlNode& node_;
  const std::vector<std::string>& profiles_;
  LoadContext& context_;
  bool good_ = true;
};

}  // namespace

std::optional<Expectation> ReadExpectation(const YamlNode& node,
                                           const std::vector<std::string>& profiles,
                                           LoadContext& context) {
  if (!ExpectMap(node, "`expect`", context)) return std::nullopt;
  CheckKeys(node, kKeys, context);
  bool only_profile = node.keys.size() == 1 && node.keys[0].name == "profile";
  if (node.keys.empty() || only_profile) {
    context.Error(node, "`expect` asserts nothing", "such as {executed: {double: 1}}");
    return std::nullopt;
  }
  Expectation expectation;
  ExpectationParts parts(node, profiles, context);
  parts.ReadPage(expectation);
  parts.ReadCache(expectation);
  parts.ReadEnd(expectation);
  if (!parts.good()) return std::nullopt;
  return expectation;
}

}  // namespace streplay

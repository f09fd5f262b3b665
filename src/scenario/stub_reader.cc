#include "scenario/stub_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scenario/map_fields.h"
#include "script/exception_names.h"

namespace streplay {
namespace {

constexpr std::string_view kKeys[] = {"hashable", "picklable", "returns", "raises"};

// What the language or the model itself provides; a stub of it would never be asked.
constexpr std::string_view kModelledModules[] = {"streamlit", "time", "datetime",  "math",
                                                 "random",    "json", "functools", "collections"};

constexpr std::string_view kExceptions[] = {
#define STREPLAY_NAME(member, name, base) name,
    STREPLAY_BUILTIN_EXCEPTIONS(STREPLAY_NAME)
#undef STREPLAY_NAME
};

bool IsIdentifier(std::string_view part) {
  bool starts_with_digit = !part.empty() && part[0] >= '0' && part[0] <= '9';
  return !part.empty() && !starts_with_digit && std::all_of(part.begin(), part.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool CheckStubName(const YamlKey& key, LoadContext& context) {
  std::string_view rest = key.name;
  std::string_view module = rest.substr(0, rest.find('.'));
  size_t parts = 0;
  for (bool last = false; !last; ++parts) {
    size_t dot = rest.find('.');
    last = dot == std::string_view::npos;
    if (!IsIdentifier(rest.substr(0, dot))) {
      context.Error(key, Quoted(key.name) + " is no dotted name", "such as sqlite3.connect");
      return false;
    }
    if (!last) rest.remove_prefix(dot + 1);
  }
  if (parts < 2) {
    context.Error(key, "a stub names something in a module", "such as sqlite3.connect");
    return false;
  }
  if (std::find(std::begin(kModelledModules), std::end(kModelledModules), module) !=
      std::end(kModelledModules)) {
    context.Error(key, "the module " + Quoted(module) + " is modelled and takes no stubs");
    return false;
  }
  return true;
}

bool ReadFlag(const YamlNode& node, const char* key, bool& into, LoadContext& context) {
  const YamlNode* flag = node.Find(key);
  if (flag == nullptr) return true;
  std::optional<bool> value = ReadBool(*flag, Quoted(key), context);
  into = value.value_or(into);
  return value.has_value();
}

bool ReadRaises(const YamlNode& node, Stub& stub, LoadContext& context) {
  const YamlNode* raises = node.Find("raises");
  if (raises == nullptr) return true;
  stub.raises = ReadName(*raises, "`raises`", context);
  if (!stub.raises) return false;
  if (std::find(std::begin(kExceptions), std::end(kExceptions), *stub.raises) !=
      std::end(kExceptions)) {
    return true;
  }
  context.Error(*raises, Quoted(*stub.raises) + " is no built-in exception",
                context.Suggest(*stub.raises, kExceptions));
  return false;
}

// Only an opaque value has traits: what `returns` gives has its own, and `raises` gives nothing.
bool CheckCombination(const YamlNode& node, LoadContext& context) {
  bool returns = node.Find("returns") != nullptr;
  bool raises = node.Find("raises") != nullptr;
  if (returns && raises) {
    context.Error(node, "a stub either returns or raises", "remove `returns` or `raises`");
    return false;
  }
  bool has_traits = node.Find("hashable") != nullptr || node.Find("picklable") != nullptr;
  if ((returns || raises) && has_traits) {
    context.Error(node, "`hashable` and `picklable` describe an opaque value",
                  std::string("remove them, or `") + (returns ? "returns" : "raises") + "`");
    return false;
  }
  return true;
}

std::optional<Stub> ReadStub(const YamlKey& key, const YamlNode& node, LoadContext& context) {
  bool good = CheckStubName(key, context);
  if (!ExpectMap(node, "the stub " + Quoted(key.name), context)) return std::nullopt;
  CheckKeys(node, kKeys, context);
  if (node.keys.empty()) {
    context.Error(node, "the stub says nothing", context.Suggest("", kKeys));
    return std::nullopt;
  }
  Stub stub;
  stub.name = key.name;
  stub.range = context.RangeOf(key);
  good = CheckCombination(node, context) && good;
  good = ReadFlag(node, "hashable", stub.hashable, context) && good;
  good = ReadFlag(node, "picklable", stub.picklable, context) && good;
  good = ReadRaises(node, stub, context) && good;
  if (const YamlNode* returns = node.Find("returns")) {
    stub.returns = ReadPlainValue(*returns, context);
    good = stub.returns && good;
  }
  if (!good) return std::nullopt;
  return stub;
}

}  // namespace

std::vector<Stub> ReadStubs(const YamlNode& node, LoadContext& context) {
  std::vector<Stub> stubs;
  if (!ExpectMap(node, "`stubs`", context)) return stubs;
  for (size_t i = 0; i < node.keys.size(); ++i) {
    std::optional<Stub> stub = ReadStub(node.keys[i], node.items[i], context);
    if (stub) stubs.push_back(std::move(*stub));
  }
  return stubs;
}

}  // namespace streplay

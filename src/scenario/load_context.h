// What every part of the loader has at hand: the file, the options, and where errors go.
#ifndef STREPLAY_SCENARIO_LOAD_CONTEXT_H_
#define STREPLAY_SCENARIO_LOAD_CONTEXT_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source_text.h"
#include "scenario/scenario_loader.h"
#include "scenario/yaml_node.h"

namespace streplay {

class LoadContext {
 public:
  static constexpr size_t kMaxErrors = 100;

  // `options` and `diagnostics` must outlive the context.
  LoadContext(SourceTextPtr source, const LoadOptions& options, Diagnostics& diagnostics)
      : source_(std::move(source)), options_(options), diagnostics_(diagnostics) {}

  const SourceTextPtr& source() const { return source_; }
  const LoadOptions& options() const { return options_; }
  Diagnostics& diagnostics() { return diagnostics_; }

  SourceRange RangeOf(const YamlNode& node) const { return {source_, node.begin, node.end}; }
  SourceRange RangeOf(const YamlKey& key) const { return {source_, key.begin, key.end}; }

  // Errors past kMaxErrors are dropped: nobody reads more, and a hostile file must not fill the
  // memory with them.
  void Error(const YamlNode& node, std::string message, std::string hint = {});
  void Error(const YamlKey& key, std::string message, std::string hint = {});

  // "did you mean `steps`?" for a name near one of `known`; else, when they are few, all of them;
  // else nothing.
  std::string Suggest(std::string_view name, std::span<const std::string_view> known) const;

 private:
  bool IsFull() const { return diagnostics_.size() >= kMaxErrors; }

  SourceTextPtr source_;
  const LoadOptions& options_;
  Diagnostics& diagnostics_;
};

// What a node is, for messages: "a list", "true or false", "an integer".
std::string DescribeNode(const YamlNode& node);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_LOAD_CONTEXT_H_

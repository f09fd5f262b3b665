// yaml-cpp's events build the tree from a stack of unfinished lists and maps. A fault that spoils
// one value is noted and building goes on; a document past a limit ends with StopReading, thrown
// through yaml-cpp and caught here like yaml-cpp's own exceptions.
#include "scenario/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <map>
#include <set>
#include <streambuf>
#include <utility>
#include <vector>

#include "scenario/core_schema.h"
#include "scenario/position_cursor.h"
#include "scenario/scalar_extent.h"
#include "scenario/yaml_syntax_error.h"

namespace streplay {
namespace {

struct StopReading {};  // a fault after which the rest would only mislead

// A finished value with what limits need to know of it.
struct SizedNode {
  YamlNode node;
  size_t node_count = 1;
  int height = 0;  // of lists and maps
};

// A list or map whose end has not come yet.
struct Unfinished {
  SizedNode value;
  YAML::anchor_t anchor = 0;
  YAML::EmitterStyle::value style = YAML::EmitterStyle::Default;
  bool has_key = false;
  bool key_is_void = false;  // its value is read and dropped
  YamlKey key;
  std::set<std::string> names;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceTextPtr& source, Diagnostics& diagnostics)
      : source_(source), file_(source->text()), diagnostics_(diagnostics), cursor_(*source) {}

  std::optional<YamlNode>& root() { return root_; }

  // Where the innermost list or map that has not ended starts; the file's start outside of all.
  Position InnermostStart() const {
    return stack_.empty() ? Position{1, 1} : stack_.back().value.node.begin;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    Stop(Offset(mark), "a second document in the file", "a scenario is one YAML document");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    SizedNode value;
    value.node.offset = Offset(mark);
    PlaceNull(value.node, Offset(mark));
    Finish(std::move(value), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    RefuseTag(mark, tag);
    SizedNode value;
    value.node.kind = YamlNode::Kind::kScalar;
    value.node.text = text;
    PlaceScalar(value.node, SkipAnchor(file_, Offset(mark)));
    Finish(std::move(value), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      Stop(Offset(mark), "the alias stands inside its own anchor", "");
    }
    CountNodes(found->second.node_count, Offset(mark));
    CheckNesting(found->second.height, Offset(mark));
    SizedNode value = found->second;
    Attach(std::move(value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    Start(YamlNode::Kind::kList, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { End(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    Start(YamlNode::Kind::kMap, mark, tag, anchor, style);
  }
  void OnMapEnd() override { End(); }

 private:
  size_t Offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? file_.size() : static_cast<size_t>(mark.pos);
  }

  void Error(Position begin, Position end, std::string message, std::string hint) {
    AddError(diagnostics_, {source_, begin, end}, std::move(message), std::move(hint));
  }

  [[noreturn]] void Stop(size_t offset, std::string message, std::string hint) {
    Position at = cursor_.At(offset);
    Error(at, at, std::move(message), std::move(hint));
    throw StopReading();
  }

  void RefuseTag(const YAML::Mark& mark, const std::string& tag) {
    size_t offset = SkipAnchor(file_, Offset(mark));
    bool written = Offset(mark) < file_.size() && file_[Offset(mark)] == '!';
    written = written || (offset < file_.size() && file_[offset] == '!');
    if (!written && (tag.empty() || tag == "?" || tag == "!")) return;
    Position at = cursor_.At(Offset(mark));
    Error(at, at, "tags are not supported", "put a string that starts with `!` in quotes");
  }

  void CountNodes(size_t count, size_t offset) {
    node_count_ += count;
    if (node_count_ <= kMaxYamlNodes) return;
    Stop(offset, "the document has more than " + std::to_string(kMaxYamlNodes) + " values",
         count > 1 ? "an anchor, and each use of an alias, counts all that it repeats" : "");
  }

  void CheckNesting(int added, size_t offset) {
    if (static_cast<int>(stack_.size()) + added <= kMaxYamlNesting) return;
    Stop(offset, "lists and maps are nested more than " + std::to_string(kMaxYamlNesting) + " deep",
         "");
  }

  void PlaceScalar(YamlNode& node, size_t offset) {
    node.offset = offset;
    node.style = ScalarStyle(file_, offset);
    node.begin = node.end = cursor_.At(offset);
    std::optional<size_t> end = ScalarEnd(file_, offset, node.style, node.text);
    if (!end) Stop(offset, "the quoted string does not end", "add the closing quote");
    for (size_t i = offset; i < *end; ++i) {
      if ((static_cast<unsigned char>(file_[i]) & 0xC0) != 0x80) ++node.end.column;
    }
  }

  // yaml-cpp places a null that is not written at the token after it, often on another line.
  void PlaceNull(YamlNode& node, size_t offset) {
    if (IsWrittenNull(file_, offset)) {
      node.begin = node.end = cursor_.At(offset);
    } else if (!stack_.empty() && stack_.back().has_key) {
      node.begin = stack_.back().key.begin;
      node.end = stack_.back().key.end;
    } else {
      bool in_block = !stack_.empty() && stack_.back().value.node.IsList() &&
                      stack_.back().style == YAML::EmitterStyle::Block;
      size_t before = in_block && offset > 0 ? file_.find_last_not_of(" \t\n", offset - 1)
                                             : std::string_view::npos;
      node.begin = node.end = cursor_.At(before == std::string_view::npos ? offset : before);
    }
  }

  void Start(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
             YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    RefuseTag(mark, tag);
    CheckNesting(1, Offset(mark));
    Unfinished unfinished;
    unfinished.value.node.kind = kind;
    unfinished.value.node.offset = Offset(mark);
    unfinished.value.node.begin = unfinished.value.node.end = cursor_.At(Offset(mark));
    unfinished.value.height = 1;
    unfinished.anchor = anchor;
    unfinished.style = style;
    stack_.push_back(std::move(unfinished));
  }

  void End() {
    SizedNode value = std::move(stack_.back().value);
    YAML::anchor_t anchor = stack_.back().anchor;
    stack_.pop_back();
    Finish(std::move(value), anchor);
  }

  void Finish(SizedNode value, YAML::anchor_t anchor) {
    CountNodes(1, value.node.offset);
    if (anchor != 0) {
      CountNodes(value.node_count, value.node.offset);  // the copy for its aliases
      anchors_[anchor] = value;
    }
    Attach(std::move(value));
  }

  void Attach(SizedNode value) {
    if (stack_.empty()) {
      root_ = std::move(value.node);
      return;
    }
    Unfinished& parent = stack_.back();
    bool is_map = parent.value.node.IsMap();
    if (is_map && !parent.has_key) {
      TakeKey(parent, value.node);
      return;
    }
    parent.has_key = false;
    if (is_map && parent.key_is_void) return;
    if (is_map) parent.value.node.keys.push_back(std::move(parent.key));
    parent.value.node_count += value.node_count;
    parent.value.height = std::max(parent.value.height, value.height + 1);
    parent.value.node.items.push_back(std::move(value.node));
  }

  void TakeKey(Unfinished& map, const YamlNode& key) {
    map.has_key = true;
    map.key = {key.text, key.begin, key.end};
    map.key_is_void = !IsGoodKey(map, key);
  }

  bool IsGoodKey(Unfinished& map, const YamlNode& key) {
    bool is_text = key.IsScalar() && (key.style != YamlNode::Style::kPlain ||
                                      ClassifyPlainScalar(key.text) == PlainValue::Kind::kString);
    if (!is_text) {
      Error(key.begin, key.end, "a key must be a string", key.IsScalar() ? "put it in quotes" : "");
    } else if (key.text == "<<" && key.style == YamlNode::Style::kPlain) {
      Error(key.begin, key.end, "merge keys are not supported", "write the keys out");
    } else if (!map.names.insert(key.text).second) {
      Error(key.begin, key.end, "the key `" + key.text + "` stands twice in this map",
            "remove one of them");
    } else {
      return true;
    }
    return false;
  }

  const SourceTextPtr& source_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  PositionCursor cursor_;
  std::vector<Unfinished> stack_;
  std::map<YAML::anchor_t, SizedNode> anchors_;
  std::optional<YamlNode> root_;
  size_t node_count_ = 0;
  int documents_ = 0;
};

// The text as a stream, without a copy.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(const std::string& text) {
    char* begin = const_cast<char*>(text.data());  // the get area is never written to
    setg(begin, begin, begin + text.size());
  }
};

bool IsAboutIndentation(std::string_view parser_message) {
  return parser_message == YAML::ErrorMsg::MAP_VALUE || parser_message == YAML::ErrorMsg::MAP_KEY ||
         parser_message == YAML::ErrorMsg::BLOCK_ENTRY ||
         parser_message == YAML::ErrorMsg::END_OF_MAP ||
         parser_message == YAML::ErrorMsg::END_OF_SEQ;
}

bool IsAboutBrackets(std::string_view parser_message) {
  return parser_message == YAML::ErrorMsg::END_OF_MAP_FLOW ||
         parser_message == YAML::ErrorMsg::END_OF_SEQ_FLOW;
}

void ReportSyntaxError(const SourceTextPtr& source, const YAML::Exception& error,
                       Position innermost_start, Diagnostics& diagnostics) {
  YamlSyntaxError explained = ExplainYamlSyntaxError(error.msg);
  if (IsAboutBrackets(error.msg)) {
    explained.hint = "it starts at line " + std::to_string(innermost_start.line) + ", column " +
                     std::to_string(innermost_start.column);
  }
  if (error.mark.is_null()) {
    AddError(diagnostics, {source, {}, {}}, explained.message, explained.hint);
    return;
  }
  Position at = source->PositionAt(static_cast<size_t>(error.mark.pos));
  std::string_view line = source->Line(at.line);
  size_t tab = line.substr(0, line.find_first_not_of(" \t")).find('\t');
  if (tab != std::string_view::npos && IsAboutIndentation(error.msg)) {
    explained = ExplainYamlSyntaxError(YAML::ErrorMsg::TAB_IN_INDENTATION);
    at.column = static_cast<int>(tab) + 1;
  }
  AddError(diagnostics, {source, at, at}, explained.message, explained.hint);
}

bool HasTooManyIndicators(const SourceTextPtr& source, Diagnostics& diagnostics) {
  constexpr std::string_view kIndicators = "[{,\"'&*";
  const std::string& text = source->text();
  auto count = std::count_if(text.begin(), text.end(),
                             [&](char c) { return kIndicators.find(c) != std::string_view::npos; });
  if (static_cast<size_t>(count) <= kMaxYamlIndicators) return false;
  AddError(diagnostics, {source, {}, {}},
           "the file has more than " + std::to_string(kMaxYamlIndicators) +
               " brackets, commas, quotes, anchors and aliases");
  return true;
}

}  // namespace

std::optional<YamlNode> ReadYaml(const SourceTextPtr& source, Diagnostics& diagnostics) {
  if (HasTooManyIndicators(source, diagnostics)) return std::nullopt;
  TextBuffer buffer(source->text());
  std::istream stream(&buffer);
  TreeBuilder builder(source, diagnostics);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const StopReading&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    ReportSyntaxError(source, error, builder.InnermostStart(), diagnostics);
    return std::nullopt;
  }
  if (!builder.root() || builder.root()->kind == YamlNode::Kind::kNull) {
    AddError(diagnostics, {source, {}, {}}, "the file is empty");
    return std::nullopt;
  }
  return std::move(builder.root());
}

}  // namespace streplay

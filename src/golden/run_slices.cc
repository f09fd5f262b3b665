// Keys are numbers given to texts: records are alike at a level when their texts are the same, so
// there are no hash collisions to think of.
//
// Opaque data makes likeness intransitive ("equals anything"). Therefore a field of a type that is
// opaque in any element of that type, on either side, is left out of the content key; the fields of
// aligned elements are compared in full afterwards.
#include "golden/run_slices.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "golden/field_diff.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

using FieldOfType = std::pair<std::string, std::string>;

class Interner {
 public:
  // `count`: how many texts there may be, so that the table need not grow under them.
  explicit Interner(size_t count) { numbers_.reserve(count); }

  int Number(std::string text) {
    return numbers_.try_emplace(std::move(text), static_cast<int>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, int> numbers_;
};

void CollectOpaque(const ElementStream& stream, std::set<FieldOfType>& opaque) {
  for (const Record& record : stream.records) {
    const auto* delta = std::get_if<DeltaRecord>(&record);
    if (delta == nullptr) continue;
    for (const auto& [name, value] : delta->element->fields) {
      if (HoldsOpaque(value)) opaque.emplace(delta->element->type, name);
    }
  }
}

struct KeyTexts {
  std::string content;
  std::string type_and_path;
  std::string type;
};

class KeyTextMaker {
 public:
  KeyTextMaker(const Comparison& comparison, std::set<FieldOfType> opaque)
      : comparison_(comparison), opaque_(std::move(opaque)) {}

  KeyTexts operator()(const RunRecord& record) const {
    std::string text = "run " + record.session + " " + std::string(RunCauseName(record.cause));
    return {text, text, "run"};
  }
  KeyTexts operator()(const DeltaRecord& record) const {
    const Element& element = *record.element;
    bool is_element = record.kind == DeltaRecord::Kind::kElement;
    KeyTexts texts;
    texts.type = (is_element ? "element " : "block ") + element.type;
    texts.type_and_path = texts.type + " " + PathText(record.path);
    texts.content = texts.type;
    if (comparison_.exact_widget_ids) texts.content += " " + element.widget;
    if (comparison_.evidence) texts.content += " replay " + record.replay;
    AppendFields(texts.content, CountingFields(element));
    return texts;
  }
  KeyTexts operator()(const CacheRecord& record) const {
    std::string type = "cache " + std::string(CacheEventName(record.event));
    std::string text = type + " " + record.function;
    return {text + " " + std::string(MissReasonName(record.reason)), text, type};
  }
  KeyTexts operator()(const PrintRecord& record) const {
    return {"print " + record.text, "print", "print"};
  }
  KeyTexts operator()(const EndRecord& record) const {
    return {"end " + std::string(RunStatusName(record.status)), "end", "end"};
  }

 private:
  Fields CountingFields(const Element& element) const {
    if (!comparison_.counts && opaque_.empty()) return element.fields;
    Fields counting;
    for (const auto& field : element.fields) {
      if (comparison_.counts && !comparison_.counts(element.type, field.first)) continue;
      if (opaque_.contains({element.type, field.first})) continue;
      counting.push_back(field);
    }
    return counting;
  }

  const Comparison& comparison_;
  std::set<FieldOfType> opaque_;
};

}  // namespace

std::vector<RunSlice> CutIntoRuns(const ElementStream& stream, const Comparison& comparison) {
  std::vector<RunSlice> slices;
  for (size_t i = 0; i < stream.records.size(); ++i) {
    const Record& record = stream.records[i];
    if (!comparison.evidence && std::holds_alternative<CacheRecord>(record)) continue;
    const auto* run = std::get_if<RunRecord>(&record);
    if (run != nullptr || slices.empty()) slices.push_back({run != nullptr ? run->run : 0, {}});
    slices.back().records.push_back(i);
  }
  return slices;
}

RecordKeys::RecordKeys(const ElementStream& expected, const ElementStream& got,
                       const Comparison& comparison) {
  std::set<FieldOfType> opaque;
  if (comparison.opaque_is_anything) {
    CollectOpaque(expected, opaque);
    CollectOpaque(got, opaque);
  }
  KeyTextMaker make_texts(comparison, std::move(opaque));
  const size_t count = std::max(expected.records.size(), got.records.size());
  Interner contents(count), types_and_paths(count), types(0);
  auto number = [&](const ElementStream& stream, std::vector<OfRecord>& keys) {
    keys.reserve(stream.records.size());
    for (const Record& record : stream.records) {
      KeyTexts texts = std::visit(make_texts, record);
      keys.push_back({contents.Number(std::move(texts.content)),
                      types_and_paths.Number(std::move(texts.type_and_path)),
                      types.Number(std::move(texts.type))});
    }
  };
  number(expected, expected_);
  number(got, got_);
}

KeyLevel RecordKeys::Pick(int OfRecord::*key, const std::vector<OfRecord>& expected_keys,
                          const RunSlice& expected, const std::vector<OfRecord>& got_keys,
                          const RunSlice& got) {
  KeyLevel level;
  for (size_t i : expected.records) level.first.push_back(expected_keys[i].*key);
  for (size_t i : got.records) level.second.push_back(got_keys[i].*key);
  return level;
}

std::vector<KeyLevel> RecordKeys::Levels(const RunSlice& expected, const RunSlice& got) const {
  std::vector<KeyLevel> levels;
  for (auto key : {&OfRecord::content, &OfRecord::type_and_path, &OfRecord::type}) {
    levels.push_back(Pick(key, expected_, expected, got_, got));
  }
  return levels;
}

std::vector<KeyLevel> RecordKeys::RunLevels(const std::vector<RunSlice>& expected,
                                            const std::vector<RunSlice>& got) const {
  KeyLevel contents, causes, any;
  std::map<Keys, int> numbers;
  auto add = [&numbers](const std::vector<RunSlice>& slices, const std::vector<OfRecord>& keys,
                        Keys& content, Keys& cause, Keys& is_run) {
    for (const RunSlice& slice : slices) {
      Keys whole;
      for (size_t i : slice.records) whole.push_back(keys[i].content);
      content.push_back(
          numbers.emplace(std::move(whole), static_cast<int>(numbers.size())).first->second);
      cause.push_back(slice.run == 0 ? -1 : keys[slice.records.front()].content);
      is_run.push_back(slice.run == 0 ? 0 : 1);
    }
  };
  add(expected, expected_, contents.first, causes.first, any.first);
  add(got, got_, contents.second, causes.second, any.second);
  return {std::move(contents), std::move(causes), std::move(any)};
}

}  // namespace streplay

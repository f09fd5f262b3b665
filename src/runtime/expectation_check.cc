// One function a part of an expectation. The page's items are the run's element and block records.
#include "runtime/expectation_check.h"

#include <algorithm>
#include <span>

#include "registry/delta.h"
#include "runtime/expectation_text.h"

namespace streplay {
namespace {

std::span<const Field> KnownFields(const DeltaRecord& record) {
  const std::string& type = record.element->type;
  if (record.kind == DeltaRecord::Kind::kElement) {
    const Delta* delta = FindDelta(type);
    return delta == nullptr ? std::span<const Field>() : delta->fields;
  }
  const Block* block = FindBlock(type);
  return block == nullptr ? std::span<const Field>() : block->fields;
}

// A field at its protobuf default is not in the stream; asking for that default finds it.
bool IsDefault(const PlainValue& expected, const Field& field) {
  switch (expected.kind) {
    case PlainValue::Kind::kNull:
      return true;
    case PlainValue::Kind::kBool:
      return field.kind == FieldKind::kBool && !expected.boolean;
    case PlainValue::Kind::kInt:
    case PlainValue::Kind::kFloat:
      return (field.kind == FieldKind::kInt || field.kind == FieldKind::kDouble) &&
             expected.AsNumber() == 0;
    case PlainValue::Kind::kString:
      if (field.kind == FieldKind::kEnum) return expected.text == field.values.front();
      return field.kind == FieldKind::kString && expected.text.empty();
    case PlainValue::Kind::kList:
      return expected.items.empty();
    case PlainValue::Kind::kMap:
      return expected.members.empty();
  }
  return false;
}

// The element's own fields, and `path` for those that have none of that name.
bool FieldMatches(const PlainMember& member, const DeltaRecord& record) {
  const FieldValue* field = FindField(record.element->fields, member.key);
  if (field != nullptr) return Matches(member.value, *field);
  const Field* known = FindField(KnownFields(record), member.key);
  if (known != nullptr) return known->kind != FieldKind::kFact && IsDefault(member.value, *known);
  if (member.key == "path") {
    FieldList path;
    for (int32_t index : record.path) path.push_back({static_cast<int64_t>(index)});
    return Matches(member.value, {std::move(path)});
  }
  return false;
}

bool FieldsMatch(const ExpectedItem& item, const DeltaRecord& record) {
  return std::all_of(item.fields.begin(), item.fields.end(),
                     [&](const PlainMember& member) { return FieldMatches(member, record); });
}

bool ItemMatches(const ExpectedItem& item, const DeltaRecord& record) {
  return record.element->type == item.name && FieldsMatch(item, record);
}

// The class's name that an `exception` element shows; null for other elements.
const std::string* ExceptionName(const DeltaRecord& record) {
  if (record.element->type != GetDelta(DeltaType::kException).name) return nullptr;
  const FieldValue* name = FindField(record.element->fields, "exception");
  return name == nullptr ? nullptr : std::get_if<std::string>(&name->data);
}

bool ExceptionMatches(const ExpectedItem& item, const DeltaRecord& record) {
  const std::string* name = ExceptionName(record);
  return name != nullptr && *name == item.name && FieldsMatch(item, record);
}

// "DuplicateWidgetID {"key":"k"}": an exception element named by its class.
std::string ExceptionText(const DeltaRecord& record) {
  ExpectedItem all{*ExceptionName(record), {}, {}};
  Element renamed = *record.element;
  renamed.type = all.name;
  std::erase_if(renamed.fields, [](const auto& field) { return field.first == "exception"; });
  DeltaRecord shown{record.kind, record.path, std::make_shared<Element>(std::move(renamed)), {}};
  return ElementText(shown, nullptr);
}

using Records = std::vector<const DeltaRecord*>;

std::string JoinedTexts(const std::vector<std::string>& texts) {
  std::string joined = "[";
  for (const std::string& text : texts) joined += (joined.size() > 1 ? ", " : "") + text;
  return joined + "]";
}

class Check {
 public:
  explicit Check(Outcome& outcome) : outcome_(outcome), run_(outcome.runs.back()) {
    const std::vector<Record>& records = outcome.stream.records;
    for (size_t i = run_.first_record; i < run_.end_record; ++i) {
      if (const auto* delta = std::get_if<DeltaRecord>(&records[i])) page_.push_back(delta);
      if (const auto* print = std::get_if<PrintRecord>(&records[i])) {
        printed_.push_back(print->text);
      }
    }
  }

  void CheckPage(const Expectation& expectation) {
    if (expectation.elements) CheckElements(*expectation.elements);
    for (const ExpectedItem& item : expectation.contains) CheckContains(item);
    for (const ExpectedItem& item : expectation.absent) CheckAbsent(item);
    if (expectation.warnings) CheckWarnings(*expectation.warnings);
  }

  void CheckCounts(const char* what, const std::optional<Located<FunctionCounts>>& expected,
                   const CallCounts& counts) {
    if (!expected) return;
    FunctionCounts got(counts.begin(), counts.end());
    std::erase_if(got, [](const auto& count) { return count.second == 0; });
    if (expected->value == got) return;
    Fail(expected->range, what, CountsText(expected->value), CountsText(got));
  }

  void CheckEnd(const Expectation& expectation) {
    if (expectation.printed && expectation.printed->value != printed_) {
      Fail(expectation.printed->range, "printed", LinesText(expectation.printed->value),
           LinesText(printed_));
    }
    const std::string status(RunStatusName(run_.status));
    if (expectation.status && expectation.status->value != status) {
      Fail(expectation.status->range, "status", expectation.status->value, status);
    }
    if (expectation.exception) CheckException(*expectation.exception);
  }

  const RunOutcome& run() const { return run_; }

 private:
  void Fail(const SourceRange& range, std::string what, std::string expected, std::string got) {
    outcome_.failures.push_back(
        {range, run_.run, std::move(what), std::move(expected), std::move(got)});
  }

  Records Elements() const {
    Records elements;
    for (const DeltaRecord* record : page_) {
      if (record->kind == DeltaRecord::Kind::kElement) elements.push_back(record);
    }
    return elements;
  }

  void CheckElements(const Located<std::vector<ExpectedItem>>& expected) {
    const std::vector<ExpectedItem>& items = expected.value;
    const Records elements = Elements();
    auto matches = [](const ExpectedItem& item, const DeltaRecord* record) {
      return ItemMatches(item, *record);
    };
    if (std::equal(items.begin(), items.end(), elements.begin(), elements.end(), matches)) return;
    std::vector<std::string> got;
    for (size_t i = 0; i < elements.size(); ++i) {
      bool is_asked = i < items.size() && items[i].name == elements[i]->element->type;
      got.push_back(is_asked ? ElementText(*elements[i], &items[i]) : elements[i]->element->type);
    }
    Fail(expected.range, "elements", ItemsText(items), JoinedTexts(got));
  }

  // What the page has of the item's type.
  std::string Alike(const ExpectedItem& item) const {
    std::vector<std::string> texts;
    for (const DeltaRecord* record : page_) {
      if (record->element->type == item.name) texts.push_back(ElementText(*record, &item));
    }
    return texts.empty() ? "no " + item.name : JoinedTexts(texts);
  }

  bool IsOnPage(const ExpectedItem& item) const {
    return std::any_of(page_.begin(), page_.end(),
                       [&](const DeltaRecord* record) { return ItemMatches(item, *record); });
  }

  void CheckContains(const ExpectedItem& item) {
    if (!IsOnPage(item)) Fail(item.range, "contains", ItemText(item), Alike(item));
  }

  void CheckAbsent(const ExpectedItem& item) {
    if (IsOnPage(item)) Fail(item.range, "absent", "no " + ItemText(item), Alike(item));
  }

  // The exceptions on the page whose class is a warning, replayed ones included.
  void CheckWarnings(const Located<std::vector<ExpectedItem>>& expected) {
    Records warnings;
    std::vector<std::string> got;
    for (const DeltaRecord* record : page_) {
      const std::string* name = ExceptionName(*record);
      if (name == nullptr || !name->ends_with("Warning")) continue;
      warnings.push_back(record);
      got.push_back(ExceptionText(*record));
    }
    auto matches = [](const ExpectedItem& item, const DeltaRecord* record) {
      return ExceptionMatches(item, *record);
    };
    const std::vector<ExpectedItem>& items = expected.value;
    if (std::equal(items.begin(), items.end(), warnings.begin(), warnings.end(), matches)) return;
    Fail(expected.range, "warnings", ItemsText(items), JoinedTexts(got));
  }

  // The exception that ended the run is the last element that it showed.
  void CheckException(const ExpectedItem& expected) {
    const DeltaRecord* last = nullptr;
    for (const DeltaRecord* record : page_) {
      if (ExceptionName(*record) != nullptr) last = record;
    }
    const bool has_failed = run_.status == RunStatus::kException && last != nullptr;
    if (has_failed && ExceptionMatches(expected, *last)) return;
    Fail(expected.range, "exception", ItemText(expected),
         has_failed ? ExceptionText(*last) : "no exception");
  }

  Outcome& outcome_;
  const RunOutcome& run_;
  Records page_;
  std::vector<std::string> printed_;
};

}  // namespace

void CheckExpectation(const Expectation& expectation, const SourceRange& step_range,
                      Outcome& outcome) {
  if (expectation.profile && *expectation.profile != outcome.stream.profile) return;
  if (outcome.runs.empty()) {
    AddError(outcome.diagnostics, step_range, "`expect` comes before the first run");
    return;
  }
  Check check(outcome);
  check.CheckPage(expectation);
  check.CheckCounts("executed", expectation.executed, check.run().executed);
  check.CheckCounts("hits", expectation.hits, check.run().hits);
  check.CheckCounts("misses", expectation.misses, check.run().misses);
  check.CheckEnd(expectation);
}

}  // namespace streplay

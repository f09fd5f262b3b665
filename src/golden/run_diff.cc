// The records of the runs are aligned from equal content to equal type (golden/run_slices.h); then
// every pair is compared in full, and every record without a partner is missing or extra. Two
// leftovers at one path are a pair too: there, one element took the place of another.
#include "golden/run_diff.h"

#include "golden/field_diff.h"
#include "golden/page_shift.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

std::string What(const Record& record) {
  struct Namer {
    std::string operator()(const RunRecord&) const { return "run"; }
    std::string operator()(const DeltaRecord& record) const { return record.element->type; }
    std::string operator()(const CacheRecord& record) const {
      return "cache " + std::string(CacheEventName(record.event));
    }
    std::string operator()(const PrintRecord&) const { return "print"; }
    std::string operator()(const EndRecord&) const { return "end"; }
  };
  return std::visit(Namer{}, record);
}

std::string RecordText(const Record& record) {
  std::string text;
  AppendRecord(text, record);
  return text;
}

const DeltaRecord* AsDelta(const Record& record) {
  return std::get_if<DeltaRecord>(&record);
}

const char* KindText(DeltaRecord::Kind kind) {
  return kind == DeltaRecord::Kind::kElement ? "\"element\"" : "\"block\"";
}

// A step of an alignment: a pair, or a record that only one side has.
struct AlignedRecord {
  std::optional<size_t> expected;
  std::optional<size_t> got;
};

class RunDiffer {
 public:
  RunDiffer(StreamPair& streams, std::vector<Difference>& differences)
      : expected_(streams.expected),
        got_(streams.got),
        comparison_(streams.comparison),
        keys_(streams.keys),
        renaming_(streams.renaming),
        differences_(differences) {}

  void Run(const RunSlice& expected, const RunSlice& got) {
    run_ = got.run;
    std::vector<AlignedRecord> aligned = PairByPlace(AlignRecords(expected, got));
    PageShift shift = MakeShift(aligned);
    for (const AlignedRecord& step : aligned) {
      if (step.expected && step.got) {
        ComparePair(*step.expected, *step.got, shift);
      } else if (step.expected) {
        AddLoneRecord(Difference::Kind::kMissing, *step.expected);
      } else {
        AddLoneRecord(Difference::Kind::kExtra, *step.got);
      }
    }
  }

 private:
  std::vector<AlignedRecord> AlignRecords(const RunSlice& expected, const RunSlice& got) const {
    std::vector<AlignedPair> pairs = Align(keys_.Levels(expected, got));
    pairs.push_back({expected.records.size(), got.records.size()});
    std::vector<AlignedRecord> aligned;
    size_t i = 0, j = 0;
    for (const AlignedPair& pair : pairs) {
      while (i < pair.first) aligned.push_back({expected.records[i++], std::nullopt});
      while (j < pair.second) aligned.push_back({std::nullopt, got.records[j++]});
      if (i == expected.records.size()) break;
      aligned.push_back({expected.records[i++], got.records[j++]});
    }
    return aligned;
  }

  // Between two pairs stand first the records of the one side, then those of the other: those at
  // the same path, in order, become pairs.
  std::vector<AlignedRecord> PairByPlace(std::vector<AlignedRecord> aligned) const {
    std::vector<AlignedRecord> result;
    std::map<DeltaPath, size_t> waiting;  // path to index in `result`
    for (AlignedRecord& step : aligned) {
      if (step.expected && step.got) {
        waiting.clear();
      } else if (step.expected) {
        const DeltaRecord* delta = AsDelta(expected_.records[*step.expected]);
        if (delta != nullptr) waiting.emplace(delta->path, result.size());
      } else if (const DeltaRecord* delta = AsDelta(got_.records[*step.got])) {
        auto place = waiting.find(delta->path);
        if (place != waiting.end()) {
          result[place->second].got = step.got;
          waiting.erase(place);
          continue;
        }
      }
      result.push_back(step);
    }
    return result;
  }

  PageShift MakeShift(const std::vector<AlignedRecord>& aligned) const {
    std::vector<DeltaPair> pairs;
    std::vector<const DeltaRecord*> expected_only, got_only;
    for (const AlignedRecord& step : aligned) {
      const DeltaRecord* expected =
          step.expected ? AsDelta(expected_.records[*step.expected]) : nullptr;
      const DeltaRecord* got = step.got ? AsDelta(got_.records[*step.got]) : nullptr;
      if (expected != nullptr && got != nullptr) {
        pairs.push_back({expected, got});
      } else if (expected != nullptr) {
        expected_only.push_back(expected);
      } else if (got != nullptr) {
        got_only.push_back(got);
      }
    }
    return PageShift(pairs, expected_only, got_only);
  }

  void ComparePair(size_t expected_index, size_t got_index, const PageShift& shift) {
    const Record& expected = expected_.records[expected_index];
    const Record& got = got_.records[got_index];
    pair_expected_ = expected_index;
    pair_got_ = got_index;
    if (const auto* run = std::get_if<RunRecord>(&expected)) {
      const auto& other = std::get<RunRecord>(got);
      CompareWords("session", run->session, other.session);
      CompareWords("cause", RunCauseName(run->cause), RunCauseName(other.cause));
    } else if (const auto* delta = AsDelta(expected)) {
      CompareDeltas(*delta, *AsDelta(got), shift);
    } else if (const auto* cache = std::get_if<CacheRecord>(&expected)) {
      const auto& other = std::get<CacheRecord>(got);
      CompareWords("function", cache->function, other.function);
      CompareWords("reason", MissReasonName(cache->reason), MissReasonName(other.reason));
    } else if (const auto* print = std::get_if<PrintRecord>(&expected)) {
      const std::string& other = std::get<PrintRecord>(got).text;
      if (print->text != other) {
        AddChange("text", JsonStringText(print->text), JsonStringText(other));
      }
    } else {
      CompareWords("status", RunStatusName(std::get<EndRecord>(expected).status),
                   RunStatusName(std::get<EndRecord>(got).status));
    }
  }

  void CompareDeltas(const DeltaRecord& expected, const DeltaRecord& got, const PageShift& shift) {
    if (expected.kind != got.kind) {
      AddChange("op", KindText(expected.kind), KindText(got.kind));
      return;  // an element and a block have nothing else in common
    }
    if (expected.element->type != got.element->type) {
      AddChange("type", JsonStringText(expected.element->type), JsonStringText(got.element->type));
      return;  // fields of different types have nothing to do with each other
    }
    bool any_field = CompareFields(*expected.element, *got.element);
    // The id is made of the fields: when they differ, so does it.
    bool same_id = comparison_.exact_widget_ids
                       ? expected.element->widget == got.element->widget
                       : renaming_.Agree(expected.element->widget, got.element->widget);
    if (!same_id && !any_field) {
      AddChange("widget", JsonStringText(expected.element->widget),
                JsonStringText(got.element->widget));
    }
    if (comparison_.evidence) CompareWords("replay", expected.replay, got.replay);
    ComparePaths(expected.path, got.path, shift);
  }

  bool CompareFields(const Element& expected, const Element& got) {
    bool any = false;
    for (FieldDifference& found :
         DiffFields(expected.fields, got.fields, comparison_.opaque_is_anything)) {
      std::string_view top_level(found.field);
      top_level = top_level.substr(0, top_level.find_first_of(".["));
      if (comparison_.counts && !comparison_.counts(expected.type, top_level)) continue;
      AddChange(std::move(found.field), std::move(found.expected), std::move(found.got));
      any = true;
    }
    return any;
  }

  // What moves by the same offset one after the other in one container is one difference.
  void ComparePaths(const DeltaPath& expected, const DeltaPath& got, const PageShift& shift) {
    DeltaPath container(got.begin(), got.end() - 1);
    PageOffset offset = shift.OffsetOf(expected, got);
    auto open = open_moves_.find(container);
    if (offset.IsNone()) {
      if (open != open_moves_.end()) open_moves_.erase(open);
      return;
    }
    if (open != open_moves_.end() && open->second.offset == offset) {
      ++differences_[open->second.difference].following;
      return;
    }
    AddChange("path", PathText(expected), PathText(got));
    differences_.back().kind = Difference::Kind::kMoved;
    open_moves_[container] = {offset, differences_.size() - 1};
  }

  void CompareWords(const char* field, std::string_view expected, std::string_view got) {
    if (expected == got) return;
    auto text = [](std::string_view word) -> std::optional<std::string> {
      if (word.empty()) return std::nullopt;
      return JsonStringText(word);
    };
    AddChange(field, text(expected), text(got));
  }

  void AddChange(std::string field, std::optional<std::string> expected,
                 std::optional<std::string> got) {
    const Record& record = got_.records[pair_got_];
    Difference difference;
    difference.run = run_;
    difference.what = What(record);
    if (const DeltaRecord* delta = AsDelta(record)) difference.path = delta->path;
    difference.field = std::move(field);
    difference.expected = std::move(expected);
    difference.got = std::move(got);
    difference.expected_record = pair_expected_;
    difference.got_record = pair_got_;
    differences_.push_back(std::move(difference));
  }

  // What stands in a container that the other side lacks counts with the container.
  void AddLoneRecord(Difference::Kind kind, size_t index) {
    bool is_missing = kind == Difference::Kind::kMissing;
    const DeltaRecord* delta = AsDelta((is_missing ? expected_ : got_).records[index]);
    auto& containers = lone_containers_[kind];
    if (delta != nullptr) {
      for (size_t length = delta->path.size(); length-- > 1;) {
        auto around = containers.find(
            {delta->path.begin(), delta->path.begin() + static_cast<std::ptrdiff_t>(length)});
        if (around == containers.end()) continue;
        ++differences_[around->second].following;
        return;
      }
      if (delta->kind == DeltaRecord::Kind::kBlock) {
        containers.emplace(delta->path, differences_.size());
      }
    }
    differences_.push_back(
        LoneRecord(kind, (is_missing ? expected_ : got_).records[index], index, run_));
  }

  struct OpenMove {
    PageOffset offset;
    size_t difference;  // its index
  };

  const ElementStream& expected_;
  const ElementStream& got_;
  const Comparison& comparison_;
  const RecordKeys& keys_;
  WidgetRenaming& renaming_;
  std::vector<Difference>& differences_;

  int run_ = 0;
  size_t pair_expected_ = 0;
  size_t pair_got_ = 0;
  std::map<DeltaPath, OpenMove> open_moves_;  // by container of the run that was got
  std::map<Difference::Kind, std::map<DeltaPath, size_t>> lone_containers_;
};

}  // namespace

void DiffRuns(StreamPair& streams, const RunSlice& expected, const RunSlice& got,
              std::vector<Difference>& differences) {
  RunDiffer(streams, differences).Run(expected, got);
}

Difference LoneRecord(Difference::Kind kind, const Record& record, size_t index, int run) {
  bool is_missing = kind == Difference::Kind::kMissing;
  Difference difference;
  difference.kind = kind;
  difference.run = run;
  difference.what = What(record);
  if (const DeltaRecord* delta = AsDelta(record)) difference.path = delta->path;
  (is_missing ? difference.expected : difference.got) = RecordText(record);
  (is_missing ? difference.expected_record : difference.got_record) = index;
  return difference;
}

}  // namespace streplay

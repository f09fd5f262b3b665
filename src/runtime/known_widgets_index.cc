// As Streamlit 1.18.1: for each argument key the set of widgets that executions with these
// arguments ever placed, and results under a hash over the values of those of them that the session
// has in its state. A result stored under a smaller set of widgets is no longer found once the set
// has grown.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "runtime/call_witness.h"
#include "runtime/disk_cache.h"
#include "runtime/entry_index.h"
#include "runtime/entry_table.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"
#include "script/string_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

// A widget as a part of a hash.
struct CountedWidget {
  std::string id;
  std::string bytes;
  std::string text;
};

using CountedByKey = std::map<std::string, std::vector<CountedWidget>>;
using WidgetIds = std::vector<SharedText>;  // in order, each once

// Streamlit's MultiCacheResults.
struct ArgumentEntry {
  WidgetIds widget_ids;
  std::unordered_map<std::string, CachedResultPtr> results;  // by the hash over the widgets' values
  // Likewise, for a witness: which widgets went into the hash. Null when there never was one.
  std::shared_ptr<CountedByKey> counted;
};

using ArgumentEntryPtr = std::shared_ptr<ArgumentEntry>;

// Holds what the entry in memory held when it was stored, and shares it as long as that is the
// same: Discard, which leaves the disk alone, makes a copy of its own.
struct EntryFile : DiskFile {
  explicit EntryFile(ArgumentEntryPtr contents) : entry(std::move(contents)) {}
  ArgumentEntryPtr entry;
};

// Adds the ids of the recording's widgets.
void AddWidgetIds(const Recording& recording, WidgetIds& ids) {
  for (const RecordedMessage& message : recording) {
    if (message.widget) ids.push_back(message.widget->metadata->id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

const CountedWidget* FindCounted(const std::vector<CountedWidget>& values, const std::string& id) {
  auto found = std::find_if(values.begin(), values.end(),
                            [&id](const CountedWidget& value) { return value.id == id; });
  return found == values.end() ? nullptr : &*found;
}

double Now(ScriptRun& run) {
  return static_cast<double>(run.server().machine().clock.now());
}

// `values`, when it is not null, is told of every widget that counts.
std::optional<std::string> WidgetKey(ScriptRun& run, const WidgetIds& widget_ids,
                                     std::vector<CountedWidget>* values) {
  std::string key;
  for (const SharedText& id : widget_ids) {
    script::Value value = run.session().state.FindWidget(run, id);
    if (value.empty()) {
      if (run.interpreter().failed()) return std::nullopt;
      continue;
    }
    std::optional<std::string> bytes =
        HashBytes(run, run.heap().MakeTuple({run.heap().MakeString(id), value}));
    if (!bytes) return std::nullopt;
    key += *bytes;
    if (values != nullptr) values->push_back({id, *bytes, ValueText(run, value)});
  }
  return key;
}

class KnownWidgetsIndex : public EntryIndex {
 public:
  KnownWidgetsIndex(Options options, bool keeps_widgets)
      : options_(std::move(options)),
        keeps_widgets_(keeps_widgets),
        table_(options_.ttl_microseconds, options_.max_entries) {}

  std::optional<Found> Find(ScriptRun& run, const std::string& argument_key,
                            LookupEvidence* evidence) override {
    if (evidence != nullptr) evidence->way = LookupEvidence::Way::kHashOfKnown;
    const ArgumentEntryPtr entry = FindEntry(run, argument_key);
    if (entry == nullptr) {
      bool has_expired = table_.HasExpired(argument_key, Now(run));
      if (evidence != nullptr && has_expired) DescribeExpired(argument_key, *evidence);
      return Found{nullptr, has_expired ? MissReason::kExpired : MissReason::kNoEntry, {}};
    }
    std::vector<CountedWidget> values;
    std::optional<std::string> widget_key =
        WidgetKey(run, entry->widget_ids, evidence != nullptr ? &values : nullptr);
    if (!widget_key) return std::nullopt;
    if (evidence != nullptr) Describe(run, argument_key, *entry, values, *evidence);
    auto found = entry->results.find(*widget_key);
    if (found == entry->results.end()) return Found{nullptr, MissReason::kNewWidgetValues, {}};
    return Found{found->second, MissReason::kNone, *widget_key};
  }

  std::optional<size_t> Store(ScriptRun& run, const std::string& argument_key,
                              CachedResultPtr result, const std::vector<MetWidget>&) override {
    ArgumentEntryPtr entry = FindEntry(run, argument_key);
    if (entry == nullptr) entry = std::make_shared<ArgumentEntry>();
    WidgetIds widget_ids = entry->widget_ids;
    if (keeps_widgets_) AddWidgetIds(result->recording, widget_ids);
    std::vector<CountedWidget> values;
    std::optional<std::string> widget_key =
        WidgetKey(run, widget_ids, run.witness() != nullptr ? &values : nullptr);
    if (!widget_key) return std::nullopt;
    entry->widget_ids = std::move(widget_ids);
    if (run.witness() != nullptr) {
      if (!entry->counted) entry->counted = std::make_shared<CountedByKey>();
      (*entry->counted)[*widget_key] = std::move(values);
    }
    entry->results[*widget_key] = std::move(result);
    if (options_.disk != nullptr) {
      options_.disk->Write(FileName(argument_key), std::make_shared<EntryFile>(entry));
    }
    return Put(run, argument_key, std::move(entry));
  }

  std::vector<std::string> LiveArguments(ScriptRun& run) const override {
    std::vector<std::string> live = table_.Keys();
    std::erase_if(live, [&](const std::string& key) { return !table_.Has(key, Now(run)); });
    std::sort(live.begin(), live.end());
    return live;
  }

  void Discard(const std::string& argument_key, const std::string& entry_key) override {
    // Not a use: the entry was looked up just before.
    ArgumentEntryPtr* entry = table_.Use(argument_key, 0);
    if (entry == nullptr) return;
    if (options_.disk != nullptr) *entry = std::make_shared<ArgumentEntry>(**entry);
    (*entry)->results.erase(entry_key);
  }

  // Streamlit removes the files of the entries that are in memory, and no others.
  void Clear() override {
    if (options_.disk != nullptr) {
      for (const std::string& key : table_.Keys()) options_.disk->Remove(FileName(key));
    }
    table_.Clear();
  }

 private:
  void Describe(ScriptRun& run, const std::string& argument_key, const ArgumentEntry& entry,
                const std::vector<CountedWidget>& values, LookupEvidence& evidence) const {
    const CallWitness& witness = *run.witness();
    for (const SharedText& id : entry.widget_ids) {
      WidgetInput& input = evidence.widgets.emplace_back();
      input.widget = witness.WidgetNamed(id);
      const CountedWidget* value = FindCounted(values, id);
      input.is_in_state = value != nullptr;
      if (value != nullptr) input.value = value->text;
    }
    std::vector<std::string> widget_keys;
    for (const auto& result : entry.results) widget_keys.push_back(result.first);
    std::sort(widget_keys.begin(), widget_keys.end());
    static const CountedByKey kNone;
    const CountedByKey& counted_by_key = entry.counted ? *entry.counted : kNone;
    for (const std::string& widget_key : widget_keys) {
      EntryEvidence& described = DescribeTime(argument_key, evidence);
      auto counted = counted_by_key.find(widget_key);
      if (counted == counted_by_key.end()) continue;
      for (const SharedText& id : entry.widget_ids) {
        described.conditions.push_back(
            Condition(witness, id, FindCounted(counted->second, id), FindCounted(values, id)));
      }
    }
  }

  // What an entry with the value `stored` in its hash demands of a widget that has the value `now`;
  // each null: not in the state.
  static EntryCondition Condition(const CallWitness& witness, const std::string& id,
                                  const CountedWidget* stored, const CountedWidget* now) {
    EntryCondition condition;
    condition.widget = witness.WidgetNamed(id);
    if (stored != nullptr) condition.value = stored->text;
    if (now != nullptr) condition.now = now->text;
    condition.holds =
        stored == nullptr || now == nullptr ? stored == now : stored->bytes == now->bytes;
    return condition;
  }

  void DescribeExpired(const std::string& argument_key, LookupEvidence& evidence) const {
    DescribeTime(argument_key, evidence).has_expired = true;
  }

  EntryEvidence& DescribeTime(const std::string& argument_key, LookupEvidence& evidence) const {
    EntryEvidence& entry = evidence.entries.emplace_back();
    std::optional<double> expires = table_.Expires(argument_key);
    if (expires && !std::isinf(*expires)) entry.expires = CallWitness::SinceStart(*expires);
    return entry;
  }

  size_t Put(ScriptRun& run, const std::string& argument_key, ArgumentEntryPtr entry) {
    auto displaced = table_.Put(argument_key, std::move(entry), Now(run));
    if (CallWitness* witness = run.witness()) {
      witness->OnStored(options_.function_key, argument_key, argument_key,
                        options_.disk != nullptr);
      witness->OnLost(options_.function_key, displaced.expired, EntryLoss::Cause::kExpired);
      witness->OnLost(options_.function_key, displaced.evicted, EntryLoss::Cause::kEvicted);
    }
    return displaced.evicted.size();
  }

  std::string FileName(const std::string& argument_key) const {
    return options_.disk_prefix + argument_key;
  }

  // The entry in memory, or the one read back from the disk.
  ArgumentEntryPtr FindEntry(ScriptRun& run, const std::string& argument_key) {
    const ArgumentEntryPtr* entry = table_.Use(argument_key, Now(run));
    if (entry != nullptr) return *entry;
    if (options_.disk == nullptr) return nullptr;
    auto file =
        std::dynamic_pointer_cast<const EntryFile>(options_.disk->Read(FileName(argument_key)));
    if (file == nullptr) return nullptr;
    Put(run, argument_key, file->entry);
    entry = table_.Use(argument_key, Now(run));
    return entry == nullptr ? nullptr : *entry;
  }

  Options options_;
  bool keeps_widgets_;
  EntryTable<ArgumentEntryPtr> table_;
};

}  // namespace

std::unique_ptr<EntryIndex> MakeKnownWidgetsIndex(EntryIndex::Options options, bool keeps_widgets) {
  return std::make_unique<KnownWidgetsIndex>(std::move(options), keeps_widgets);
}

}  // namespace streplay

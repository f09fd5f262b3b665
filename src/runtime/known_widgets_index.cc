// As Streamlit 1.18.1: for each argument key the set of widgets that executions with these
// arguments ever placed, and results under a hash over the values of those of them that the session
// has in its state. A result stored under a smaller set of widgets is no longer found once the set
// has grown.
#include <algorithm>
#include <cmath>
#include <map>

#include "runtime/by_key.h"
#include "runtime/call_witness.h"
#include "runtime/disk_cache.h"
#include "runtime/entry_index.h"
#include "runtime/entry_order.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"

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
  ByKey<CachedResultPtr> results;  // by the hash over the widgets' values
  // Likewise, for a witness: which widgets went into the hash. Null when there never was one.
  std::shared_ptr<CountedByKey> counted;
};

// One that is in memory.
struct HeldEntry : TimedEntry {
  ArgumentEntry contents;
  const std::string* argument_key = nullptr;  // in the table
};

// What the entry in memory held when it was stored.
struct EntryFile : DiskFile {
  ArgumentEntry contents;
};

void Copy(const ArgumentEntry& entry, ArgumentEntry& copy) {
  copy.widget_ids = entry.widget_ids;
  copy.counted = entry.counted;
  entry.results.ForEach(
      [&](const std::string& key, const CachedResultPtr& result) { copy.results[key] = result; });
}

// Adds the ids of the recording's widgets.
void AddWidgetIds(const KeptRecording& recording, WidgetIds& ids) {
  for (const auto& message : recording) {
    if (message.place->widget) ids.push_back(message.place->widget->metadata->id);
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
    std::optional<std::string> bytes = HashBytesOfPair(run, id.text(), value);
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
        order_(options_.ttl_microseconds, options_.max_entries) {}

  std::optional<Found> Find(ScriptRun& run, const std::string& argument_key,
                            LookupEvidence* evidence) override {
    if (evidence != nullptr) evidence->way = LookupEvidence::Way::kHashOfKnown;
    ArgumentEntry* entry = FindEntry(run, argument_key);
    if (entry == nullptr) {
      const HeldEntry* expired = entries_.Find(argument_key);
      if (evidence != nullptr && expired != nullptr) {
        DescribeTime(*expired, *evidence).has_expired = true;
      }
      return Found{nullptr, expired != nullptr ? MissReason::kExpired : MissReason::kNoEntry};
    }
    std::vector<CountedWidget> values;
    std::optional<std::string> widget_key =
        WidgetKey(run, entry->widget_ids, evidence != nullptr ? &values : nullptr);
    if (!widget_key) return std::nullopt;
    if (evidence != nullptr) Describe(run, argument_key, *entry, values, *evidence);
    const CachedResultPtr* result = entry->results.Find(*widget_key);
    if (result == nullptr) return Found{nullptr, MissReason::kNewWidgetValues};
    found_ = {entry, std::move(*widget_key)};
    return Found{*result, MissReason::kNone};
  }

  std::optional<size_t> Store(ScriptRun& run, const std::string& argument_key,
                              CachedResultPtr result, const std::vector<MetWidget>&) override {
    const ArgumentEntry* known = FindEntry(run, argument_key);
    WidgetIds widget_ids = known != nullptr ? known->widget_ids : WidgetIds();
    if (keeps_widgets_) AddWidgetIds(result->recording, widget_ids);
    std::vector<CountedWidget> values;
    std::optional<std::string> widget_key =
        WidgetKey(run, widget_ids, run.witness() != nullptr ? &values : nullptr);
    if (!widget_key) return std::nullopt;
    HeldEntry& held = OpenEntry(run, argument_key);
    ArgumentEntry& entry = held.contents;
    entry.widget_ids = std::move(widget_ids);
    if (run.witness() != nullptr) {
      if (!entry.counted) entry.counted = std::make_shared<CountedByKey>();
      (*entry.counted)[*widget_key] = std::move(values);
    }
    entry.results[*widget_key] = std::move(result);
    if (options_.disk != nullptr) {
      auto file = std::make_shared<EntryFile>();
      Copy(entry, file->contents);
      options_.disk->Write(FileName(argument_key), std::move(file));
    }
    return Put(run, held);
  }

  std::vector<std::string> LiveArguments(ScriptRun& run) const override {
    std::vector<std::string> live;
    entries_.ForEach([&](const std::string& argument_key, const HeldEntry& held) {
      if (!order_.IsExpired(held, Now(run))) live.push_back(argument_key);
    });
    return live;
  }

  // The disk is left alone.
  void Discard() override {
    if (found_.entry != nullptr) found_.entry->results.Erase(found_.widget_key);
    found_ = {};
  }

  // Streamlit removes the files of the entries that are in memory, and no others.
  void Clear() override {
    if (options_.disk != nullptr) {
      entries_.ForEach([&](const std::string& argument_key, const HeldEntry&) {
        options_.disk->Remove(FileName(argument_key));
      });
    }
    found_ = {};
    entries_.Clear();
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
    static const CountedByKey kNone;
    const CountedByKey& counted_by_key = entry.counted ? *entry.counted : kNone;
    const HeldEntry& held = *entries_.Find(argument_key);
    entry.results.ForEach([&](const std::string& widget_key, const CachedResultPtr&) {
      EntryEvidence& described = DescribeTime(held, evidence);
      auto counted = counted_by_key.find(widget_key);
      if (counted == counted_by_key.end()) return;
      for (const SharedText& id : entry.widget_ids) {
        described.conditions.push_back(
            Condition(witness, id, FindCounted(counted->second, id), FindCounted(values, id)));
      }
    });
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

  EntryEvidence& DescribeTime(const HeldEntry& held, LookupEvidence& evidence) const {
    EntryEvidence& entry = evidence.entries.emplace_back();
    const double expires = order_.Expires(held);
    if (!std::isinf(expires)) entry.expires = CallWitness::SinceStart(expires);
    return entry;
  }

  // The one to store into: without contents when it is new or has expired.
  HeldEntry& OpenEntry(ScriptRun& run, const std::string& argument_key) {
    auto& item = entries_.Open(argument_key);
    HeldEntry& held = item.value;
    const bool is_new = held.argument_key == nullptr;
    held.argument_key = &item.key;
    if (!is_new && order_.IsExpired(held, Now(run))) held.contents = {};
    return held;
  }

  // The open entry into the order; how many had to go.
  size_t Put(ScriptRun& run, HeldEntry& held) {
    EntryOrder::Displaced displaced = order_.Put(held, Now(run));
    if (CallWitness* witness = run.witness()) {
      const std::string& key = *held.argument_key;
      witness->OnStored(options_.function_key, key, key, options_.disk != nullptr);
      witness->OnLost(options_.function_key, Keys(displaced.expired), EntryLoss::Cause::kExpired);
      witness->OnLost(options_.function_key, Keys(displaced.evicted), EntryLoss::Cause::kEvicted);
    }
    for (const std::string& key : Keys(displaced.expired)) entries_.Erase(key);
    for (const std::string& key : Keys(displaced.evicted)) entries_.Erase(key);
    return displaced.evicted.size();
  }

  static std::vector<std::string> Keys(const std::vector<TimedEntry*>& entries) {
    std::vector<std::string> keys;
    for (TimedEntry* entry : entries) keys.push_back(*static_cast<HeldEntry*>(entry)->argument_key);
    return keys;
  }

  std::string FileName(const std::string& argument_key) const {
    return options_.disk_prefix + argument_key;
  }

  // The entry in memory, or the one read back from the disk; null when there is none.
  ArgumentEntry* FindEntry(ScriptRun& run, const std::string& argument_key) {
    HeldEntry* held = entries_.Find(argument_key);
    if (held != nullptr && !order_.IsExpired(*held, Now(run))) {
      order_.Use(*held);
      return &held->contents;
    }
    if (options_.disk == nullptr) return nullptr;
    auto file = std::dynamic_pointer_cast<EntryFile>(options_.disk->Read(FileName(argument_key)));
    if (file == nullptr) return nullptr;
    HeldEntry& read = OpenEntry(run, argument_key);
    Copy(file->contents, read.contents);
    Put(run, read);
    return order_.IsExpired(read, Now(run)) ? nullptr : &read.contents;
  }

  // Which result was found last.
  struct Place {
    ArgumentEntry* entry = nullptr;
    std::string widget_key;
  };

  Options options_;
  bool keeps_widgets_;
  EntryOrder order_;
  ByKey<HeldEntry> entries_;  // by argument key
  Place found_;
};

}  // namespace

std::unique_ptr<EntryIndex> MakeKnownWidgetsIndex(EntryIndex::Options options, bool keeps_widgets) {
  return std::make_unique<KnownWidgetsIndex>(std::move(options), keeps_widgets);
}

}  // namespace streplay

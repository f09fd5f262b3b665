// As Streamlit 1.18.1: for each argument key the set of widgets that executions with these
// arguments ever placed, and results under a hash over the values of those of them that the session
// has in its state. A result stored under a smaller set of widgets is no longer found once the set
// has grown.
#include <map>
#include <set>

#include "runtime/disk_cache.h"
#include "runtime/entry_index.h"
#include "runtime/entry_table.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"
#include "script/string_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

// Streamlit's MultiCacheResults.
struct ArgumentEntry {
  std::set<std::string> widget_ids;
  std::map<std::string, CachedResultPtr> results;  // by the hash over the widgets' values
};

struct EntryFile : DiskFile {
  explicit EntryFile(ArgumentEntry contents) : entry(std::move(contents)) {}
  ArgumentEntry entry;
};

double Now(ScriptRun& run) {
  return static_cast<double>(run.server().machine().clock.now());
}

std::optional<std::string> WidgetKey(ScriptRun& run, const std::set<std::string>& widget_ids) {
  std::string key;
  for (const std::string& id : widget_ids) {
    script::Value value = run.session().state.FindWidget(run, id);
    if (value.empty()) {
      if (run.interpreter().failed()) return std::nullopt;
      continue;
    }
    std::optional<std::string> bytes =
        HashBytes(run, run.heap().MakeTuple({run.heap().MakeString(id), value}));
    if (!bytes) return std::nullopt;
    key += *bytes;
  }
  return key;
}

class KnownWidgetsIndex : public EntryIndex {
 public:
  KnownWidgetsIndex(Options options, bool keeps_widgets)
      : options_(std::move(options)),
        keeps_widgets_(keeps_widgets),
        table_(options_.ttl_microseconds, options_.max_entries) {}

  std::optional<Found> Find(ScriptRun& run, const std::string& argument_key) override {
    ArgumentEntry* entry = FindEntry(run, argument_key);
    if (entry == nullptr) {
      bool has_expired = table_.HasExpired(argument_key, Now(run));
      return Found{nullptr, has_expired ? MissReason::kExpired : MissReason::kNoEntry, {}};
    }
    std::optional<std::string> widget_key = WidgetKey(run, entry->widget_ids);
    if (!widget_key) return std::nullopt;
    auto found = entry->results.find(*widget_key);
    if (found == entry->results.end()) return Found{nullptr, MissReason::kNewWidgetValues, {}};
    return Found{found->second, MissReason::kNone, *widget_key};
  }

  std::optional<size_t> Store(ScriptRun& run, const std::string& argument_key,
                              CachedResultPtr result, const std::vector<MetWidget>&) override {
    ArgumentEntry* stored = FindEntry(run, argument_key);
    ArgumentEntry entry = stored != nullptr ? *stored : ArgumentEntry{};
    if (keeps_widgets_) {
      for (const RecordedMessage& message : result->recording) {
        if (message.widget) entry.widget_ids.insert(message.widget->metadata->id);
      }
    }
    std::optional<std::string> widget_key = WidgetKey(run, entry.widget_ids);
    if (!widget_key) return std::nullopt;
    entry.results[*widget_key] = std::move(result);
    if (options_.disk != nullptr) {
      options_.disk->Write(FileName(argument_key), std::make_shared<EntryFile>(entry));
    }
    return table_.Put(argument_key, std::move(entry), Now(run));
  }

  void Discard(const std::string& argument_key, const std::string& entry_key) override {
    // Not a use: the entry was looked up just before.
    if (ArgumentEntry* entry = table_.Use(argument_key, 0)) entry->results.erase(entry_key);
  }

  // Streamlit removes the files of the entries that are in memory, and no others.
  void Clear() override {
    if (options_.disk != nullptr) {
      for (const std::string& key : table_.Keys()) options_.disk->Remove(FileName(key));
    }
    table_.Clear();
  }

 private:
  std::string FileName(const std::string& argument_key) const {
    return options_.disk_prefix + argument_key;
  }

  // The entry in memory, or the one read back from the disk.
  ArgumentEntry* FindEntry(ScriptRun& run, const std::string& argument_key) {
    ArgumentEntry* entry = table_.Use(argument_key, Now(run));
    if (entry != nullptr || options_.disk == nullptr) return entry;
    auto file =
        std::dynamic_pointer_cast<const EntryFile>(options_.disk->Read(FileName(argument_key)));
    if (file == nullptr) return nullptr;
    table_.Put(argument_key, file->entry, Now(run));
    return table_.Use(argument_key, Now(run));
  }

  Options options_;
  bool keeps_widgets_;
  EntryTable<ArgumentEntry> table_;
};

}  // namespace

std::unique_ptr<EntryIndex> MakeKnownWidgetsIndex(EntryIndex::Options options, bool keeps_widgets) {
  return std::make_unique<KnownWidgetsIndex>(std::move(options), keeps_widgets);
}

}  // namespace streplay

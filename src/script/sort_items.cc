// CPython's order of comparisons, which a script can see by what they raise: runs are found, short
// ones are completed by binary insertion, and the later item is always asked whether it is less
// than the earlier one. Longer inputs merge the runs.
#include <algorithm>

#include "script/interpreter.h"
#include "script/operations.h"
#include "script/types_list.h"

namespace streplay::script {
namespace {

constexpr size_t kShortestMergedInput = 64;

struct Keyed {
  Value key;
  Value item;
};

class Sorter {
 public:
  Sorter(Interpreter& interpreter, std::vector<Keyed>& entries)
      : interpreter_(interpreter), entries_(entries) {}

  bool Sort() {
    const size_t count = entries_.size();
    const size_t minimum = MinimumRun(count);
    std::vector<size_t> run_ends;
    for (size_t begin = 0; begin < count;) {
      size_t end = FindRun(begin);
      if (failed_) return false;
      size_t forced = std::min(count, begin + minimum);
      if (end < forced) {
        if (!InsertionSort(begin, forced, end)) return false;
        end = forced;
      }
      run_ends.push_back(end);
      begin = end;
    }
    return MergeRuns(run_ends);
  }

 private:
  bool Less(const Keyed& left, const Keyed& right) {
    if (!interpreter_.Step()) {
      failed_ = true;
      return false;
    }
    std::optional<bool> less = Holds(interpreter_, Comparison::kLess, left.key, right.key);
    failed_ = !less;
    return less.value_or(false);
  }

  // So that the number of runs is, or is just below, a power of two.
  static size_t MinimumRun(size_t count) {
    size_t odd = 0;
    for (; count >= kShortestMergedInput; count /= 2) odd |= count % 2;
    return count + odd;
  }

  // The end of the run that starts at `begin`; a strictly descending one is turned round.
  size_t FindRun(size_t begin) {
    size_t end = begin + 1;
    if (end == entries_.size()) return end;
    const bool descending = Less(entries_[end], entries_[begin]);
    while (!failed_ && ++end < entries_.size()) {
      if (Less(entries_[end], entries_[end - 1]) != descending) break;
    }
    if (descending && !failed_) {
      std::reverse(entries_.begin() + static_cast<ptrdiff_t>(begin),
                   entries_.begin() + static_cast<ptrdiff_t>(end));
    }
    return end;
  }

  // [begin, sorted_end) is sorted already.
  bool InsertionSort(size_t begin, size_t end, size_t sorted_end) {
    for (size_t i = sorted_end; i < end; ++i) {
      size_t left = begin;
      size_t right = i;
      while (left < right) {
        size_t middle = left + (right - left) / 2;
        bool before = Less(entries_[i], entries_[middle]);
        if (failed_) return false;
        if (before) {
          right = middle;
        } else {
          left = middle + 1;
        }
      }
      auto at = [&](size_t index) { return entries_.begin() + static_cast<ptrdiff_t>(index); };
      std::rotate(at(left), at(i), at(i + 1));
    }
    return true;
  }

  // Merges neighbours until one run is left.
  bool MergeRuns(std::vector<size_t> run_ends) {
    while (run_ends.size() > 1) {
      std::vector<size_t> merged_ends;
      size_t begin = 0;
      for (size_t i = 0; i + 1 < run_ends.size(); i += 2) {
        if (!Merge(begin, run_ends[i], run_ends[i + 1])) return false;
        begin = run_ends[i + 1];
        merged_ends.push_back(begin);
      }
      if (run_ends.size() % 2 != 0) merged_ends.push_back(run_ends.back());
      run_ends = std::move(merged_ends);
    }
    return true;
  }

  bool Merge(size_t begin, size_t middle, size_t end) {
    std::vector<Keyed> left(entries_.begin() + static_cast<ptrdiff_t>(begin),
                            entries_.begin() + static_cast<ptrdiff_t>(middle));
    size_t next_left = 0;
    size_t next_right = middle;
    size_t target = begin;
    while (next_left < left.size() && next_right < end) {
      bool take_right = Less(entries_[next_right], left[next_left]);
      if (failed_) break;
      entries_[target++] = take_right ? entries_[next_right++] : left[next_left++];
    }
    // Whatever is left of the right run is in its place already.
    while (next_left < left.size()) entries_[target++] = left[next_left++];
    return !failed_;
  }

  Interpreter& interpreter_;
  std::vector<Keyed>& entries_;
  bool failed_ = false;
};

// Fills the keys: the items themselves, or what `key` makes of them.
bool MakeKeys(Interpreter& interpreter, const Value& key, std::vector<Keyed>& entries) {
  if (key.empty() || key.is_none()) {
    for (Keyed& entry : entries) entry.key = entry.item;
    return true;
  }
  for (Keyed& entry : entries) {
    entry.key = interpreter.Call(key, {entry.item});
    if (entry.key.empty()) return false;
  }
  return true;
}

}  // namespace

bool SortItems(Interpreter& interpreter, std::vector<Value>& items, const Value& key,
               bool reverse) {
  std::vector<Keyed> entries;
  entries.reserve(items.size());
  for (Value& item : items) entries.push_back({{}, std::move(item)});
  bool ok = MakeKeys(interpreter, key, entries);
  if (ok) {
    if (reverse) std::reverse(entries.begin(), entries.end());
    ok = Sorter(interpreter, entries).Sort();
    if (reverse) std::reverse(entries.begin(), entries.end());
  }
  for (size_t i = 0; i < items.size(); ++i) items[i] = std::move(entries[i].item);
  return ok;
}

}  // namespace streplay::script

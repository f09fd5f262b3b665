// The rows of a table that record_tables.py wrote, and the values in its cells.
#ifndef STREPLAY_TESTS_SCRIPT_TABLE_FILE_H_
#define STREPLAY_TESTS_SCRIPT_TABLE_FILE_H_

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "script/plain_result.h"
#include "support/catch.h"

namespace streplay::script {

using TableRow = std::vector<std::string>;

inline std::string Unescape(const std::string& cell) {
  std::string text;
  for (size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\') {
      text += cell[i];
      continue;
    }
    char next = cell[++i];
    text += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : '\\';
  }
  return text;
}

// Cells stay escaped. Fails the test when the table is missing or empty.
inline std::vector<TableRow> ReadTable(const std::string& name) {
  std::ifstream file(std::string(STREPLAY_SOURCE_DIR) + "/tests/script/tables/" + name + ".tsv",
                     std::ios::binary);
  std::vector<TableRow> rows;
  for (std::string line; std::getline(file, line);) {
    TableRow row;
    size_t begin = 0;
    for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
      row.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    row.push_back(line.substr(begin));
    rows.push_back(row);
  }
  REQUIRE(!rows.empty());
  return rows;
}

inline double FloatCell(const std::string& cell) {
  return std::strtod(cell.c_str(), nullptr);
}
inline int64_t IntCell(const std::string& cell) {
  return std::strtoll(cell.c_str(), nullptr, 10);
}

inline std::string PlainErrorText(const PlainError& error) {
  const char* names[] = {"ValueError", "TypeError", "OverflowError",  "ZeroDivisionError",
                         "IndexError", "KeyError",  "AttributeError", "limit"};
  return std::string("!") + names[static_cast<int>(error.type)] + ": " + error.message;
}

inline std::string CellOf(const std::string& value) {
  return value;
}
inline std::string CellOf(int64_t value) {
  return std::to_string(value);
}

// Floats are compared by value, except that signs of zero count and nan equals nan.
inline bool MatchesFloat(const std::string& cell, const PlainResult<double>& result) {
  if (!result.ok()) return Unescape(cell) == PlainErrorText(result.error());
  double expected = FloatCell(cell);
  if (cell[0] == '!') return false;
  if (expected != expected) return result.value() != result.value();
  return expected == result.value() && std::signbit(expected) == std::signbit(result.value());
}

template <class T>
std::string Outcome(const PlainResult<T>& result) {
  return result.ok() ? CellOf(result.value()) : PlainErrorText(result.error());
}

}  // namespace streplay::script

#endif  // STREPLAY_TESTS_SCRIPT_TABLE_FILE_H_

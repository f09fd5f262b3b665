#include "script/float_arithmetic.h"

#include <cmath>

#include "script/table_file.h"

namespace streplay::script {
namespace {

// Whether the row names an operation of two floats, and whether its outcome fits.
bool MatchesBinary(const TableRow& row) {
  double left = FloatCell(row[1]);
  double right = FloatCell(row[2]);
  if (row[0] == "floordiv") return MatchesFloat(row[3], FloatFloorDivide(left, right));
  if (row[0] == "mod") return MatchesFloat(row[3], FloatModulo(left, right));
  if (row[0] == "pow") return MatchesFloat(row[3], FloatPower(left, right));
  if (row[0] == "div") return MatchesFloat(row[3], FloatDivide(left, right));
  return Unescape(row[3]) == PlainErrorText(FloatDivMod(left, right).error());
}

std::string UnaryOutcome(const TableRow& row) {
  double value = FloatCell(row[1]);
  if (row[0] == "trunc") return Outcome(TruncateFloat(value));
  if (row[0] == "roundint") return Outcome(RoundFloatToInt(value));
  if (row[0] == "floor") return Outcome(FloorFloat(value));
  if (row[0] == "ceil") return Outcome(CeilFloat(value));
  if (row[0] == "hash") return std::to_string(HashFloat(value));
  if (row[0] == "hashint") return std::to_string(HashInt(IntCell(row[1])));
  if (row[0] == "roundint10") return Outcome(RoundInt(IntCell(row[1]), IntCell(row[2])));
  constexpr char kOrders[] = {'<', '=', '>', 'u'};
  NumberOrder order = CompareIntWithFloat(IntCell(row[1]), FloatCell(row[2]));
  return std::string(1, kOrders[static_cast<int>(order)]);
}

}  // namespace

TEST_CASE("float arithmetic, rounding, hashing and comparison are CPython's") {
  for (const TableRow& row : ReadTable("arithmetic")) {
    INFO(row[0] << " " << row[1] << " " << row[2] << " gives " << row[3]);
    const std::string& name = row[0];
    if (name == "round") {
      CHECK(MatchesFloat(row[3], RoundFloat(FloatCell(row[1]), IntCell(row[2]))));
    } else if (name == "divide") {
      CHECK(MatchesFloat(row[3], DivideIntegers(IntCell(row[1]), IntCell(row[2]))));
    } else if (name == "floordiv" || name == "mod" || name == "pow" || name == "div" ||
               name == "divmod") {
      CHECK(MatchesBinary(row));
    } else {
      CHECK(UnaryOutcome(row) == Unescape(row[3]));
    }
  }
}

TEST_CASE("what floats cannot hold or the language leaves out is a limit") {
  CHECK(FloatPower(-8.0, 0.5).error().type == PlainErrorType::kLimit);
  CHECK(TruncateFloat(1e19).error().type == PlainErrorType::kLimit);
  CHECK(RoundInt(INT64_MAX, -1).error().type == PlainErrorType::kLimit);
}

}  // namespace streplay::script

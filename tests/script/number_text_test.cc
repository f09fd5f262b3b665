#include "script/number_text.h"

#include <cmath>

#include "script/table_file.h"

namespace streplay::script {

TEST_CASE("int() and float() of a text are CPython's") {
  for (const TableRow& row : ReadTable("number_text")) {
    INFO(row[0] << " '" << row[1] << "' base " << row[2]);
    std::string text = Unescape(row[1]);
    if (row[0] == "float") {
      CHECK(MatchesFloat(row[3], ParseFloat(text)));
    } else if (Outcome(ParseInt(text, IntCell(row[2]))) != PlainErrorText(IntegerTooLarge())) {
      CHECK(Outcome(ParseInt(text, IntCell(row[2]))) == Unescape(row[3]));
    } else {
      CHECK(row[3].size() >= 19);
    }
  }
}

}  // namespace streplay::script

#include "script/mersenne_twister.h"

#include <cmath>
#include <map>

#include "script/table_file.h"

namespace streplay::script {
namespace {

// A generator and how many words were drawn of it.
struct Generator {
  MersenneTwister twister;
  int64_t drawn = 0;
};

constexpr int64_t kRecordedWords = 700;

void DrawWordsUntil(Generator& generator, int64_t index) {
  for (; generator.drawn < index; ++generator.drawn) generator.twister.NextWord();
}

}  // namespace

TEST_CASE("seeded numbers are CPython's") {
  std::map<std::string, Generator> generators;
  for (const TableRow& row : ReadTable("random")) {
    INFO(row[0] << " seed " << row[1] << " " << row[2]);
    bool fresh = generators.find(row[1]) == generators.end();
    Generator& generator = generators[row[1]];
    if (fresh) generator.twister.Seed(IntCell(row[1]));
    if (row[0] == "word") {
      DrawWordsUntil(generator, IntCell(row[2]));
      ++generator.drawn;
      CHECK(std::to_string(generator.twister.NextWord()) == row[3]);
      continue;
    }
    DrawWordsUntil(generator, kRecordedWords);
    if (row[0] == "float") {
      CHECK(generator.twister.NextFloat() == FloatCell(row[3]));
    } else if (row[0] == "bits") {
      int count = static_cast<int>(IntCell(row[2]));
      CHECK(std::to_string(generator.twister.NextBits(count)) == row[3]);
    } else {
      CHECK(std::to_string(generator.twister.NextBelow(std::stoull(row[2]))) == row[3]);
    }
  }
}

}  // namespace streplay::script

#include "base/utf8.h"

#include "support/catch.h"

namespace streplay {
namespace {

TEST_CASE("invalid UTF-8 is found where it starts") {
  CHECK(!FindInvalidUtf8("aé日🎈"));
  CHECK(FindInvalidUtf8("a\xff") == 1);
  CHECK(FindInvalidUtf8("\xc0\x80") == 0);
  CHECK(FindInvalidUtf8("ab\xed\xa0\x80") == 2);
  CHECK(FindInvalidUtf8("\xf4\x90\x80\x80") == 0);
  CHECK(FindInvalidUtf8("a\xe6\x97") == 1);
}

TEST_CASE("code points are counted and found") {
  CHECK(CountCodePoints("aé日🎈") == 4);
  CHECK(OffsetOfCodePoint("aé日🎈", 2) == 3);
  CHECK(OffsetOfCodePoint("aé", 9) == 3);
  std::string text;
  for (char32_t c : {U'a', U'é', U'日', U'🎈'}) AppendCodePoint(text, c);
  CHECK(text == "aé日🎈");
}

TEST_CASE("wide characters take two cells and combining marks none") {
  CHECK(DisplayWidth("ab") == 2);
  CHECK(DisplayWidth("日本") == 4);
  CHECK(DisplayWidth("🎈") == 2);
  CHECK(DisplayWidth("e\xcc\x81") == 1);
}

TEST_CASE("control characters are made visible") {
  CHECK(EscapeControls("a\x1b[0m\n\t\x7f\xe2\x80\xae\xff") == "a\\x1b[0m\\n\\t\\x7f\\u202e\\xff");
}

}  // namespace
}  // namespace streplay

#include "runtime/by_key.h"

#include "support/catch.h"

namespace streplay {
namespace {

// "a=1 b=2", as ForEach goes through it.
std::string Text(const ByKey<int>& values) {
  std::string text;
  values.ForEach([&](const std::string& key, int value) {
    text += (text.empty() ? "" : " ") + key + "=" + std::to_string(value);
  });
  return text;
}

TEST_CASE("values are found by their keys, and gone through in the order of these") {
  ByKey<int> values;
  CHECK(values.Find("b") == nullptr);
  values["b"] = 2;
  values["c"] = 3;
  values["a"] = 1;
  CHECK(Text(values) == "a=1 b=2 c=3");
  CHECK(values.FirstKey() == "a");
  CHECK(*values.Find("b") == 2);
  CHECK(*values.Find("c") == 3);
  CHECK(values.Find("") == nullptr);
  values["b"] = 4;
  CHECK(Text(values) == "a=1 b=4 c=3");
}

TEST_CASE("a value stays where it is when others come and go") {
  ByKey<int> values;
  int* first = &values["first"];
  int* second = &values["second"];
  for (int i = 0; i < 1000; ++i) values[std::to_string(i)] = i;
  for (int i = 0; i < 1000; ++i) values.Erase(std::to_string(i));
  CHECK(values.Find("first") == first);
  CHECK(values.Find("second") == second);
}

TEST_CASE("the place of the first value is used again") {
  ByKey<int> values;
  values["a"] = 1;
  values["b"] = 2;
  values.Erase("a");
  CHECK(values.Find("a") == nullptr);
  CHECK(Text(values) == "b=2");
  CHECK(values.FirstKey() == "b");
  values["b"] = 3;
  values["c"] = 4;
  CHECK(Text(values) == "b=3 c=4");
  values.Erase("b");
  values.Erase("none");
  CHECK(Text(values) == "c=4");
  values["b"] = 5;
  CHECK(Text(values) == "b=5 c=4");
}

TEST_CASE("what comes and goes for ever takes no more room") {
  ByKey<int> values;
  for (int i = 0; i < 100'000; ++i) {
    values[std::to_string(i)] = i;
    if (i >= 10) values.Erase(std::to_string(i - 10));
  }
  CHECK(Text(values) ==
        "99990=99990 99991=99991 99992=99992 99993=99993 99994=99994 99995=99995 99996=99996 "
        "99997=99997 99998=99998 99999=99999");
  CHECK(values.Find("99989") == nullptr);
  values.Clear();
  CHECK(Text(values).empty());
  CHECK(values.Find("99999") == nullptr);
}

}  // namespace
}  // namespace streplay

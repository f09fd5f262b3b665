// A SAX consumer that builds the value on a stack of open arrays and objects: no JSON tree is made,
// and nesting never becomes recursion.
#include "stream/json_reader.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

namespace streplay {
namespace {

class ValueBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  ValueBuilder(JsonError& error, size_t max_depth) : error_(error), max_depth_(max_depth) {}

  FieldValue TakeResult() { return std::move(result_); }

  bool null() override { return Add({nullptr}); }
  bool boolean(bool value) override { return Add({value}); }
  bool number_integer(number_integer_t value) override { return Add({int64_t{value}}); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > uint64_t{std::numeric_limits<int64_t>::max()}) {
      return Fail("integer does not fit 64 bits");
    }
    return Add({static_cast<int64_t>(value)});
  }
  bool number_float(number_float_t value, const string_t& text) override {
    if (text.find_first_of(".eE") == string_t::npos) return Fail("integer does not fit 64 bits");
    return Add({double{value}});
  }
  bool string(string_t& value) override { return Add({std::move(value)}); }
  bool binary(binary_t&) override { return Fail("binary data is not JSON"); }

  bool start_object(size_t) override { return Open({Fields{}}); }
  bool key(string_t& name) override {
    const Fields& fields = std::get<Fields>(open_.back().value.data);
    if (FindField(fields, name) != nullptr) return Fail("`" + name + "` stands twice");
    open_.back().key = std::move(name);
    return true;
  }
  bool end_object() override { return Close(); }
  bool start_array(size_t) override { return Open({FieldList{}}); }
  bool end_array() override { return Close(); }

  bool parse_error(size_t position, const std::string&,
                   const nlohmann::json::exception& cause) override {
    // The position is the 1-based number of the last byte read.
    error_.offset = position > 0 ? position - 1 : 0;
    bool is_number = dynamic_cast<const nlohmann::json::out_of_range*>(&cause) != nullptr;
    error_.message = is_number ? "number does not fit a double" : "not valid JSON";
    return false;
  }

 private:
  struct OpenValue {
    FieldValue value;
    std::string key;  // of an object: the name whose value comes next
  };

  bool Add(FieldValue value) {
    if (open_.empty()) {
      result_ = std::move(value);
    } else if (auto* list = std::get_if<FieldList>(&open_.back().value.data)) {
      list->push_back(std::move(value));
    } else {
      std::get<Fields>(open_.back().value.data)
          .emplace_back(std::move(open_.back().key), std::move(value));
    }
    return true;
  }

  bool Open(FieldValue container) {
    if (open_.size() == max_depth_) {
      return Fail("nested deeper than " + std::to_string(max_depth_) + " levels");
    }
    open_.push_back({std::move(container), {}});
    return true;
  }

  bool Close() {
    FieldValue value = std::move(open_.back().value);
    open_.pop_back();
    return Add(std::move(value));
  }

  bool Fail(std::string message) {
    error_ = {0, std::move(message)};
    return false;
  }

  JsonError& error_;
  size_t max_depth_;
  FieldValue result_;
  std::vector<OpenValue> open_;
};

}  // namespace

std::optional<FieldValue> ReadJson(std::string_view text, JsonError& error, size_t max_depth) {
  ValueBuilder builder(error, max_depth);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    error.offset = std::min(error.offset, text.size());
    return std::nullopt;
  }
  return builder.TakeResult();
}

}  // namespace streplay

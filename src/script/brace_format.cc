// str.format() and format(). A format text is literal text with fields; a field is a name with
// attributes and items, a conversion, and a specification that may have fields of its own.
#include "base/utf8.h"
#include "script/dict_object.h"
#include "script/format_spec.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/text_format.h"
#include "script/text_repr.h"
#include "script/tuple_object.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

constexpr int kDeepestNesting = 2;

struct Field {
  std::string_view name;
  char32_t conversion = 0;
  std::string_view specification;
  bool specification_has_fields = false;
};

// Cuts a format text into literals and fields. A malformed one has its ValueError's message.
class FieldParser {
 public:
  explicit FieldParser(std::string_view format) : rest_(format) {}

  const std::string& error() const { return error_; }

  // Appends literal text up to the next field. False at the end, and at an error.
  bool NextField(std::string& literal, Field& field) {
    while (!rest_.empty()) {
      size_t mark = std::min(rest_.find_first_of("{}"), rest_.size());
      literal += rest_.substr(0, mark);
      rest_.remove_prefix(mark);
      if (rest_.empty()) return false;
      char brace = rest_[0];
      rest_.remove_prefix(1);
      if (!rest_.empty() && rest_[0] == brace) {
        literal += brace;
        rest_.remove_prefix(1);
        continue;
      }
      if (brace == '}') return Fail("Single '}' encountered in format string");
      if (rest_.empty()) return Fail("Single '{' encountered in format string");
      return ParseField(field);
    }
    return false;
  }

 private:
  bool Fail(std::string message) {
    error_ = std::move(message);
    return false;
  }

  bool ParseField(Field& field) {
    size_t end = 0;
    for (; end < rest_.size(); ++end) {
      char c = rest_[end];
      if (c == '{') return Fail("unexpected '{' in field name");
      if (c == '}' || c == ':' || c == '!') break;
      if (c == '[') end = std::min(rest_.find(']', end), rest_.size() - 1);
    }
    if (end >= rest_.size()) return Fail("expected '}' before end of string");
    field.name = rest_.substr(0, end);
    char mark = rest_[end];
    rest_.remove_prefix(end + 1);
    if (mark == '}') return true;
    if (mark == ':') return ParseSpecification(field);
    return ParseConversion(field);
  }

  bool ParseConversion(Field& field) {
    if (rest_.empty()) return Fail("end of string while looking for conversion specifier");
    DecodedCodePoint next = DecodeCodePoint(rest_, 0);
    field.conversion = next.code_point;
    rest_.remove_prefix(next.length);
    if (rest_.empty()) return Fail("unmatched '{' in format spec");
    char mark = rest_[0];
    rest_.remove_prefix(1);
    if (mark == '}') return true;
    if (mark != ':') return Fail("expected ':' after conversion specifier");
    return ParseSpecification(field);
  }

  bool ParseSpecification(Field& field) {
    int depth = 1;
    for (size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '{') {
        field.specification_has_fields = true;
        ++depth;
      } else if (rest_[i] == '}' && --depth == 0) {
        field.specification = rest_.substr(0, i);
        rest_.remove_prefix(i + 1);
        return true;
      }
    }
    return Fail("unmatched '{' in format spec");
  }

  std::string_view rest_;
  std::string error_;
};

// The number that the text is, -1 when it is none, -2 when it is too large.
int64_t IndexOf(std::string_view text) {
  if (text.empty()) return -1;
  int64_t index = 0;
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    int digit = DecimalValue(next.code_point);
    if (digit < 0) return -1;
    if (index > (INT64_MAX - digit) / 10) return -2;
    index = index * 10 + digit;
    offset += next.length;
  }
  return index;
}

class BraceFormatter {
 public:
  BraceFormatter(Interpreter& interpreter, const TupleObject* positional, const Value& keywords)
      : interpreter_(interpreter), positional_(positional), keywords_(keywords) {}

  std::optional<std::string> Expand(std::string_view format, int depth) {
    if (depth == 0) return Fail("Max string recursion exceeded");
    FieldParser parser(format);
    std::string result;
    for (Field field; parser.NextField(result, field); field = {}) {
      if (!interpreter_.Step()) return std::nullopt;
      std::optional<std::string> text = FieldText(field, depth);
      if (!text) return std::nullopt;
      result += *text;
      if (!interpreter_.CheckSize(result.size() / 4)) return std::nullopt;
    }
    if (!parser.error().empty()) return Fail(parser.error());
    return result;
  }

 private:
  enum class Numbering { kUndecided, kAutomatic, kManual };

  std::nullopt_t Fail(std::string message) {
    interpreter_.RaiseValueError(std::move(message));
    return std::nullopt;
  }

  std::optional<std::string> FieldText(const Field& field, int depth) {
    Value value = Look(field.name);
    if (value.empty()) return std::nullopt;
    if (field.conversion != 0) value = Convert(value, field.conversion);
    if (value.empty()) return std::nullopt;
    std::string specification(field.specification);
    if (field.specification_has_fields) {
      std::optional<std::string> expanded = Expand(field.specification, depth - 1);
      if (!expanded) return std::nullopt;
      specification = std::move(*expanded);
    }
    Value text = Format(interpreter_, value, specification);
    if (text.empty()) return std::nullopt;
    return *TextOf(text);
  }

  Value Convert(const Value& value, char32_t conversion) {
    if (conversion == 's') return Str(interpreter_, value);
    if (conversion == 'r') return Repr(interpreter_, value);
    if (conversion == 'a') {
      std::optional<std::string> repr = ReprText(interpreter_, value);
      return repr ? Value(interpreter_.heap().MakeString(EscapeNonAscii(*repr))) : Value();
    }
    std::string shown(1, static_cast<char>(conversion));
    if (conversion <= 32 || conversion >= 127) {
      shown.clear();
      for (uint32_t rest = conversion; rest != 0 || shown.empty(); rest /= 16) {
        shown.insert(shown.begin(), "0123456789abcdef"[rest % 16]);
      }
      shown = "\\x" + shown;
    }
    Fail("Unknown conversion specifier " + shown);
    return {};
  }

  // "0.name[key]": the first part picks an argument.
  Value Look(std::string_view name) {
    size_t first_end = std::min(name.find_first_of(".["), name.size());
    Value value = FirstPart(name.substr(0, first_end));
    name.remove_prefix(first_end);
    while (!value.empty() && !name.empty()) {
      bool is_attribute = name[0] == '.';
      if (!is_attribute && name[0] != '[') {
        Fail("Only '.' or '[' may follow ']' in format field specifier");
        return {};
      }
      name.remove_prefix(1);
      size_t end = is_attribute ? std::min(name.find_first_of(".["), name.size()) : name.find(']');
      if (end == std::string_view::npos) {
        Fail("Missing ']' in format string");
        return {};
      }
      std::string_view part = name.substr(0, end);
      name.remove_prefix(std::min(end + (is_attribute ? 0 : 1), name.size()));
      value = Descend(value, part, is_attribute);
    }
    return value;
  }

  Value Descend(const Value& value, std::string_view part, bool is_attribute) {
    if (part.empty()) {
      Fail("Empty attribute in format string");
      return {};
    }
    if (is_attribute) {
      return GetAttribute(interpreter_, value, interpreter_.heap().Intern(part));
    }
    int64_t index = IndexOf(part);
    if (index == -2) {
      Fail("Too many decimal digits in format string");
      return {};
    }
    Value key =
        index >= 0 ? Value::Int(index) : Value(interpreter_.heap().MakeString(std::string(part)));
    return GetItem(interpreter_, value, key);
  }

  Value FirstPart(std::string_view name) {
    int64_t index = IndexOf(name);
    if (index == -2) {
      Fail("Too many decimal digits in format string");
      return {};
    }
    if (!name.empty() && index < 0) return Keyword(name);
    Numbering numbering = name.empty() ? Numbering::kAutomatic : Numbering::kManual;
    if (numbering_ != Numbering::kUndecided && numbering_ != numbering) {
      const std::string automatic = "automatic field numbering";
      const std::string manual = "manual field specification";
      Fail("cannot switch from " + (name.empty() ? manual : automatic) + " to " +
           (name.empty() ? automatic : manual));
      return {};
    }
    numbering_ = numbering;
    return Positional(name.empty() ? next_++ : index);
  }

  Value Positional(int64_t index) {
    if (positional_ == nullptr) {
      Fail("Format string contains positional fields");
      return {};
    }
    if (index < static_cast<int64_t>(positional_->size())) {
      return positional_->items()[static_cast<size_t>(index)];
    }
    return interpreter_.Raise(
        *interpreter_.classes().index_error,
        "Replacement index " + std::to_string(index) + " out of range for positional args tuple");
  }

  Value Keyword(std::string_view name) {
    Value key = interpreter_.heap().MakeString(std::string(name));
    return GetItem(interpreter_, keywords_, key);
  }

  Interpreter& interpreter_;
  const TupleObject* positional_;
  Value keywords_;
  Numbering numbering_ = Numbering::kUndecided;
  int64_t next_ = 0;
};

}  // namespace

Value BraceFormat(Interpreter& interpreter, std::string_view format, const TupleObject* positional,
                  const Value& keywords) {
  BraceFormatter formatter(interpreter, positional, keywords);
  std::optional<std::string> text = formatter.Expand(format, kDeepestNesting);
  return text ? Value(interpreter.heap().MakeString(std::move(*text))) : Value();
}

Value FormatScalar(Interpreter& interpreter, const Value& scalar, std::string_view specification) {
  auto limit = static_cast<size_t>(interpreter.limits().container_items);
  PlainResult<std::string> text = std::string();
  if (const std::string* own = TextOf(scalar)) {
    text = FormatText(*own, specification, limit);
  } else if (scalar.is_float()) {
    text = FormatFloat(scalar.as_float(), specification, limit);
  } else if (scalar.is_bool() && specification.empty()) {
    text = std::string(scalar.as_bool() ? "True" : "False");
  } else {
    text = FormatInt(scalar.as_int(), specification, limit, scalar.is_bool() ? "bool" : "int");
  }
  if (!text.ok()) return interpreter.Raise(text.error());
  return interpreter.heap().MakeString(std::move(text).value());
}

}  // namespace streplay::script

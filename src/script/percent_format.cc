// The % operator of str. A format is a row of directives; each takes its value from a mapping by
// its key, or the next one of a tuple, or the one value there is.
#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "script/float_arithmetic.h"
#include "script/float_digits.h"
#include "script/instance_object.h"
#include "script/operations.h"
#include "script/text_format.h"
#include "script/text_repr.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

constexpr int64_t kLargestPrecision = std::numeric_limits<int>::max();

struct Directive {
  bool left = false;
  bool plus = false;
  bool blank = false;
  bool alternate = false;
  bool zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  char32_t type = 0;
};

// A value's text in the parts that padding treats differently.
struct Piece {
  std::string sign;
  std::string prefix;
  std::string body;
  bool is_number = false;
};

class PercentFormatter {
 public:
  PercentFormatter(Interpreter& interpreter, std::string_view format, const Value& arguments)
      : interpreter_(interpreter), format_(format) {
    tuple_ = arguments.As<TupleObject>();
    if (tuple_ == nullptr) single_ = arguments;
    if (tuple_ == nullptr && IsMapping(arguments)) mapping_ = arguments;
  }

  Value Run() {
    while (offset_ < format_.size()) {
      size_t mark = std::min(format_.find('%', offset_), format_.size());
      result_ += format_.substr(offset_, mark - offset_);
      offset_ = mark + 1;
      if (mark < format_.size() && !FormatDirective()) return {};
      if (!interpreter_.Step() || !interpreter_.CheckSize(result_.size() / 4)) return {};
    }
    bool left_over = tuple_ != nullptr ? next_ < tuple_->size() : !single_.empty();
    if (left_over && mapping_.empty()) {
      return interpreter_.RaiseTypeError("not all arguments converted during string formatting");
    }
    return interpreter_.heap().MakeString(std::move(result_));
  }

 private:
  bool IsMapping(const Value& value) const {
    Object* object = value.object();
    if (object == nullptr || object->kind() == ObjectKind::kString) return false;
    return !FindAttribute(interpreter_, value, interpreter_.heap().Intern("__getitem__")).empty() ||
           object->kind() == ObjectKind::kList || object->kind() == ObjectKind::kDict ||
           object->kind() == ObjectKind::kRange || object->kind() == ObjectKind::kBytes;
  }

  bool Fail(Value failure) {
    static_cast<void>(failure);
    return false;
  }
  bool Incomplete() { return Fail(interpreter_.RaiseValueError("incomplete format")); }

  // The next argument; empty after TypeError when there is none.
  Value NextArgument() {
    if (tuple_ != nullptr && next_ < tuple_->size()) return tuple_->items()[next_++];
    if (tuple_ == nullptr && !single_.empty()) return std::exchange(single_, Value());
    return interpreter_.RaiseTypeError("not enough arguments for format string");
  }

  bool FormatDirective() {
    Directive directive;
    if (offset_ < format_.size() && format_[offset_] == '%') {
      ++offset_;
      result_ += '%';
      return true;
    }
    bool parsed = ParseKey() && ParseFlags(directive) && ParseWidth(directive) &&
                  ParsePrecision(directive) && ParseType(directive);
    if (!parsed) return false;
    Value value = NextArgument();
    if (value.empty()) return false;
    std::optional<Piece> piece = MakePiece(directive, value);
    return piece && AppendPadded(directive, *piece);
  }

  bool ParseKey() {
    if (offset_ >= format_.size() || format_[offset_] != '(') return true;
    if (mapping_.empty()) {
      return Fail(interpreter_.RaiseTypeError("format requires a mapping"));
    }
    size_t begin = ++offset_;
    int depth = 1;
    for (; offset_ < format_.size() && depth > 0; ++offset_) {
      if (format_[offset_] == ')') --depth;
      if (format_[offset_] == '(') ++depth;
    }
    if (depth > 0) return Fail(interpreter_.RaiseValueError("incomplete format key"));
    Value key =
        interpreter_.heap().MakeString(std::string(format_.substr(begin, offset_ - begin - 1)));
    single_ = GetItem(interpreter_, mapping_, key);
    return !single_.empty();
  }

  bool ParseFlags(Directive& directive) {
    for (; offset_ < format_.size(); ++offset_) {
      switch (format_[offset_]) {
        case '-':
          directive.left = true;
          break;
        case '+':
          directive.plus = true;
          break;
        case ' ':
          directive.blank = true;
          break;
        case '#':
          directive.alternate = true;
          break;
        case '0':
          directive.zero = true;
          break;
        default:
          return true;
      }
    }
    return true;
  }

  // A number, or the next argument for "*"; leaves `number` alone when neither is there. CPython
  // holds a precision in 32 bits.
  bool ParseNumber(int64_t& number, bool is_precision) {
    if (offset_ < format_.size() && format_[offset_] == '*') {
      ++offset_;
      Value argument = NextArgument();
      if (argument.empty()) return false;
      if (!argument.is_integral()) return Fail(interpreter_.RaiseTypeError("* wants int"));
      number = argument.as_int();
      bool fits = !is_precision || number == static_cast<int32_t>(number);
      return fits || Fail(interpreter_.Raise(
                         PlainOverflowError("Python int too large to convert to C int")));
    }
    while (offset_ < format_.size() && format_[offset_] >= '0' && format_[offset_] <= '9') {
      int digit = format_[offset_++] - '0';
      number = std::max<int64_t>(number, 0);
      if (number > (std::numeric_limits<int64_t>::max() - digit) / 10) {
        return Fail(
            interpreter_.RaiseValueError(is_precision ? "precision too big" : "width too big"));
      }
      number = number * 10 + digit;
    }
    return true;
  }

  bool ParseWidth(Directive& directive) {
    if (!ParseNumber(directive.width, false)) return false;
    if (directive.width < -1) {
      directive.left = true;
      directive.width = -std::max(directive.width, -std::numeric_limits<int64_t>::max());
    }
    return true;
  }

  bool ParsePrecision(Directive& directive) {
    if (offset_ >= format_.size() || format_[offset_] != '.') return true;
    ++offset_;
    directive.precision = 0;
    if (!ParseNumber(directive.precision, true)) return false;
    directive.precision = std::max<int64_t>(directive.precision, 0);
    if (directive.precision <= kLargestPrecision) return true;
    return Fail(interpreter_.RaiseValueError("precision too big"));
  }

  bool ParseType(Directive& directive) {
    if (offset_ < format_.size() &&
        std::string_view("hlL").find(format_[offset_]) != std::string_view::npos) {
      ++offset_;
    }
    if (offset_ >= format_.size()) return Incomplete();
    DecodedCodePoint next = DecodeCodePoint(format_, offset_);
    offset_ += next.length;
    directive.type = next.code_point;
    return true;
  }

  std::optional<Piece> MakePiece(const Directive& directive, const Value& value) {
    switch (directive.type) {
      case 's':
      case 'r':
      case 'a':
        return TextPiece(directive, value);
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return IntegerPiece(directive, value);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return FloatPiece(directive, value);
      case 'c':
        return CharacterPiece(value);
      default:
        return UnsupportedType(directive.type);
    }
  }

  std::optional<Piece> UnsupportedType(char32_t type) {
    size_t length = type < 0x80 ? 1 : type < 0x800 ? 2 : type < 0x10000 ? 3 : 4;
    size_t index = CountCodePoints(format_.substr(0, offset_ - length));
    std::string shown(1, type > 31 && type < 127 ? static_cast<char>(type) : '?');
    std::string hexadecimal;
    for (uint32_t rest = type; rest != 0 || hexadecimal.empty(); rest /= 16) {
      hexadecimal.insert(hexadecimal.begin(), "0123456789abcdef"[rest % 16]);
    }
    interpreter_.RaiseValueError("unsupported format character '" + shown + "' (0x" + hexadecimal +
                                 ") at index " + std::to_string(index));
    return std::nullopt;
  }

  std::optional<Piece> TextPiece(const Directive& directive, const Value& value) {
    std::optional<std::string> text =
        directive.type == 's' ? StrText(interpreter_, value) : ReprText(interpreter_, value);
    if (!text) return std::nullopt;
    if (directive.type == 'a') text = EscapeNonAscii(*text);
    if (directive.precision >= 0) {
      text->resize(OffsetOfCodePoint(*text, static_cast<size_t>(directive.precision)));
    }
    return Piece{"", "", std::move(*text), false};
  }

  std::optional<Piece> CharacterPiece(const Value& value) {
    Piece piece;
    if (const std::string* text = TextOf(value); text != nullptr && CountCodePoints(*text) == 1) {
      piece.body = *text;
      return piece;
    }
    if (!value.is_integral()) {
      interpreter_.RaiseTypeError("%c requires int or char");
      return std::nullopt;
    }
    Value formatted = FormatScalar(interpreter_, Value::Int(value.as_int()), "c");
    if (formatted.empty()) return std::nullopt;
    piece.body = *TextOf(formatted);
    return piece;
  }

  // Only %d and its kin take floats; they drop the fraction.
  std::optional<int64_t> IntegerOf(const Directive& directive, const Value& value) {
    if (value.is_integral()) return value.as_int();
    bool decimal = directive.type == 'd' || directive.type == 'i' || directive.type == 'u';
    if (decimal && value.is_float()) {
      PlainResult<int64_t> whole = TruncateFloat(value.as_float());
      if (whole.ok()) return whole.value();
      interpreter_.Raise(whole.error());
      return std::nullopt;
    }
    interpreter_.RaiseTypeError("%" + std::string(1, static_cast<char>(directive.type)) +
                                " format: " + (decimal ? "a real number" : "an integer") +
                                " is required, not " + TypeName(interpreter_, value));
    return std::nullopt;
  }

  std::optional<Piece> IntegerPiece(const Directive& directive, const Value& value) {
    std::optional<int64_t> number = IntegerOf(directive, value);
    if (!number || !CheckPrecision(directive)) return std::nullopt;
    Piece piece;
    piece.is_number = true;
    bool decimal = directive.type == 'd' || directive.type == 'i' || directive.type == 'u';
    const char type = decimal ? 'd' : static_cast<char>(directive.type);
    Value formatted = FormatScalar(interpreter_, Value::Int(*number), std::string(1, type));
    if (formatted.empty()) return std::nullopt;
    piece.body = *TextOf(formatted);
    TakeSign(piece);
    auto missing = directive.precision - static_cast<int64_t>(piece.body.size());
    if (missing > 0) piece.body.insert(0, static_cast<size_t>(missing), '0');
    if (directive.alternate && !decimal) piece.prefix = {'0', type};
    return piece;
  }

  std::optional<Piece> FloatPiece(const Directive& directive, const Value& value) {
    std::optional<double> number = ToFloat(interpreter_, value);
    if (!number || !CheckPrecision(directive)) return std::nullopt;
    FloatLayout layout;
    layout.upper_case = directive.type < 'a';
    layout.type = static_cast<char>(directive.type | 0x20);  // in lower case
    layout.precision = directive.precision < 0 ? 6 : static_cast<int>(directive.precision);
    layout.alternate = directive.alternate;
    Piece piece{"", "", FloatDigits(*number, layout), true};
    TakeSign(piece);
    return piece;
  }

  bool CheckPrecision(const Directive& directive) {
    return directive.precision <= 0 ||
           interpreter_.CheckSize(static_cast<size_t>(directive.precision));
  }

  static void TakeSign(Piece& piece) {
    if (piece.body[0] != '-') return;
    piece.sign = "-";
    piece.body.erase(0, 1);
  }

  // Zeros go between sign or prefix and digits, blanks outside.
  bool AppendPadded(const Directive& directive, Piece& piece) {
    if (piece.is_number && piece.sign.empty()) {
      piece.sign = directive.plus ? "+" : directive.blank ? " " : "";
    }
    auto length =
        static_cast<int64_t>(piece.sign.size() + piece.prefix.size() + CountCodePoints(piece.body));
    int64_t padding = std::max<int64_t>(directive.width - length, 0);
    if (!interpreter_.CheckSize(static_cast<size_t>(padding))) return false;
    bool zeros = directive.zero && piece.is_number && !directive.left;
    std::string fill(static_cast<size_t>(padding), zeros ? '0' : ' ');
    if (!zeros && !directive.left) result_ += fill;
    result_ += piece.sign + piece.prefix;
    if (zeros) result_ += fill;
    result_ += piece.body;
    if (directive.left) result_ += fill;
    return true;
  }

  Interpreter& interpreter_;
  std::string_view format_;
  size_t offset_ = 0;
  std::string result_;
  TupleObject* tuple_ = nullptr;
  size_t next_ = 0;  // of the tuple
  Value single_;     // the only argument, or the one that a key gave; empty once it is used
  Value mapping_;    // empty: keys are not possible
};

}  // namespace

Value PercentFormat(Interpreter& interpreter, const StringObject& format, const Value& arguments) {
  return PercentFormatter(interpreter, format.text(), arguments).Run();
}

}  // namespace streplay::script

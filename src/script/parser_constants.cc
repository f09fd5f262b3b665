// Numbers for constants: equal ones of a script are one object, as CPython merges them.
#include "script/parser_state.h"

namespace streplay::script {
namespace {

// Appends a text that two constants share exactly when CPython would merge them; false when the
// expression is no constant.
bool AppendKey(const Expr& item, std::string& key) {
  auto append = [&key](char tag, const void* bytes, size_t size) {
    key += tag;
    key.append(static_cast<const char*>(bytes), size);
    return true;
  };
  switch (item.kind) {
    case NodeKind::kNoneConstant:
      return append('n', "", 0);
    case NodeKind::kEllipsisConstant:
      return append('e', "", 0);
    case NodeKind::kBoolConstant:
      return append(As<BoolConstant>(item).value ? 't' : 'f', "", 0);
    case NodeKind::kIntConstant:
      return append('i', &As<IntConstant>(item).value, sizeof(int64_t));
    case NodeKind::kFloatConstant:
      return append('d', &As<FloatConstant>(item).value, sizeof(double));
    case NodeKind::kStringConstant:
      return append('s', &As<StringConstant>(item).constant, sizeof(uint32_t));
    case NodeKind::kBytesConstant:
      return append('b', &As<BytesConstant>(item).constant, sizeof(uint32_t));
    case NodeKind::kTupleDisplay: {
      const auto& tuple = As<TupleDisplay>(item);
      return tuple.constant != kNoConstant && append('(', &tuple.constant, sizeof(uint32_t));
    }
    default:
      return false;
  }
}

}  // namespace

// `text` lives as long as the program.
uint32_t Parser::ConstantOfText(std::string_view text, bool is_bytes) {
  auto& constants = is_bytes ? bytes_constants_ : text_constants_;
  auto [found, is_new] = constants.try_emplace(text, program_->constant_count_);
  if (is_new) ++program_->constant_count_;
  return found->second;
}

uint32_t Parser::ConstantOfTuple(Expressions items) {
  std::string key;
  for (const Expr* item : items) {
    if (!AppendKey(*item, key)) return kNoConstant;
  }
  auto [found, is_new] = tuple_constants_.try_emplace(key, program_->constant_count_);
  if (is_new) ++program_->constant_count_;
  return found->second;
}

}  // namespace streplay::script

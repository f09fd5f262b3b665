// LoadedProgram: a program together with what one heap keeps for it: its constant objects (equal
// constants are one object, as CPython has it) and the signatures of its functions.
#ifndef STREPLAY_SCRIPT_LOADED_PROGRAM_H_
#define STREPLAY_SCRIPT_LOADED_PROGRAM_H_

#include <map>
#include <memory>
#include <vector>

#include "script/program.h"
#include "script/signature.h"
#include "script/value.h"

namespace streplay::script {

class LoadedProgram {
 public:
  explicit LoadedProgram(std::shared_ptr<const Program> program);

  const std::shared_ptr<const Program>& program() const { return program_; }

  // The constant with this number; empty until the evaluator has made it.
  Value& Constant(uint32_t number) { return constants_[number]; }

  // Valid for as long as this object lives.
  const Signature& SignatureOf(const Function& function);

 private:
  std::shared_ptr<const Program> program_;
  std::vector<Value> constants_;
  std::map<const Function*, Signature> signatures_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_LOADED_PROGRAM_H_

#include "script/loaded_program.h"

namespace streplay::script {

LoadedProgram::LoadedProgram(std::shared_ptr<const Program> program)
    : program_(std::move(program)), constants_(program_->constant_count()) {
}

const Signature& LoadedProgram::SignatureOf(const Function& function) {
  auto found = signatures_.find(&function);
  if (found == signatures_.end()) {
    found = signatures_.emplace(&function, Signature::Of(function)).first;
  }
  return found->second;
}

}  // namespace streplay::script

// The programs of a simulation: every distinct text is parsed once.
#ifndef STREPLAY_RUNTIME_PROGRAM_CACHE_H_
#define STREPLAY_RUNTIME_PROGRAM_CACHE_H_

#include <map>
#include <memory>
#include <string>

#include "base/source_text.h"
#include "script/program.h"
#include "script/symbol.h"

namespace streplay {

class ProgramCache {
 public:
  // `symbols` is that of the heap in which the programs will run.
  explicit ProgramCache(script::SymbolTable& symbols) : symbols_(symbols) {}

  // Null when the text has syntax errors.
  std::shared_ptr<const script::Program> Parse(const MappedText& text);

 private:
  script::SymbolTable& symbols_;
  std::map<std::string, std::shared_ptr<const script::Program>> programs_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PROGRAM_CACHE_H_

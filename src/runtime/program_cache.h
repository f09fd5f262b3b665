// The programs of a scenario: in a simulation every distinct text is parsed once, and simulations
// of the same file one after the other (its profiles) share what they parse.
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

  // To be called before each simulation. `file` may be null: then nothing is known of it.
  void BeginSimulation(SourceTextPtr file);

  // Null when the text has syntax errors. The first of equal texts counts, wherever they stand.
  std::shared_ptr<const script::Program> Parse(const MappedText& text);

 private:
  using Programs = std::map<std::string, std::shared_ptr<const script::Program>>;

  script::SymbolTable& symbols_;
  SourceTextPtr file_;
  Programs programs_;
  Programs earlier_;  // of the file's simulations before this one
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PROGRAM_CACHE_H_

// `script: {file: app.py}`: a script in a file of its own.
#ifndef STREPLAY_SCENARIO_SCRIPT_FILE_H_
#define STREPLAY_SCENARIO_SCRIPT_FILE_H_

#include <optional>

#include "base/source_text.h"
#include "scenario/corpus_place.h"
#include "scenario/file_reader.h"
#include "scenario/load_context.h"
#include "scenario/yaml_node.h"

namespace streplay {

// The script that `node`, the value of `file`, names: a path relative to the scenario's folder,
// written with `/`. A path that is absolute or leaves the corpus root, by `..` or by a link, is
// refused before anything is read.
std::optional<MappedText> ReadScriptFile(const YamlNode& node, const CorpusPlace& place,
                                         const FileReader& files, LoadContext& context);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_SCRIPT_FILE_H_

#include "explore/program_text.h"

#include <utility>

#include "explore/step_text.h"
#include "scenario/file_reader.h"
#include "scenario/scenario_loader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr size_t kIndent = 4;

std::string ArgumentsText(const std::vector<Argument>& arguments) {
  std::string text;
  for (const Argument& argument : arguments) {
    if (!text.empty()) text += ", ";
    if (!argument.name.empty()) text += argument.name + "=";
    text += argument.value;
  }
  return "(" + text + ")";
}

void AppendStatements(std::string& text, const Statements& statements, size_t indent) {
  for (const Statement& statement : statements) {
    text += std::string(indent, ' ') + statement.before;
    bool is_bare =
        statement.before.starts_with("@") && statement.arguments && statement.arguments->empty();
    if (statement.arguments && !is_bare) text += ArgumentsText(*statement.arguments);
    if (statement.opens_block) text += ":";
    text += "\n";
    if (!statement.opens_block) continue;
    if (statement.body.empty()) text += std::string(indent + kIndent, ' ') + "pass\n";
    AppendStatements(text, statement.body, indent + kIndent);
  }
}

size_t CountLines(const Statements& statements) {
  size_t lines = 0;
  for (const Statement& statement : statements) {
    bool is_import =
        statement.before.starts_with("import ") || statement.before.starts_with("from ");
    bool has_pass = statement.opens_block && statement.body.empty();
    lines += (is_import ? 0 : 1) + (has_pass ? 1 : 0) + CountLines(statement.body);
  }
  return lines;
}

// A literal block. An empty line before each function, as people write.
std::string BlockText(const Statements& statements) {
  std::string script;
  bool was_decorator = false;
  for (const Statement& statement : statements) {
    bool is_decorator = statement.before.starts_with("@");
    bool begins = (is_decorator || statement.before.starts_with("def ")) && !was_decorator;
    if (begins && !script.empty()) script += "\n";
    AppendStatements(script, {statement}, 2);
    was_decorator = is_decorator;
  }
  return "|\n" + script;
}

// One text in place of a file.
class TextReader : public FileReader {
 public:
  TextReader(const std::string& path, const std::string& text) : path_(path), text_(text) {}

  FileContent Read(const std::string& path, size_t) const override {
    if (path != path_) return {FileContent::Status::kMissing, {}};
    return {FileContent::Status::kRead, text_};
  }
  std::optional<std::string> RealPath(const std::string& path) const override { return path; }

 private:
  const std::string& path_;
  const std::string& text_;
};

}  // namespace

std::string ScriptText(const Statements& statements) {
  std::string text;
  AppendStatements(text, statements, 0);
  return text;
}

size_t CountLines(const Program& program) {
  return CountLines(program.definitions) + CountLines(program.script);
}

std::string ScenarioText(const Program& program, const std::string& title,
                         const std::vector<std::string>& profiles) {
  std::string text = "title: " + JsonStringText(title) + "\n";
  std::string names;
  for (const std::string& profile : profiles) names += (names.empty() ? "" : ", ") + profile;
  if (!names.empty()) text += "profiles: [" + names + "]\n";
  text += "definitions: " + BlockText(program.definitions);
  text += "script: " + BlockText(program.script);
  text += "steps:\n";
  for (const Step& step : program.steps) text += "  - " + StepText(step) + "\n";
  return text;
}

std::optional<Scenario> LoadScenarioText(const std::string& text, const std::string& path) {
  TextReader reader(path, text);
  Diagnostics diagnostics;
  return LoadScenario(path, reader, {}, diagnostics);
}

}  // namespace streplay

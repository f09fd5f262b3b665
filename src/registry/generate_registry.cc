// generate_registry SPEC DIRECTORY: checks specs/commands.yaml and writes registry_ids.inc and
// registry_tables.inc into DIRECTORY. Exit code 1 with diagnostics when the file has mistakes, 2
// when it cannot be read or the output cannot be written. Runs at build time only.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/diagnostic_formatter.h"
#include "registry/generator/spec_reader.h"
#include "registry/generator/spec_rules.h"
#include "registry/generator/table_writer.h"

namespace {

using streplay::Diagnostics;
using streplay::SourceText;
using streplay::generator::Spec;

std::optional<std::string> ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// A file that holds the text already is left alone: what is compiled from it stays.
bool WriteFile(const std::filesystem::path& path, const std::string& text) {
  if (ReadFile(path) == text) return true;
  std::ofstream out(path, std::ios::binary);
  out << text;
  return static_cast<bool>(out.flush());
}

int Generate(const std::string& spec_path, const std::filesystem::path& directory) {
  std::optional<std::string> text = ReadFile(spec_path);
  if (!text) {
    std::cerr << "cannot read " << spec_path << "\n";
    return 2;
  }
  Diagnostics diagnostics;
  std::optional<Spec> spec = streplay::generator::ReadSpec(
      std::make_shared<const SourceText>(spec_path, std::move(*text)), diagnostics);
  if (spec) streplay::generator::CheckSpec(*spec, diagnostics);
  if (!diagnostics.empty()) {
    std::cerr << streplay::FormatDiagnostics(diagnostics);
    return 1;
  }
  std::error_code ignored;  // a directory that cannot be made shows when the files are written
  std::filesystem::create_directories(directory, ignored);
  if (!WriteFile(directory / "registry_ids.inc", WriteIds(*spec)) ||
      !WriteFile(directory / "registry_tables.inc", WriteTables(*spec))) {
    std::cerr << "cannot write to " << directory.string() << "\n";
    return 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: generate_registry SPEC DIRECTORY\n";
    return 2;
  }
  return Generate(argv[1], argv[2]);
}

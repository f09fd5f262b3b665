// generate_profiles SPEC OUTPUT: checks specs/profiles.yaml and writes profile_tables.inc: an enum
// for every decision point, the Profile struct with one member a point, the profiles, and the
// points as a table for reports. Runs at build time only. Exit code 1 with a message when the file
// has a mistake.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Point {
  std::string name;
  std::string rule;
  std::string question;
  std::vector<std::string> choices;
};

struct Answers {
  std::string profile;
  std::vector<std::string> choices;  // one a point, in their order
};

// "one-of-family" and "entry_lookup" become "OneOfFamily" and "EntryLookup".
std::string CamelCase(const std::string& words) {
  std::string camel;
  bool starts_word = true;
  for (char c : words) {
    if (c == '-' || c == '_') {
      starts_word = true;
      continue;
    }
    camel += starts_word ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    starts_word = false;
  }
  return camel;
}

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

[[noreturn]] void Fail(const YAML::Node& at, const std::string& message) {
  throw std::runtime_error("line " + std::to_string(at.Mark().line + 1) + ": " + message);
}

std::vector<Point> ReadPoints(const YAML::Node& node) {
  std::vector<Point> points;
  for (const auto& entry : node) {
    Point point{entry.first.as<std::string>(),
                entry.second["rule"].as<std::string>(),
                entry.second["question"].as<std::string>(),
                {}};
    for (const auto& choice : entry.second["choices"]) {
      point.choices.push_back(choice.as<std::string>());
    }
    if (point.choices.size() < 2) Fail(entry.first, point.name + " needs two choices");
    points.push_back(std::move(point));
  }
  return points;
}

Answers ReadAnswers(const YAML::Node& name, const YAML::Node& node,
                    const std::vector<Point>& points) {
  Answers answers{name.as<std::string>(), {}};
  for (const Point& point : points) {
    if (!node[point.name]) Fail(name, answers.profile + " does not answer " + point.name);
    auto choice = node[point.name].as<std::string>();
    if (std::find(point.choices.begin(), point.choices.end(), choice) == point.choices.end()) {
      Fail(node[point.name], point.name + " has no choice " + choice);
    }
    answers.choices.push_back(choice);
  }
  if (node.size() != points.size()) Fail(name, answers.profile + " answers an unknown point");
  return answers;
}

void WriteTypes(std::ostream& out, const std::vector<Point>& points) {
  for (const Point& point : points) {
    out << "enum class " << CamelCase(point.name) << " {";
    for (const std::string& choice : point.choices) out << " k" << CamelCase(choice) << ",";
    out << " };\n";
  }
  out << "struct Profile {\n  std::string_view name;\n";
  for (const Point& point : points) {
    out << "  " << CamelCase(point.name) << " " << point.name << ";\n";
  }
  out << "};\n";
}

void WriteTables(std::ostream& out, const std::vector<Point>& points,
                 const std::vector<Answers>& profiles) {
  for (size_t i = 0; i < points.size(); ++i) {
    out << "inline constexpr std::string_view kChoices" << i << "[] = {";
    for (const std::string& choice : points[i].choices) out << Quoted(choice) << ", ";
    out << "};\n";
  }
  out << "inline constexpr DecisionPoint kDecisionPoints[] = {\n";
  for (size_t i = 0; i < points.size(); ++i) {
    out << "    {" << Quoted(points[i].name) << ", " << Quoted(points[i].rule) << ",\n     "
        << Quoted(points[i].question) << ", kChoices" << i << ",\n"
        << "     [](const Profile& profile) { return static_cast<size_t>(profile." << points[i].name
        << "); }},\n";
  }
  out << "};\ninline constexpr Profile kProfiles[] = {\n";
  for (const Answers& answers : profiles) {
    out << "    {" << Quoted(answers.profile);
    for (size_t i = 0; i < points.size(); ++i) {
      out << ", " << CamelCase(points[i].name) << "::k" << CamelCase(answers.choices[i]);
    }
    out << "},\n";
  }
  out << "};\n";
}

std::string Generate(const std::string& spec_path) {
  YAML::Node spec = YAML::LoadFile(spec_path);
  std::vector<Point> points = ReadPoints(spec["points"]);
  std::vector<Answers> profiles;
  for (const auto& entry : spec["profiles"]) {
    profiles.push_back(ReadAnswers(entry.first, entry.second, points));
  }
  std::ostringstream out;
  out << "// Generated from specs/profiles.yaml.\n#ifdef STREPLAY_PROFILE_TYPES\n";
  WriteTypes(out, points);
  out << "#else\n";
  WriteTables(out, points, profiles);
  out << "#endif\n";
  return out.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: generate_profiles SPEC OUTPUT\n";
    return 2;
  }
  try {
    std::string text = Generate(argv[1]);
    std::ofstream out(argv[2], std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[2]);
  } catch (const std::exception& error) {
    std::cerr << argv[1] << ": " << error.what() << "\n";
    return 1;
  }
  return 0;
}

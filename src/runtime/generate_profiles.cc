// generate_profiles SPEC OUTPUT: checks specs/profiles.yaml and writes profile_tables.inc: an enum
// for every decision point, the Profile struct with one member a point, the points as a table, and
// the profiles. Runs at build time only. Exit code 1 with a message when the file
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

struct Choice {
  std::string name;
  std::string meaning;
};

struct Point {
  std::string name;
  std::string rule;
  std::string question;
  std::vector<Choice> choices;
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
      point.choices.push_back({choice.first.as<std::string>(), choice.second.as<std::string>()});
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
    bool is_known = std::any_of(point.choices.begin(), point.choices.end(),
                                [&](const Choice& known) { return known.name == choice; });
    if (!is_known) {
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
    for (const Choice& choice : point.choices) out << " k" << CamelCase(choice.name) << ",";
    out << " };\n";
  }
  out << "struct Profile {\n  std::string_view name;\n";
  for (const Point& point : points) {
    out << "  " << CamelCase(point.name) << " " << point.name << ";\n";
  }
  out << "};\n";
}

void WritePoints(std::ostream& out, const std::vector<Point>& points) {
  for (size_t i = 0; i < points.size(); ++i) {
    out << "inline constexpr Choice kChoices" << i << "[] = {\n";
    for (const Choice& choice : points[i].choices) {
      out << "    {" << Quoted(choice.name) << ", " << Quoted(choice.meaning) << "},\n";
    }
    out << "};\n";
  }
  out << "inline constexpr DecisionPoint kDecisionPoints[] = {\n";
  for (size_t i = 0; i < points.size(); ++i) {
    const std::string& name = points[i].name;
    out << "    {" << Quoted(name) << ", " << Quoted(points[i].rule) << ",\n     "
        << Quoted(points[i].question) << ", kChoices" << i << ",\n"
        << "     [](const Profile& profile) { return static_cast<size_t>(profile." << name
        << "); },\n     [](Profile& profile, size_t choice) { profile." << name << " = static_cast<"
        << CamelCase(name) << ">(choice); }},\n";
  }
  out << "};\n";
}

void WriteProfiles(std::ostream& out, const std::vector<Point>& points,
                   const std::vector<Answers>& profiles) {
  out << "inline constexpr Profile kProfiles[] = {\n";
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
  out << "#elif defined STREPLAY_DECISION_POINTS\n";
  WritePoints(out, points);
  out << "#else\n";
  WriteProfiles(out, points, profiles);
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

#include "report/junit_reporter.h"

#include "report/finding.h"
#include "report/result_text.h"
#include "report/xml_text.h"

namespace streplay {
namespace {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

std::string Tag(std::string_view name, const Attributes& attributes) {
  std::string text = "<" + std::string(name);
  for (const auto& [attribute, value] : attributes) {
    text += " " + std::string(attribute) + "=\"" + XmlText(value) + "\"";
  }
  return text;
}

std::string Property(std::string_view name, const std::string& value) {
  return Tag("property", {{"name", std::string(name)}, {"value", value}}) + "/>";
}

std::string Properties(const ScenarioResult& result) {
  std::string properties;
  if (!result.title.empty()) properties += Property("title", result.title);
  for (const std::string& rule : result.rules) properties += Property("rule", rule);
  return properties.empty() ? "" : "      <properties>" + properties + "</properties>\n";
}

bool IsError(CheckOutcome outcome) {
  return outcome == CheckOutcome::kInvalid || outcome == CheckOutcome::kError;
}

std::string FirstSentence(const std::vector<Finding>& findings) {
  if (findings.empty()) return "";
  const Finding& first = findings.front();
  return first.context.empty() ? first.sentence : first.context + ": " + first.sentence;
}

std::string Verdict(const ScenarioResult& result, bool in_ci) {
  if (IsGood(result.outcome)) return "";
  if (result.outcome == CheckOutcome::kSkipped) {
    return "      " + Tag("skipped", {{"message", result.skip_reason}}) + "/>\n";
  }
  std::string name = IsError(result.outcome) ? "error" : "failure";
  Attributes attributes = {{"message", FirstSentence(FindingsOf(result, in_ci))},
                           {"type", std::string(CheckOutcomeName(result.outcome))}};
  return "      " + Tag(name, attributes) + ">" + XmlLines(ResultText(result, in_ci)) + "</" +
         name + ">\n";
}

// "scenarios/a/b.yaml" is "b" in "scenarios/a".
std::string FolderOf(const std::string& path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

std::string NameOf(const ScenarioResult& result) {
  std::string name = result.path.substr(result.path.rfind('/') + 1);  // npos + 1 is 0
  name = name.substr(0, name.rfind('.'));
  return result.profile.empty() ? name : name + " [" + result.profile + "]";
}

bool IsFailure(const ObsoleteGoldens& obsolete) {
  return obsolete.fails() || !obsolete.error.empty();
}

// Each obsolete golden is a test case, too: else a report without failures would fail.
std::string ObsoleteCases(const ObsoleteGoldens& obsolete) {
  std::string cases;
  for (const Finding& finding : FindingsOf(obsolete)) {
    cases += "    " + Tag("testcase", {{"classname", "obsolete goldens"},
                                       {"name", finding.file.empty() ? "-" : finding.file}});
    cases += IsFailure(obsolete)
                 ? ">\n      " +
                       Tag("failure", {{"message", finding.sentence}, {"type", "obsolete"}}) +
                       "/>\n    </testcase>\n"
                 : "/>\n";
  }
  return cases;
}

Attributes Counts(std::string name, const Totals& totals) {
  size_t obsolete = FindingsOf(totals.obsolete).size();
  size_t tests = obsolete;
  for (size_t count : totals.by_outcome) tests += count;
  size_t failures = totals.Of(CheckOutcome::kFail) + totals.Of(CheckOutcome::kMissing) +
                    (IsFailure(totals.obsolete) ? obsolete : 0);
  size_t errors = totals.Of(CheckOutcome::kInvalid) + totals.Of(CheckOutcome::kError);
  return {{"name", std::move(name)},
          {"tests", std::to_string(tests)},
          {"failures", std::to_string(failures)},
          {"errors", std::to_string(errors)},
          {"skipped", std::to_string(totals.Of(CheckOutcome::kSkipped))}};
}

}  // namespace

void JunitReporter::Finished(const ScenarioResult& result) {
  std::string content = Properties(result) + Verdict(result, info_.in_ci);
  cases_ += "    " + Tag("testcase", {{"classname", FolderOf(result.path)},
                                      {"name", NameOf(result)},
                                      {"file", result.path}});
  cases_ += content.empty() ? "/>\n" : ">\n" + content + "    </testcase>\n";
}

void JunitReporter::End(const Totals& totals) {
  out_ << R"(<?xml version="1.0" encoding="UTF-8"?>)"
       << "\n"
       << Tag("testsuites", Counts("streplay", totals)) << ">\n"
       << "  " << Tag("testsuite", Counts("streplay", totals)) << ">\n"
       << "    <properties>" << Property("version", info_.version);
  if (info_.shard) out_ << Property("shard", ShardText(*info_.shard));
  out_ << "</properties>\n"
       << cases_ << ObsoleteCases(totals.obsolete) << "  </testsuite>\n</testsuites>\n";
}

}  // namespace streplay

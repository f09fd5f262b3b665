#include "explore/expression_grammar.h"

#include <array>
#include <string_view>
#include <utility>

namespace streplay {
namespace {

constexpr size_t kWrongChoicePercent = 1;  // a word that the command does not know

// Data that the model does not look into, by command: an expression, and the import it needs.
struct DataExpression {
  CommandId command;
  std::string_view expression;
  std::string_view import;  // empty: none
};

constexpr std::array kData = {
    DataExpression{CommandId::kDataframe, R"({"a": [1, 2]})", ""},
    DataExpression{CommandId::kDataframe, R"(pd.DataFrame({"a": [1]}))", "import pandas as pd"},
    DataExpression{CommandId::kTable, R"({"a": [1, 2], "b": [3, 4]})", ""},
    DataExpression{CommandId::kLineChart, R"({"a": [1, 3, 2]})", ""},
    DataExpression{CommandId::kAreaChart, R"({"a": [1, 3], "b": [2, 4]})", ""},
    DataExpression{CommandId::kBarChart, "np.zeros((3, 1))", "import numpy as np"},
    DataExpression{CommandId::kAltairChart, R"(alt.Chart("c"))", "import altair as alt"},
    DataExpression{CommandId::kBokehChart, "plotting.figure()", "from bokeh import plotting"},
    DataExpression{CommandId::kPlotlyChart, "graph_objects.Figure()",
                   "from plotly import graph_objects"},
    DataExpression{CommandId::kPydeckChart, "pydeck.Deck()", "import pydeck"},
    DataExpression{CommandId::kPydeckChart, "None", ""},
    DataExpression{CommandId::kGraphvizChart, R"("digraph { a -> b }")", ""},
    DataExpression{CommandId::kMap, R"({"lat": [1.5], "lon": [2.5]})", ""},
    DataExpression{CommandId::kImage, R"("https://example.com/a.png")", ""},
    DataExpression{CommandId::kAudio, R"("https://example.com/a.mp3")", ""},
    DataExpression{CommandId::kVideo, R"("https://example.com/a.mp4")", ""},
    DataExpression{CommandId::kVideo, R"("https://youtu.be/B2iAodr0fOo")", ""},
    DataExpression{CommandId::kDownloadButton, R"("data")", ""},
};

std::string NewData(GrammarState& state, CommandId command) {
  std::vector<const DataExpression*> fitting;
  for (const DataExpression& data : kData) {
    if (data.command == command) fitting.push_back(&data);
  }
  if (fitting.empty()) return {};
  const DataExpression& data = *state.random.Pick(fitting);
  if (!data.import.empty()) state.imports.emplace(data.import);
  return std::string(data.expression);
}

std::string NewChoice(GrammarState& state, const Parameter& parameter) {
  if (state.random.Chance(kWrongChoicePercent)) return R"("none")";
  size_t choice = state.random.Below(parameter.choices.size());
  return "\"" + std::string(parameter.choices[choice]) + "\"";
}

std::string NewInteger(GrammarState& state, const Command& command, const Parameter& parameter) {
  bool is_size = parameter.name == "width" || parameter.name == "height";
  if (command.id == CommandId::kMap) return state.random.Pick({"3", "10"});
  return is_size ? state.random.Pick({"100", "320"}) : state.random.Pick({"1", "2", "3"});
}

std::string NewObject(GrammarState& state, const Place& place, CommandId command) {
  if (command == CommandId::kHelp) return state.random.Pick({"len", "dict", "3", R"("a")"});
  if (command == CommandId::kJson && state.random.Chance(40)) {
    return state.random.Pick({R"({"a": 1, "b": [True, None]})", "[1, 2]", R"('{"a": 1}')", "{}"});
  }
  return NewValue(state, place);
}

std::string NewPlainValue(GrammarState& state, const Place& place, const Command& command) {
  if (command.id == CommandId::kProgress) return state.random.Pick({"0", "40", "100", "0.5"});
  if (command.id == CommandId::kMetric)
    return state.random.Pick({"3", "-2", "1.5", "None", "\"8\""});
  return NewValue(state, place);
}

std::string NewWritten(GrammarState& state, const Place& place) {
  switch (state.random.PickWeighted({60, 8, 8, 8, 6})) {
    case 1:
      return R"(ValueError("e"))";
    case 2:
      return R"({"a": [1, None]})";
    case 3:
      return NewShownText(state, place) + ", " + NewValue(state, place);
    case 4:
      return R"("a", [1], "b")";
    default:
      return NewValue(state, place);
  }
}

Argument CallbackArgument(GrammarState& state, const Parameter& parameter) {
  return {std::string(parameter.name), state.random.Pick(state.callbacks), "", false};
}

}  // namespace

std::string NewText(GrammarState& state, const Place& place) {
  std::string text = state.NewName("t");
  bool is_plain = state.is_transparent() || state.random.Chance(90);
  if (!is_plain) text += state.random.Pick({" **b**", "\\n  two", " é", " $x$", " ", "<b>"});
  text = "\"" + text + "\"";
  if (is_plain && place.is_editable) state.editable_texts.push_back(text);
  return text;
}

std::string NewShownText(GrammarState& state, const Place& place) {
  if (state.random.Chance(45)) return NewText(state, place);
  std::string shown;
  if (!place.variables.empty() && state.random.Chance(60)) {
    shown = state.random.Pick(place.variables).shown;
  } else if (!place.parameter.empty()) {
    shown = place.parameter;
  }
  if (shown.empty() || shown.find('"') != std::string::npos) return NewText(state, place);
  return "f\"" + state.NewName("t") + " {" + shown + "}\"";
}

std::string NewValue(GrammarState& state, const Place& place) {
  size_t kind = state.random.PickWeighted({30, 30, 20, 25});
  if (kind == 0 && !place.variables.empty()) return state.random.Pick(place.variables).shown;
  if (kind == 1 && !place.parameter.empty()) return place.parameter;
  if (kind == 2) {
    return state.random.Pick({"1", "2.5", "True", "None", "[1, 2]", "(1, 2)", R"({"a": 1})"});
  }
  return NewText(state, place);
}

std::string NewCondition(GrammarState& state, const Place& place) {
  if (!place.variables.empty() && state.random.Chance(80)) {
    const std::string& condition = state.random.Pick(place.variables).condition;
    return state.random.Chance(15) ? "not (" + condition + ")" : condition;
  }
  if (!place.parameter.empty()) {
    return place.parameter + state.random.Pick({" == 1", " != 2", " == \"a\""});
  }
  return state.random.Pick({"True", "True", "False"});
}

std::optional<Argument> NewArgument(GrammarState& state, const Place& place, const Command& command,
                                    const Parameter& parameter) {
  Random& random = state.random;
  std::string name = parameter.required ? "" : std::string(parameter.name);
  auto fits = [&](std::string value, std::string simplest = {}) {
    return Argument{name, std::move(value), std::move(simplest), parameter.required};
  };
  switch (parameter.meaning) {
    case Meaning::kLabel:
      return fits(NewShownText(state, place), R"("a")");
    case Meaning::kText:
      return fits(NewShownText(state, place), R"("a")");
    case Meaning::kString:
    case Meaning::kHelp:
      if (parameter.name == "language") return fits(random.Pick({R"("json")", "None"}));
      if (parameter.name == "x" || parameter.name == "y") return std::nullopt;
      if (parameter.name == "format" || parameter.name == "code_location") return std::nullopt;
      if (parameter.name == "channels" || parameter.name == "output_format") return std::nullopt;
      return fits(NewText(state, place), R"("a")");
    case Meaning::kBool:
      return fits(random.Pick({"True", "False"}));
    case Meaning::kInt:
      if (parameter.name == "sample_rate") return std::nullopt;
      return fits(NewInteger(state, command, parameter));
    case Meaning::kChoice:
      if (parameter.name == "sharing") return std::nullopt;  // some of them publish the figure
      return fits(NewChoice(state, parameter));
    case Meaning::kIcon:
      return fits(random.Pick({"None", "\"🚨\""}));
    case Meaning::kTheme:
      return fits(random.Pick({"None", R"("streamlit")"}));
    case Meaning::kWidthRule:
      return fits(random.Pick({R"("auto")", R"("always")", "True"}));
    case Meaning::kCaptions:
      return fits(NewText(state, place));
    case Meaning::kUrl:
      return fits(R"("https://example.com")");
    case Meaning::kHtml:
      return fits(R"("<b>a</b>")");
    case Meaning::kObject:
      return fits(NewObject(state, place, command.id), "1");
    case Meaning::kObjects:
      return fits(NewWritten(state, place), "1");
    case Meaning::kException:
      return fits(random.Pick({R"(ValueError("e"))", "KeyError(3)", R"(RuntimeError("e", 1))"}));
    case Meaning::kValue:
      return fits(NewPlainValue(state, place, command), "1");
    case Meaning::kData:
      if (command.id == CommandId::kVegaLiteChart) {
        return fits(parameter.name == "data" ? R"({"a": [1, 2]})" : R"({"mark": "bar"})");
      }
      if (std::string data = NewData(state, command.id); !data.empty()) return fits(data);
      return std::nullopt;
    case Meaning::kCallback:
      if (state.callbacks.empty()) return std::nullopt;
      return CallbackArgument(state, parameter);
    default:
      return std::nullopt;
  }
}

}  // namespace streplay

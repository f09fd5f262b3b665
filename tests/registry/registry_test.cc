// The generated tables: complete, consistent with one another, and found by name.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "registry/command.h"
#include "registry/delta.h"
#include "registry/page.h"
#include "support/catch.h"

namespace streplay {
namespace {

// The page's lists, kept here apart from specs/commands.yaml.
const std::vector<std::string> kStaticOnThePage = {"st.alert",
                                                   "st.altair_chart",
                                                   "st.area_chart",
                                                   "st.audio",
                                                   "st.bar_chart",
                                                   "st.ballons",
                                                   "st.bokeh_chart",
                                                   "st.caption",
                                                   "st.code",
                                                   "st.components.v1.html",
                                                   "st.components.v1.iframe",
                                                   "st.container",
                                                   "st.dataframe",
                                                   "st.echo",
                                                   "st.empty",
                                                   "st.error",
                                                   "st.exception",
                                                   "st.expander",
                                                   "st.experimental_get_query_params",
                                                   "st.experimental_set_query_params",
                                                   "st.form",
                                                   "st.form_submit_button",
                                                   "st.graphviz_chart",
                                                   "st.help",
                                                   "st.image",
                                                   "st.info",
                                                   "st.json",
                                                   "st.latex",
                                                   "st.line_chart",
                                                   "st.markdown",
                                                   "st.metric",
                                                   "st.plotly_chart",
                                                   "st.progress",
                                                   "st.pydeck_chart",
                                                   "st.snow",
                                                   "st.spinner",
                                                   "st.success",
                                                   "st.table",
                                                   "st.text",
                                                   "st.vega_lite_chart",
                                                   "st.video",
                                                   "st.warning"};
const std::vector<std::string> kWidgetsOnThePage = {
    "st.button",       "st.camera_input",    "st.checkbox",      "st.color_picker",
    "st.date_input",   "st.download_button", "st.file_uploader", "st.multiselect",
    "st.number_input", "st.radio",           "st.selectbox",     "st.select_slider",
    "st.slider",       "st.text_area",       "st.text_input",    "st.time_input"};

std::vector<std::string> Spellings(std::span<const PageEntry> entries) {
  std::vector<std::string> spellings;
  for (const PageEntry& entry : entries) spellings.emplace_back(entry.spelling);
  return spellings;
}

// "default:bool identity, ..." of a type's fields, in their order.
std::string Describe(std::span<const Field> fields) {
  std::string text;
  for (const Field& field : fields) {
    if (!text.empty()) text += ", ";
    text += std::string(field.name) + ":" + std::string(Word(field.kind));
    if (field.identity) text += " identity";
    if (!field.compared) text += " hidden";
  }
  return text;
}

// A command's parameters as Python would show them.
std::string Signature(const Command& command) {
  std::string text;
  for (const Parameter& parameter : command.parameters) {
    if (!text.empty()) text += ", ";
    text += std::string(parameter.name) + ":" + std::string(Word(parameter.kind));
    text += parameter.required ? "" : "=" + std::string(Word(parameter.default_value.kind));
  }
  return text;
}

TEST_CASE("the page's lists are complete and in its order") {
  CHECK(Spellings(PageStaticCommands()) == kStaticOnThePage);
  CHECK(Spellings(PageWidgetCommands()) == kWidgetsOnThePage);
}

TEST_CASE("the page's odd spellings stand for the commands meant") {
  const PageEntry& alert = PageStaticCommands()[0];
  CHECK(std::vector<CommandId>(alert.commands.begin(), alert.commands.end()) ==
        std::vector<CommandId>{CommandId::kError, CommandId::kWarning, CommandId::kInfo,
                               CommandId::kSuccess});
  const PageEntry& balloons = PageStaticCommands()[5];
  CHECK(std::vector<CommandId>(balloons.commands.begin(), balloons.commands.end()) ==
        std::vector<CommandId>{CommandId::kBalloons});
  CHECK(FindCommand("alert") == nullptr);
  CHECK(FindCommand("ballons") == nullptr);
}

TEST_CASE("every other spelling is its command's name, and the command knows its list") {
  for (const PageEntry& entry : PageStaticCommands()) {
    for (CommandId id : entry.commands) CHECK(GetCommand(id).page_list == PageList::kStatic);
    if (entry.spelling == "st.alert" || entry.spelling == "st.ballons") continue;
    REQUIRE(entry.commands.size() == 1);
    CHECK("st." + std::string(GetCommand(entry.commands[0]).name) == entry.spelling);
  }
  for (const PageEntry& entry : PageWidgetCommands()) {
    REQUIRE(entry.commands.size() == 1);
    const Command& command = GetCommand(entry.commands[0]);
    CHECK(command.page_list == PageList::kWidget);
    CHECK(command.category == Category::kWidget);
    CHECK("st." + std::string(command.name) == entry.spelling);
  }
  CHECK(GetCommand(CommandId::kWrite).page_list == PageList::kNone);
}

TEST_CASE("each id is the index of its entry, and each entry is found by its name") {
  REQUIRE(AllCommands().size() == kCommandCount);
  for (size_t i = 0; i < kCommandCount; ++i) {
    const Command& command = AllCommands()[i];
    CHECK(static_cast<size_t>(command.id) == i);
    CHECK(FindCommand(command.name) == &command);
    CHECK(&GetCommand(command.id) == &command);
  }
  REQUIRE(AllDeltas().size() == kDeltaCount);
  for (size_t i = 0; i < kDeltaCount; ++i) {
    const Delta& delta = AllDeltas()[i];
    CHECK(static_cast<size_t>(delta.type) == i);
    CHECK(FindDelta(delta.name) == &delta);
    CHECK(&GetDelta(delta.type) == &delta);
  }
  REQUIRE(AllBlocks().size() == kBlockCount);
  for (size_t i = 0; i < kBlockCount; ++i) {
    const Block& block = AllBlocks()[i];
    CHECK(static_cast<size_t>(block.type) == i);
    CHECK(FindBlock(block.name) == &block);
    CHECK(&GetBlock(block.type) == &block);
  }
}

TEST_CASE("names that are not there are not found") {
  for (std::string_view name : {"", "a", "checkbo", "checkboxx", "zzz", "st.checkbox"}) {
    CHECK(FindCommand(name) == nullptr);
    CHECK(FindDelta(name) == nullptr);
    CHECK(FindBlock(name) == nullptr);
    CHECK(FindUnsupported(name) == nullptr);
  }
}

TEST_CASE("names that scripts may not use say why") {
  for (const UnsupportedName& name : AllUnsupported()) {
    CHECK(FindUnsupported(name.name) == &name);
    CHECK(FindCommand(name.name) == nullptr);
    CHECK_FALSE(name.reason.empty());
  }
  REQUIRE(FindUnsupported("cache") != nullptr);
  CHECK(FindUnsupported("cache")->reason == "the older cache is not modelled");
}

TEST_CASE("a command's attributes: checkbox") {
  const Command& checkbox = GetCommand(CommandId::kCheckbox);
  CHECK(checkbox.name == "checkbox");
  CHECK(checkbox.owner == "CheckboxMixin.checkbox");
  CHECK(checkbox.is_method());
  CHECK(checkbox.deltas.size() == 1);
  CHECK(checkbox.deltas[0] == DeltaType::kCheckbox);
  CHECK(checkbox.recorded_as == "checkbox");
  CHECK(checkbox.warns_as == "checkbox");
  CHECK(checkbox.value == ValueKind::kBool);
  CHECK(checkbox.initial == 1);
  CHECK(checkbox.settable);
  CHECK(checkbox.in_form == FormRule::kAllowed);
  CHECK(Signature(checkbox) ==
        "label:positional, value:positional=bool, key:positional=none, help:positional=none, "
        "on_change:positional=none, args:positional=none, kwargs:positional=none, "
        "disabled:keyword=bool, label_visibility:keyword=string");
}

TEST_CASE("defaults carry their values") {
  auto default_of = [](CommandId id, std::string_view parameter) {
    const Command& command = GetCommand(id);
    return command.parameters[*FindParameter(command, parameter)].default_value;
  };
  CHECK(default_of(CommandId::kLineChart, "use_container_width").boolean);
  CHECK_FALSE(default_of(CommandId::kCheckbox, "value").boolean);
  CHECK(default_of(CommandId::kAudio, "start_time").integer == 0);
  CHECK(default_of(CommandId::kSpinner, "text").text == "In progress...");
  CHECK(default_of(CommandId::kNumberInput, "value").kind == DefaultKind::kNoValue);
  CHECK(default_of(CommandId::kRadio, "format_func").kind == DefaultKind::kStr);
  CHECK(default_of(CommandId::kSelectSlider, "options").kind == DefaultKind::kEmpty);
  CHECK(default_of(CommandId::kCheckbox, "label").kind == DefaultKind::kRequired);
  CHECK_FALSE(FindParameter(GetCommand(CommandId::kCheckbox), "lable").has_value());
}

TEST_CASE("variadic parameters are not required") {
  CHECK(Signature(GetCommand(CommandId::kWrite)) ==
        "args:var-positional=required, unsafe_allow_html:keyword=bool, "
        "kwargs:var-keyword=required");
}

TEST_CASE("commands whose delta has another name") {
  CHECK(GetCommand(CommandId::kTitle).deltas[0] == DeltaType::kHeading);
  CHECK(GetCommand(CommandId::kHelp).deltas[0] == DeltaType::kDocString);
  CHECK(GetCommand(CommandId::kBarChart).deltas[0] == DeltaType::kArrowVegaLiteChart);
  CHECK(GetCommand(CommandId::kBarChart).recorded_as == "arrow_bar_chart");
  CHECK(GetCommand(CommandId::kSelectSlider).warns_as == "slider");
  CHECK(GetCommand(CommandId::kFormSubmitButton).warns_as == "button");
  CHECK(GetCommand(CommandId::kFormSubmitButton).in_form == FormRule::kRequired);
  CHECK(GetCommand(CommandId::kForm).warns_as.empty());
  CHECK(GetCommand(CommandId::kComponentsV1Html).owner == "IframeMixin._html");
}

TEST_CASE("only widgets warn in a cached function") {
  for (const Command& command : AllCommands()) {
    CHECK(command.warns_as.empty() == (command.category != Category::kWidget));
    CHECK((command.value == ValueKind::kNone) == (command.category != Category::kWidget));
  }
}

TEST_CASE("a widget's delta has a state and an identity") {
  for (const Command& command : AllCommands()) {
    if (command.category != Category::kWidget) continue;
    const Delta& delta = GetDelta(command.deltas[0]);
    CHECK(delta.state != StateField::kNone);
    CHECK(delta.has_id);
    CHECK(std::ranges::any_of(delta.fields, &Field::identity));
  }
}

TEST_CASE("a data frame has an id without being a widget") {
  CHECK(GetDelta(DeltaType::kArrowDataFrame).has_id);
  CHECK(GetDelta(DeltaType::kArrowDataFrame).state == StateField::kNone);
  CHECK_FALSE(GetDelta(DeltaType::kArrowVegaLiteChart).has_id);
}

TEST_CASE("fields stand in the order of streams") {
  CHECK(Describe(GetDelta(DeltaType::kMarkdown).fields) ==
        "body:string, allow_html:bool, is_caption:bool, element_type:enum");
  CHECK(Describe(GetDelta(DeltaType::kCheckbox).fields) ==
        "label:string identity, default:bool identity, help:string identity, "
        "form_id:string identity hidden, value:bool, set_value:bool, disabled:bool, "
        "label_visibility:message");
  CHECK(Describe(GetDelta(DeltaType::kException).fields) ==
        "exception:string, command:fact, function:fact, key:fact, argument:fact, message:string");
  CHECK(Describe(GetBlock(BlockType::kColumn).fields) == "weight:double, gap:string");
  CHECK(Describe(GetDelta(DeltaType::kEmpty).fields).empty());
}

TEST_CASE("a field knows its enumerators, its members and its protobuf name") {
  const Delta& markdown = GetDelta(DeltaType::kMarkdown);
  const Field* type = FindField(markdown.fields, FieldId::kElementType);
  REQUIRE(type != nullptr);
  CHECK(std::vector<std::string>(type->values.begin(), type->values.end()) ==
        std::vector<std::string>{"UNSPECIFIED", "NATIVE", "CAPTION", "CODE", "LATEX"});
  const Field* visibility = FindField(GetDelta(DeltaType::kSlider).fields, "label_visibility");
  REQUIRE(visibility != nullptr);
  CHECK(Describe(visibility->fields()) == "value:enum");
  CHECK(FindField(GetDelta(DeltaType::kException).fields, "exception")->proto == "type");
  CHECK(FindField(GetDelta(DeltaType::kException).fields, "key")->proto.empty());
  CHECK(FindField(markdown.fields, "label") == nullptr);
  CHECK(FindField(markdown.fields, FieldId::kLabel) == nullptr);
  CHECK(GetBlock(BlockType::kContainer).proto == "vertical");
}

TEST_CASE("field ids and names agree at every depth") {
  for (const Delta& delta : AllDeltas()) {
    for (const Field& field : delta.fields) {
      CHECK(FieldName(field.id) == field.name);
      for (const Field& member : field.fields()) CHECK(FieldName(member.id) == member.name);
    }
  }
  std::set<std::string_view> names;
  for (size_t i = 0; i < kFieldCount; ++i) names.insert(FieldName(static_cast<FieldId>(i)));
  CHECK(names.size() == kFieldCount);
}

TEST_CASE("cache commands") {
  const Command& singleton = *FindCommand("experimental_singleton");
  CHECK(singleton.family == CacheFamily::kResource);
  CHECK(singleton.replaced_by == "cache_resource");
  CHECK(singleton.owner == "CacheResourceAPI.__call__");
  CHECK(FindCommand("experimental_memo.clear")->replaced_by == "cache_data.clear");
  CHECK(FindCommand("cache_data")->replaced_by.empty());
  CHECK(FindCommand("cache_data")->family == CacheFamily::kData);
}

}  // namespace
}  // namespace streplay

#include "runtime/clean_text.h"
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

ElementBuilder MarkdownBuilder(std::string element_type) {
  ElementBuilder builder(DeltaType::kMarkdown);
  builder.SetText(FieldId::kElementType, std::move(element_type));
  return builder;
}

Value PlaceMarkdown(CommandCall& call, ElementBuilder& builder) {
  if (!SetCleanedBody(call, builder)) return {};
  if (!SetBoolArgument(call, builder, FieldId::kAllowHtml, "unsafe_allow_html")) return {};
  return PlaceElement(call, builder);
}

Value Heading(CommandCall& call, std::string tag) {
  ElementBuilder builder(DeltaType::kHeading);
  builder.SetText(FieldId::kTag, std::move(tag));
  if (!SetTextArgument(call, builder, FieldId::kAnchor, "anchor")) return {};
  if (!SetCleanedBody(call, builder)) return {};
  return PlaceElement(call, builder);
}

}  // namespace

Value Markdown(CommandCall& call) {
  ElementBuilder builder = MarkdownBuilder("NATIVE");
  return PlaceMarkdown(call, builder);
}

Value Caption(CommandCall& call) {
  ElementBuilder builder = MarkdownBuilder("CAPTION");
  builder.SetBool(FieldId::kIsCaption, true);
  return PlaceMarkdown(call, builder);
}

Value Code(CommandCall& call) {
  const Value& language = call.Argument("language");
  std::optional<bool> has_language = script::IsTrue(call.interpreter, language);
  if (!has_language) return {};
  std::string text = "```";
  if (*has_language) {
    std::optional<std::string> name = script::StrText(call.interpreter, language);
    if (!name) return {};
    text += *name;
  }
  std::optional<std::string> body = script::StrText(call.interpreter, call.Argument("body"));
  if (!body) return {};
  ElementBuilder builder = MarkdownBuilder("CODE");
  builder.SetText(FieldId::kBody, CleanText(text + "\n" + *body + "\n```"));
  return PlaceElement(call, builder);
}

Value Latex(CommandCall& call) {
  std::optional<std::string> body = CleanedText(call, call.Argument("body"));
  if (!body) return {};
  ElementBuilder builder = MarkdownBuilder("LATEX");
  builder.SetText(FieldId::kBody, "$$\n" + *body + "\n$$");
  return PlaceElement(call, builder);
}

Value Title(CommandCall& call) {
  return Heading(call, "h1");
}

Value Header(CommandCall& call) {
  return Heading(call, "h2");
}

Value Subheader(CommandCall& call) {
  return Heading(call, "h3");
}

Value Text(CommandCall& call) {
  ElementBuilder builder(DeltaType::kText);
  if (!SetCleanedBody(call, builder)) return {};
  return PlaceElement(call, builder);
}

}  // namespace streplay

#include "cli/finding_report.hpp"

#include <string_view>
#include <vector>

#include "cli/display.hpp"
#include "cli/json_object.hpp"

namespace unbake::cli {
namespace {

constexpr std::size_t kBriefCharacters = 60;

std::string_view before(const Document& document, const Edit& edit) {
  return document.text.substr(edit.offset, edit.length);
}

std::string line_of(std::string_view name, const std::string& content) {
  std::string line = "  " + std::string(name);
  return line.append(14 - line.size(), ' ') + content + "\n";
}

std::string loss_text(const Edit& edit, const Loss& loss) {
  std::string text = quoted(std::string_view(edit.after).substr(loss.offset, loss.length)) + " at byte " +
                     std::to_string(loss.offset) + " was chosen";
  const char* separator = " among ";
  for (const LossCandidate& candidate : loss.candidates) {
    text += separator + quoted(candidate.text) + " " + decimal(candidate.probability, 3);
    separator = ", ";
  }
  return text;
}

}  // namespace

const char* verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kRepaired:
      return "repaired";
    case Verdict::kUnsure:
      return "unsure";
    case Verdict::kUnproven:
      return "unproven";
    case Verdict::kUnrecoverable:
      return "unrecoverable";
    case Verdict::kMentioned:
      return "mentioned";
  }
  return "";
}

std::string place(const Document& document, Position position) {
  std::string text = display_name(document.file);
  if (document.record > 0) {
    text.append(":").append(std::to_string(document.record)).append(" ").append(document.field).append(" ");
  } else {
    text += ":";
  }
  return text + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string brief_report(const Document& document, const Finding& finding, Position position, bool colored) {
  const Edit& edit = finding.edit;
  std::string text = styled(place(document, position), Style::kPlace, colored) + ": " +
                     styled(quoted(before(document, edit), kBriefCharacters), Style::kOld, colored);
  if (finding.verdict != Verdict::kUnrecoverable) {
    text += " -> " + styled(quoted(edit.after, kBriefCharacters), Style::kNew, colored);
  }
  text += " (";
  if (!edit.path.empty()) text += edit.path + ", ";
  return text + "confidence " + decimal(edit.confidence, 3) + ")\n";
}

std::string full_report(const Document& document, const Finding& finding, Position position, bool colored) {
  const Edit& edit = finding.edit;
  std::string text = styled(place(document, position), Style::kPlace, colored) + ": " +
                     styled(verdict_name(finding.verdict), Style::kBold, colored) + "\n";
  text += line_of("before", styled(quoted(before(document, edit)), Style::kOld, colored));
  if (finding.verdict != Verdict::kUnrecoverable) {
    text += line_of("after", styled(quoted(edit.after), Style::kNew, colored));
  }
  text += line_of("bytes", std::to_string(edit.length) + " at offset " + std::to_string(document.mark + edit.offset));
  if (!edit.path.empty()) text += line_of("path", edit.path + " (" + edit.profile + ")");
  if (!edit.notation.empty()) text += line_of("spelled", "in " + edit.notation);
  for (const Loss& loss : edit.losses) text += line_of("lost", loss_text(edit, loss));
  text +=
      line_of("score", decimal(edit.score, 2) + " nats: language " + decimal(edit.parts.language, 2) + ", structure " +
                           decimal(edit.parts.structure, 2) + ", document " + decimal(edit.parts.document, 2));
  text += line_of("confidence", decimal(edit.confidence, 4));
  return text + line_of("reason", finding.reason);
}

std::string json_report(const Document& document, const Finding& finding, Position position) {
  const Edit& edit = finding.edit;
  std::vector<JsonObject> losses;
  for (const Loss& loss : edit.losses) {
    std::vector<JsonObject> candidates;
    for (const LossCandidate& candidate : loss.candidates) {
      candidates.push_back(JsonObject().add("text", candidate.text).add("probability", candidate.probability));
    }
    losses.push_back(JsonObject().add("offset", loss.offset).add("length", loss.length).add("candidates", candidates));
  }
  JsonObject object;
  object.add("schema_version", kSchemaVersion).add("file", document.file);
  if (document.record > 0) object.add("record", document.record).add("field", document.field);
  object.add("offset", document.mark + edit.offset)
      .add("length", edit.length)
      .add("line", position.line)
      .add("column", position.column)
      .add("verdict", verdict_name(finding.verdict))
      .add("before", before(document, edit))
      .add("after", edit.after)
      .add("path", edit.path)
      .add("profile", edit.profile)
      .add("notation", edit.notation)
      .add("confidence", edit.confidence)
      .add("score", edit.score)
      .add("score_parts", JsonObject()
                              .add("language", edit.parts.language)
                              .add("structure", edit.parts.structure)
                              .add("document", edit.parts.document))
      .add("losses", losses)
      .add("reason", finding.reason);
  return object.text() + "\n";
}

}  // namespace unbake::cli

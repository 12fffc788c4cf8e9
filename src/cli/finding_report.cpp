#include "cli/finding_report.hpp"

#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/display.hpp"
#include "cli/json_object.hpp"

namespace unbake::cli {
namespace {

constexpr std::size_t kBriefCharacters = 60;

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

std::string place_text(Document& document, const Finding& finding) {
  const Position position = document.place(finding.edit).position;
  return display_name(document.file()) + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string brief_report(Document& document, const Finding& finding, bool colored) {
  const Edit& edit = finding.edit;
  std::string text = styled(place_text(document, finding), Style::kPlace, colored) + ": " +
                     styled(quoted(document.before(edit), kBriefCharacters), Style::kOld, colored);
  if (finding.kind.empty()) {
    text += " -> " + styled(quoted(edit.after, kBriefCharacters), Style::kNew, colored);
  }
  text += " (";
  const std::string_view field = document.place(edit).field;
  if (!finding.kind.empty()) {
    text += finding.kind + (edit.path.empty() ? "" : ", " + edit.path);
  } else {
    text += edit.path + ", confidence " + decimal(edit.confidence, 3);
  }
  if (!field.empty()) text += ", in " + std::string(field);
  return text + ")\n";
}

std::string full_report(Document& document, const Finding& finding, bool colored) {
  const Edit& edit = finding.edit;
  std::string text = styled(place_text(document, finding), Style::kPlace, colored) + ": " +
                     styled(verdict_name(finding.verdict), Style::kBold, colored) + "\n";
  text += line_of("before", styled(quoted(document.before(edit)), Style::kOld, colored));
  if (finding.kind.empty()) {
    text += line_of("after", styled(quoted(edit.after), Style::kNew, colored));
  } else {
    text += line_of("kind", finding.kind);
  }
  const Document::Place place = document.place(edit);
  text += line_of("bytes", std::to_string(place.length) + " at offset " + std::to_string(place.offset));
  if (!place.field.empty()) text += line_of("field", std::string(place.field));
  if (!edit.path.empty()) text += line_of("path", edit.path + " (" + edit.profile + ")");
  if (!edit.notation.empty()) text += line_of("spelled", "in " + edit.notation);
  for (const Loss& loss : edit.losses) text += line_of("lost", loss_text(edit, loss));
  if (!finding.kind.empty()) return text + line_of("reason", finding.reason);
  text +=
      line_of("score", decimal(edit.score, 2) + " nats: language " + decimal(edit.parts.language, 2) + ", structure " +
                           decimal(edit.parts.structure, 2) + ", document " + decimal(edit.parts.document, 2));
  text += line_of("confidence", decimal(edit.confidence, 4));
  if (!edit.losses.empty()) text += line_of("fidelity", decimal(edit.fidelity, 4));
  return text + line_of("reason", finding.reason);
}

std::string json_report(Document& document, const Finding& finding) {
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
  const Document::Place place = document.place(edit);
  object.add("schema_version", kSchemaVersion).add("file", document.file());
  if (!place.field.empty()) object.add("field", place.field);
  object.add("offset", place.offset)
      .add("length", place.length)
      .add("line", place.position.line)
      .add("column", place.position.column)
      .add("verdict", verdict_name(finding.verdict))
      .add("kind", finding.kind)
      .add("before", document.before(edit))
      .add("after", edit.after)
      .add("path", edit.path)
      .add("profile", edit.profile)
      .add("notation", edit.notation)
      .add("confidence", edit.confidence)
      .add("fidelity", edit.fidelity)
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

#include "cli/decode.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/display.hpp"
#include "cli/json_object.hpp"
#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {
namespace {

constexpr int kDigits = 4;

// `NAME  VALUE`, the values in one column.
std::string line(std::string_view name, std::string_view value) {
  constexpr std::size_t kWidth = 14;
  std::string out(name);
  out.append(kWidth - std::min(kWidth, name.size()), ' ');
  return out.append(value).append("\n");
}

std::string words_for(const EncodingVote& vote) {
  const std::string_view outcome = vote.agrees         ? "followed"
                                   : vote.contradicted ? "contradicted by the bytes"
                                                       : "not followed";
  return std::string(vote.source).append(" says ").append(vote.encoding).append(": ").append(outcome);
}

std::string words_for(const StrayBytes& stray) {
  std::string words = counted(stray.length, "byte") + " at offset " + std::to_string(stray.offset);
  if (stray.encoding.empty()) return words + ": not read";
  return words.append(": ").append(quoted(stray.text)).append(" in ").append(stray.encoding);
}

std::string report(const Decoded& decoded) {
  std::string out = line("encoding", decoded.encoding) + line("confidence", decimal(decoded.confidence, kDigits));
  for (const EncodingGuess& guess : decoded.alternatives) {
    out += line("or", std::string(guess.encoding) + " " + decimal(guess.confidence, kDigits));
  }
  for (const EncodingVote& vote : decoded.votes) out += line("hint", words_for(vote));
  if (decoded.pieces.size() > 1) {
    for (const DecodedPiece& piece : decoded.pieces) {
      out += line("piece", counted(piece.length, "byte") + " at offset " + std::to_string(piece.offset) + ": " +
                               std::string(piece.encoding));
    }
  }
  for (const StrayBytes& stray : decoded.strays) out += line("stray", words_for(stray));
  return out + line("repairs", std::to_string(decoded.repairs.edits.size()));
}

std::vector<JsonObject> json_of(const std::vector<DecodedPiece>& pieces) {
  std::vector<JsonObject> objects;
  for (const DecodedPiece& p : pieces) {
    objects.push_back(JsonObject().add("offset", p.offset).add("length", p.length).add("encoding", p.encoding));
  }
  return objects;
}

std::vector<JsonObject> json_of(const std::vector<StrayBytes>& strays) {
  std::vector<JsonObject> objects;
  for (const StrayBytes& s : strays) {
    objects.push_back(
        JsonObject().add("offset", s.offset).add("length", s.length).add("encoding", s.encoding).add("text", s.text));
  }
  return objects;
}

std::string json_report(const std::string& path, const Decoded& decoded) {
  std::vector<JsonObject> alternatives;
  for (const EncodingGuess& g : decoded.alternatives) {
    alternatives.push_back(JsonObject().add("encoding", g.encoding).add("confidence", g.confidence));
  }
  std::vector<JsonObject> hints;
  for (const EncodingVote& v : decoded.votes) {
    hints.push_back(JsonObject()
                        .add("source", v.source)
                        .add("encoding", v.encoding)
                        .add("followed", v.agrees)
                        .add("contradicted", v.contradicted));
  }
  return JsonObject()
             .add("schema_version", kSchemaVersion)
             .add("file", path)
             .add("encoding", decoded.encoding)
             .add("confidence", decoded.confidence)
             .add("alternatives", alternatives)
             .add("hints", hints)
             .add("pieces", json_of(decoded.pieces))
             .add("strays", json_of(decoded.strays))
             .add("repairs", decoded.repairs.edits.size())
             .text() +
         "\n";
}

void write_text(const Decoded& decoded, const Settings& settings, Console& console) {
  if (!settings.output) return console.out().write(decoded.text);
  auto created = io::SafeFile::create(*settings.output);
  if (const auto* failure = std::get_if<io::Failure>(&created)) return console.error(*settings.output, *failure);
  auto& file = *std::get<std::unique_ptr<io::SafeFile>>(created);
  file.output().write(decoded.text);
  if (const auto failure = file.commit()) console.error(*settings.output, *failure);
}

void decode_file(const std::string& path, const std::string& bytes, const Settings& settings, Console& console) {
  DecodeHints hints = settings.hints;
  hints.repair = !settings.no_repair;
  const auto decoded = decode(bytes, hints);
  if (!decoded) {
    const bool about_file = decoded.error().code == Error::Code::kBinary;
    return console.error(about_file ? display_name(path) : "", {decoded.error().message, ""});
  }
  const bool reports = settings.report_encoding || settings.json;
  if (!reports || settings.output) write_text(*decoded, settings, console);
  if (reports) console.out().write(settings.json ? json_report(path, *decoded) : report(*decoded));
}

}  // namespace

ExitStatus run_decode(const Settings& settings, Console& console) {
  const auto paths = settings.inputs();
  if (paths.size() > 1) {
    console.error("",
                  {"it takes one file, and " + std::to_string(paths.size()) + " are named", "Decode them one by one."});
    return ExitStatus::kDone;
  }
  auto opened = io::Input::open(paths.front());
  std::variant<std::string, io::Failure> read;
  if (auto* failure = std::get_if<io::Failure>(&opened)) {
    read = *failure;
  } else {
    read = io::read_all(std::get<io::Input>(opened));
  }
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(paths.front()), *failure);
  } else {
    decode_file(paths.front(), std::get<std::string>(read), settings, console);
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli

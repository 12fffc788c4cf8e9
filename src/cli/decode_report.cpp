#include "cli/decode_report.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "cli/display.hpp"
#include "cli/json_object.hpp"

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

// What is not told one by one.
std::string line_of_rest(std::string_view name, std::uint64_t count, std::size_t told) {
  return count > told ? line(name, std::to_string(count - told) + " more") : "";
}

}  // namespace

std::string decode_report(const DecodeSummary& decoded) {
  std::string out = line("encoding", decoded.encoding) + line("confidence", decimal(decoded.confidence, kDigits));
  for (const EncodingGuess& guess : decoded.alternatives) {
    out += line("or", std::string(guess.encoding) + " " + decimal(guess.confidence, kDigits));
  }
  for (const EncodingVote& vote : decoded.votes) out += line("hint", words_for(vote));
  if (decoded.piece_count > 1) {
    for (const DecodedPiece& piece : decoded.pieces) {
      out += line("piece", counted(piece.length, "byte") + " at offset " + std::to_string(piece.offset) + ": " +
                               std::string(piece.encoding));
    }
  }
  out += line_of_rest("pieces", decoded.piece_count, decoded.pieces.size());
  for (const StrayBytes& stray : decoded.strays) out += line("stray", words_for(stray));
  out += line_of_rest("strays", decoded.stray_count, decoded.strays.size());
  return out + line("repairs", std::to_string(decoded.repairs));
}

namespace {

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

}  // namespace

std::string decode_json(const std::string& path, const DecodeSummary& decoded) {
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
             .add("repairs", decoded.repairs)
             .text() +
         "\n";
}

}  // namespace unbake::cli

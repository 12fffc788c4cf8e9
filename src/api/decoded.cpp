#include "api/decoded.hpp"

#include <string>
#include <utility>

#include "bake/closest_name.hpp"

namespace unbake::api {
namespace {

std::string_view name_of(encoding::EncodingId id) { return encoding::get(id).name; }

std::string_view name_of(decoding::Source source) {
  switch (source) {
    case decoding::Source::kByteOrderMark:
      return "byte order mark";
    case decoding::Source::kHttp:
      return "http";
    case decoding::Source::kMeta:
      return "meta";
    case decoding::Source::kXml:
      return "xml";
  }
  return {};
}

Error unknown_encoding(std::string_view name) {
  baking::ClosestName closest(name);
  for (const encoding::Encoding& e : encoding::all_encodings()) closest.offer(e.name);
  return {Error::Code::kUnknownEncoding, "unknown encoding '" + std::string(name) + "'" + closest.suggestion() +
                                             "; 'unbake list encodings' names them all"};
}

}  // namespace

Decoded decoded_of(decoding::Decoded&& read) {
  Decoded decoded;
  decoded.text = std::move(read.text);
  decoded.encoding = name_of(read.id);
  decoded.confidence = read.confidence;
  for (const decoding::Guess& g : read.alternatives) decoded.alternatives.push_back({name_of(g.id), g.confidence});
  for (const decoding::Vote& v : read.votes) {
    decoded.votes.push_back({name_of(v.source), name_of(v.id), v.agrees, v.contradicted});
  }
  for (const decoding::Piece& p : read.pieces) decoded.pieces.push_back({p.offset, p.length, name_of(p.id)});
  for (decoding::Stray& s : read.strays) {
    decoded.strays.push_back({s.place.offset, s.place.length, s.encoding, std::move(s.text)});
  }
  return decoded;
}

Result<decoding::Hints> known_hints(const DecodeHints& hints) {
  decoding::Hints known;
  if (!hints.from.empty()) {
    known.forced = encoding::find(hints.from);
    if (!known.forced) return unknown_encoding(hints.from);
  }
  if (!hints.neighbour.empty()) {
    known.neighbour = encoding::find(hints.neighbour);
    if (!known.neighbour) return unknown_encoding(hints.neighbour);
  }
  known.http_charset = hints.http_charset;
  known.is_html = hints.html;
  known.language = hints.language;
  known.domain = hints.domain;
  return known;
}

Error binary_error() {
  return {Error::Code::kBinary,
          "this is no text: it has the signature of another format, or too many control characters. Name its encoding "
          "if it is text"};
}

}  // namespace unbake::api

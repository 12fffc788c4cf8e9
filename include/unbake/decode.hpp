// unbake: bytes of unknown, wrong or mixed encoding become text.
//
//   #include <unbake/decode.hpp>
//
//   unbake::Result<unbake::Decoded> page = unbake::decode(bytes, {.http_charset = "iso-8859-1"});
//   if (page) save(page->text);                    // UTF-8
//   else complain(page.error().message);           // no text: a picture, a program
//
// The encoding is that in which the bytes are likeliest as language: each that unbake knows is tried, and one byte that
// is none of its characters all but ends it. What a server, a document or you say of the encoding counts as evidence,
// and loses where the bytes contradict it; `Decoded::votes` says so. Lines may be in different encodings; bytes that
// are not of the encoding around them are read as what they are likeliest to be. Then damage in the text is repaired as
// `fix` does.
//
// A pure function, as all of unbake.hpp; time is linear in the number of bytes.
#ifndef UNBAKE_DECODE_HPP_
#define UNBAKE_DECODE_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "unbake/result.hpp"
#include "unbake/unbake.hpp"

namespace UNBAKE_EXPORT unbake {

/// What is known besides the bytes. Nothing need be.
struct DecodeHints {
  /// If not empty, the bytes are in this encoding, by one of the names of `encodings()`, whatever they look like.
  std::string from = {};
  /// The Content-Type that a server sent, or its charset alone. A label that is not known says nothing.
  std::string http_charset = {};
  /// Look for a <meta> that names the encoding, even if the bytes do not look like HTML.
  bool html = false;
  /// A language tag (`ru`, `pt-BR`) and a top-level domain (`jp`): what is usual there is likelier.
  std::string language = {};
  std::string domain = {};
  /// The encoding of texts that stand beside this one: of other files of a directory, other records of a table.
  std::string neighbour = {};
  /// Repair the damage in the decoded text, as `fix` does with `options`.
  bool repair = true;
  Options options = {};
};

/// An encoding that the bytes may be in, with its probability.
struct EncodingGuess {
  std::string_view encoding;
  double confidence;
};

/// What a source said of the encoding.
struct EncodingVote {
  std::string_view source;    ///< `byte order mark`, `http`, `meta`, `xml`.
  std::string_view encoding;  ///< What it said.
  bool agrees;                ///< It is the encoding that was found, or one in which the text is the same.
  bool contradicted;          ///< The bytes cannot be, or hardly, in that encoding.
};

/// Bytes that are in one encoding.
struct DecodedPiece {
  std::size_t offset;  ///< Bytes from the start of the input.
  std::size_t length;
  std::string_view encoding;
};

/// Bytes that are no character of the encoding around them.
struct StrayBytes {
  std::size_t offset;  ///< Bytes from the start of the input.
  std::size_t length;
  std::string_view encoding;  ///< What they were read as instead; empty if nothing fits.
  std::string text;           ///< What stands for them, before repair: UTF-8; U+FFFD if nothing fits.
};

/// The text that bytes are, and how it was found.
struct Decoded {
  std::string text;                         ///< UTF-8, without a byte order mark, repaired.
  std::string_view encoding;                ///< Of the bytes, or of most of them if there are several pieces.
  double confidence = 1;                    ///< How likely it is that the text is right in that, 0 to 1, before repair.
  Plan repairs;                             ///< Made in the decoded text; offsets are those of the text before them.
  std::vector<EncodingGuess> alternatives;  ///< Encodings in which the text would be another, likeliest first.
  std::vector<EncodingVote> votes;
  std::vector<DecodedPiece> pieces;  ///< More than one if the encodings are mixed; none if there are no bytes.
  std::vector<StrayBytes> strays;
};

/// The text of `bytes`. Fails with `kUnknownEncoding` if `hints.from` or `hints.neighbour` is no encoding, and with
/// `kBinary` if the bytes are no text; with `hints.from` nothing is too binary. No bytes are the empty text in UTF-8. A
/// character that is cut at the end is a stray.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes, const DecodeHints& hints = {});

}  // namespace unbake

#endif  // UNBAKE_DECODE_HPP_

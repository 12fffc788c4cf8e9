// Bytes of unknown, wrong or mixed encoding become text.
#ifndef UNBAKE_DECODE_DECODE_HPP_
#define UNBAKE_DECODE_DECODE_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/pieces.hpp"
#include "decode/strays.hpp"
#include "encoding/encoding.hpp"

namespace unbake::decoding {

/// What is known besides the bytes.
struct Hints {
  std::optional<encoding::EncodingId> forced;  ///< The bytes are read so, whatever they look like.
  std::string http_charset;                    ///< A Content-Type, or its charset.
  bool is_html = false;                        ///< Look for <meta> even if nothing else looks like HTML.
  std::string language;
  std::string domain;
  std::optional<encoding::EncodingId> neighbour;  ///< What other texts from there are in.
  /// These bytes follow others of the same text, which end in the encoding `previous`, unless they are all ASCII.
  bool is_continued = false;
  std::optional<encoding::EncodingId> previous;
};

/// Who speaks for an encoding.
enum class Source { kByteOrderMark, kHttp, kMeta, kXml };

/// What a source says, and whether it was believed.
struct Vote {
  Source source;
  encoding::EncodingId id;
  bool agrees;        ///< The bytes were read so, or so that the text is the same.
  bool contradicted;  ///< They cannot be, or hardly.
};

struct Guess {
  encoding::EncodingId id;
  double confidence;
};

struct Decoded {
  bool is_binary = false;                                 ///< No text at all; the rest is empty then.
  std::string text;                                       ///< UTF-8, without the byte order mark.
  encoding::EncodingId id = encoding::EncodingId::kUtf8;  ///< Of the bytes, or of most of them.
  double confidence = 1;
  std::vector<Guess> alternatives;  ///< Encodings in which the text would be another, likeliest first.
  std::vector<Vote> votes;
  std::vector<Piece> pieces;  ///< At least one, unless there are no bytes.
  std::vector<Stray> strays;  ///< Bytes that are not of the encoding around them; offsets are those of the bytes.
};

/// Reads `bytes`. The decision is made on a bounded part of them, and looked at again where the rest speaks against it.
/// Linear in the length; memory besides the text is a record for each line of a mixed text and for each stray byte.
Decoded decode(std::string_view bytes, const Hints& hints);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_DECODE_HPP_

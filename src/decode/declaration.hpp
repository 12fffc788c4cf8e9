// Encodings that a document or a server names.
#ifndef UNBAKE_DECODE_DECLARATION_HPP_
#define UNBAKE_DECODE_DECLARATION_HPP_

#include <optional>
#include <span>
#include <string_view>

#include "encoding/encoding.hpp"

namespace unbake::decoding {

/// The encoding of a Content-Type header, or of its charset alone, by the labels of the WHATWG Encoding Standard.
std::optional<encoding::EncodingId> encoding_of_header(std::string_view value);

/// The encoding that the first 1024 bytes name in a <meta> element, found as the HTML standard prescans a byte stream.
std::optional<encoding::EncodingId> encoding_of_meta(std::string_view bytes);

/// The encoding of an XML declaration at the head of `bytes`.
std::optional<encoding::EncodingId> encoding_of_xml(std::string_view bytes);

/// The encodings that text in a language is usually met in, by its tag (`pt-BR`) or a top-level domain (`ru`, `.jp`);
/// none if it is not known. UTF-8 is not among them.
std::span<const encoding::EncodingId> usual_encodings(std::string_view language);
std::span<const encoding::EncodingId> usual_encodings_of_domain(std::string_view domain);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_DECLARATION_HPP_

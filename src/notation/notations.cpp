#include <algorithm>
#include <iterator>

#include "notation/families.hpp"
#include "notation/notation.hpp"

namespace unbake::notation {
namespace {

bool never(const Spelling&) { return false; }

constexpr Row kRows[] = {
    {Notation::kUnicodeEscapes, "unicode-escapes",
     "\\u00e9, \\U000000e9 and \\u{e9}: JSON, JavaScript, Java, Python, C", '\\', &may_begin_unicode_escape,
     &read_unicode_escape, &spell_unicode_escape, &never},
    {Notation::kByteEscapes, "byte-escapes", "\\xc3\\xa9 and \\303\\251: bytes of UTF-8 in C, Python, shells, git",
     '\\', &may_begin_byte_escape, &read_byte_escapes, &spell_byte_escapes, &never},
    {Notation::kEntities, "entities", "&eacute;, &#233; and &#xE9;: HTML and XML", '&', &may_begin_entity, &read_entity,
     &spell_entity, &never},
    {Notation::kPercent, "percent", "%C3%A9: bytes of UTF-8 in URLs", '%', &may_begin_percent, &read_percent,
     &spell_percent, &never},
    {Notation::kEncodedWords, "encoded-words", "=?utf-8?Q?=C3=A9?=: headers of mail (RFC 2047)", '=',
     &may_begin_encoded_word, &read_encoded_word, &spell_encoded_word, &is_base64_word},
};

static_assert(std::size(kRows) == kNotationCount);

}  // namespace

std::span<const Row> notations() { return kRows; }

const Row& get(Notation notation) { return kRows[static_cast<std::size_t>(notation)]; }

std::optional<Notation> find(std::string_view name) {
  const auto* row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& r) { return r.name == name; });
  return row == std::end(kRows) ? std::nullopt : std::optional(row->id);
}

}  // namespace unbake::notation

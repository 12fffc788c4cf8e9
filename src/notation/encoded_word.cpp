// =?utf-8?Q?caf=C3=A9?= and =?utf-8?B?Y2Fmw6k=?= of mail headers (RFC 2047). In a Q word each character is an atom; the
// text of a B word is one, since its characters share digits. What is around the text reads as a space.
#include "base/utf8.hpp"
#include "notation/base64.hpp"
#include "notation/digits.hpp"
#include "notation/families.hpp"

namespace unbake::notation {
namespace {

enum Form : std::uint8_t { kQuoted, kBase64, kAround };

constexpr std::size_t kLongestWord = 512;  // RFC 2047 has 75; mailers write longer ones

struct Word {
  encoding::EncodingId charset;
  char kind;          // Q or B
  std::size_t begin;  // of its text
  std::size_t end;
};

// The word at `offset`. Between the question marks are no spaces and no control characters.
std::optional<Word> parse(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset, kLongestWord);
  const std::size_t kind = rest.find('?', 2);
  if (kind == std::string_view::npos || rest.size() < kind + 3 || rest[kind + 2] != '?') return std::nullopt;
  const std::size_t begin = kind + 3;
  const std::size_t end = rest.find('?', begin);
  if (end == std::string_view::npos || end == begin || rest.substr(end, 2) != "?=") return std::nullopt;
  for (const char c : rest.substr(0, end)) {
    if (c <= ' ' || c > '~') return std::nullopt;
  }
  const auto charset = encoding::find(rest.substr(2, kind - 2));
  if (!charset || encoding::get(*charset).family == encoding::Family::kStateful) return std::nullopt;
  const char letter = rest[kind + 1] == 'q' ? 'Q' : rest[kind + 1] == 'b' ? 'B' : rest[kind + 1];
  return Word{*charset, letter, offset + begin, offset + end};
}

// The text of a Q word: its bytes, where each begins, and where the last one ends.
struct QuotedBytes {
  std::string bytes;
  std::vector<std::size_t> offsets;
};

std::optional<QuotedBytes> quoted_bytes(std::string_view text, const Word& word) {
  QuotedBytes quoted;
  for (std::size_t i = word.begin; i < word.end;) {
    quoted.offsets.push_back(i);
    if (text[i] != '=') {
      quoted.bytes.push_back(text[i] == '_' ? ' ' : text[i]);
      ++i;
      continue;
    }
    const auto number = i + 3 <= word.end ? parse_number(text.substr(i + 1, 2), 16) : std::nullopt;
    if (!number) return std::nullopt;
    quoted.bytes.push_back(static_cast<char>(number->value));
    i += 3;
  }
  quoted.offsets.push_back(word.end);
  return quoted;
}

// How a character is spelled: nothing if not as `spell` would spell it again.
std::optional<Spelling> quoted_spelling(std::string_view source, encoding::EncodingId charset) {
  Spelling spelling{Notation::kEncodedWords, kQuoted, LetterCase::kNone, 0, charset};
  for (std::size_t i = 0; i < source.size(); i += 3) {
    if (source[i] != '=') return std::nullopt;
    const auto number = parse_number(source.substr(i + 1, 2), 16);
    const auto both = number ? joined(spelling.letter_case, number->letter_case) : std::nullopt;
    if (!both) return std::nullopt;
    spelling.letter_case = *both;
  }
  return spelling;
}

bool read_quoted(std::string_view text, const Word& word, Reading& reading) {
  const auto quoted = quoted_bytes(text, word);
  if (!quoted) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(quoted->bytes.data());
  for (std::size_t i = 0; i < quoted->bytes.size();) {
    const auto step = encoding::decode_step(word.charset, {bytes + i, quoted->bytes.size() - i});
    if (step.kind != encoding::DecodeStep::Kind::kCharacter || step.count != 1) return false;
    std::string character;
    base::append_utf8(character, step.code_points[0]);
    const std::size_t begin = quoted->offsets[i];
    const std::size_t length = quoted->offsets[i + step.length] - begin;
    auto spelling = quoted_spelling(text.substr(begin, length), word.charset);
    if (step.code_points[0] < 0x80) spelling = Spelling{Notation::kEncodedWords, kAround};
    if (!spelling) return false;
    reading.add(begin, length, character, *spelling);
    i += step.length;
  }
  return true;
}

bool read_base64(std::string_view text, const Word& word, Reading& reading) {
  const auto bytes = decode_base64(text.substr(word.begin, word.end - word.begin));
  if (!bytes) return false;
  const encoding::Encoded decoded = encoding::decode(word.charset, *bytes);
  if (decoded.error_offset || encoding::encode(word.charset, decoded.bytes).bytes != *bytes) return false;
  const Spelling spelling{Notation::kEncodedWords, kBase64, LetterCase::kNone, 0, word.charset};
  reading.add(word.begin, word.end - word.begin, decoded.bytes, spelling);
  return true;
}

}  // namespace

bool may_begin_encoded_word(std::string_view text, std::size_t offset) { return text.substr(offset, 2) == "=?"; }

std::size_t read_encoded_word(std::string_view text, std::size_t offset, Reading& reading) {
  if (!may_begin_encoded_word(text, offset)) return offset;
  const auto word = parse(text, offset);
  if (!word || (word->kind != 'Q' && word->kind != 'B')) return offset;
  const std::size_t first_atom = reading.atoms.size();
  const std::size_t first_byte = reading.text.size();
  const Spelling around{Notation::kEncodedWords, kAround};
  reading.add(offset, word->begin - offset, " ", around);
  if (!(word->kind == 'Q' ? read_quoted(text, *word, reading) : read_base64(text, *word, reading))) {
    reading.atoms.resize(first_atom, Atom{});
    reading.text.resize(first_byte);
    return word->end + 2;
  }
  reading.add(word->end, 2, " ", around);
  return word->end + 2;
}

bool is_base64_word(const Spelling& spelling) { return spelling.form == kBase64; }

bool spell_encoded_word(std::string_view characters, const Spelling& spelling, std::string& out) {
  const encoding::Encoded encoded = encoding::encode(spelling.charset, characters);
  if (encoded.error_offset || spelling.form == kAround) return false;
  if (spelling.form == kBase64) {
    out += encode_base64(encoded.bytes);
    return true;
  }
  for (const char c : encoded.bytes) {
    out += '=';
    // RFC 2047 wants letters upper case.
    const bool is_lower = spelling.letter_case == LetterCase::kLower;
    append_number(out, static_cast<unsigned char>(c), 16, 2, is_lower ? LetterCase::kLower : LetterCase::kUpper);
  }
  return true;
}

}  // namespace unbake::notation

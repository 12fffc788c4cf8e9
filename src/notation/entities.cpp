// &eacute;, &#233;, &#xE9; of HTML and XML, with their semicolon. The entities of ASCII are read for context.
#include "base/utf8.hpp"
#include "notation/digits.hpp"
#include "notation/entity_names.hpp"
#include "notation/families.hpp"

namespace unbake::notation {
namespace {

enum Form : std::uint8_t { kNamed, kDecimal, kLowerX, kUpperX };

constexpr std::size_t kMostDigits = 8;

struct Entity {
  char32_t value;
  Spelling spelling;
  std::size_t length = 0;
};

// `digits`, and the form they are in, as a number that can be written again.
std::optional<Entity> numeric(std::string_view digits, Form form) {
  if (form == kDecimal && digits.size() > 7) return std::nullopt;
  const auto number = parse_number(digits, form == kDecimal ? 10 : 16);
  if (!number || number->value > base::kLastCodePoint) return std::nullopt;
  if (number->value >= 0xD800 && number->value <= 0xDFFF) return std::nullopt;
  const std::uint8_t padding = digits[0] == '0' ? static_cast<std::uint8_t>(digits.size()) : std::uint8_t{0};
  return Entity{number->value, {Notation::kEntities, form, number->letter_case, padding}};
}

// What stands between `&` and `;`.
std::optional<Entity> parse(std::string_view body) {
  if (body.starts_with("#x")) return numeric(body.substr(2), kLowerX);
  if (body.starts_with("#X")) return numeric(body.substr(2), kUpperX);
  if (body.starts_with("#")) return numeric(body.substr(1), kDecimal);
  if (body == "apos") return Entity{U'\'', {Notation::kEntities, kNamed}};
  const auto character = entity_character(body);
  if (!character) return std::nullopt;
  return Entity{*character, {Notation::kEntities, kNamed}};
}

std::optional<Entity> entity_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset + 1, kLongestEntityName + kMostDigits);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos) return std::nullopt;
  auto entity = parse(rest.substr(0, end));
  if (entity) entity->length = end + 2;
  return entity;
}

void append_entity(std::string& out, char32_t character, const Spelling& spelling) {
  const std::string_view name = spelling.form == kNamed ? entity_name(character) : std::string_view();
  out += '&';
  if (!name.empty()) {
    out += name;
  } else if (spelling.form == kNamed || spelling.form == kDecimal) {
    out += '#';
    append_number(out, character, 10, spelling.digits, LetterCase::kNone);
  } else {
    out += spelling.form == kLowerX ? "#x" : "#X";
    // Where nothing tells, the case of the x.
    const bool is_upper = spelling.letter_case == LetterCase::kUpper ||
                          (spelling.letter_case == LetterCase::kNone && spelling.form == kUpperX);
    append_number(out, character, 16, spelling.digits, is_upper ? LetterCase::kUpper : LetterCase::kLower);
  }
  out += ';';
}

}  // namespace

bool may_begin_entity(std::string_view text, std::size_t offset) {
  const auto entity = entity_at(text, offset);
  return entity && entity->value >= 0x80;
}

std::size_t read_entity(std::string_view text, std::size_t offset, Reading& reading) {
  const auto entity = entity_at(text, offset);
  if (!entity) return offset;
  std::string character;
  base::append_utf8(character, entity->value);
  reading.add(offset, entity->length, character, entity->spelling);
  return offset + entity->length;
}

bool spell_entity(std::string_view characters, const Spelling& spelling, std::string& out) {
  for (std::size_t i = 0; i < characters.size();) {
    const base::CodePoint c = base::decode_utf8(characters, i);
    if (base::is_raw_byte(c.value)) return false;
    append_entity(out, c.value, spelling);
    i += c.length;
  }
  return true;
}

}  // namespace unbake::notation

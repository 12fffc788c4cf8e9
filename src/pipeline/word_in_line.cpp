#include "pipeline/word_in_line.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "detect/latin_evidence.hpp"
#include "model/character_class.hpp"
#include "model/latin_symbol.hpp"

namespace unbake::pipeline {
namespace {

constexpr std::size_t kReach = 300;

std::string_view end_of_line(std::string_view text) {
  text = text.substr(text.size() - std::min(text.size(), kReach));
  text = text.substr(text.rfind('\n') + 1);
  while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80) text.remove_prefix(1);
  return text;
}

std::string_view rest_of_line(std::string_view text) {
  text = text.substr(0, kReach);
  return text.substr(0, text.find('\n'));
}

// Words of ASCII: what else is in the line may be damaged, too.
void add_words(std::span<const char32_t> text, detect::LatinEvidence& evidence) {
  for (auto i = text.begin(); i != text.end();) {
    i = std::find_if(i, text.end(), is_latin_letter);
    const auto end = std::find_if_not(i, text.end(), is_latin_letter);
    if (end - i > 1 && std::all_of(i, end, model::is_ascii_letter)) evidence.add_common({i, end});
    i = end;
  }
}

}  // namespace

bool is_latin_letter(char32_t c) {
  using enum model::CharacterClass;
  const model::CharacterClass k = model::character_class(c);
  return model::is_ascii_letter(c) || (k >= kLatin1Lower && k <= kLatinOtherUpper);
}

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    out.push_back(c.value);
    i += c.length;
  }
  return out;
}

WordInLine::WordInLine(std::string_view before, std::string_view behind)
    : before_(characters_of(end_of_line(before))), behind_(characters_of(rest_of_line(behind))) {
  const auto left = std::find_if_not(before_.rbegin(), before_.rend(), is_latin_letter);
  const auto right = std::find_if_not(behind_.begin(), behind_.end(), is_latin_letter);
  left_ = static_cast<std::size_t>(left - before_.rbegin());
  right_ = static_cast<std::size_t>(right - behind_.begin());
}

float WordInLine::gain(std::span<const char32_t> other, std::span<const char32_t> reading) const {
  detect::LatinEvidence evidence(model::LatinLanguages::builtin());
  evidence.start();
  add_words(std::span(before_).first(before_.size() - left_), evidence);
  add_words(std::span(behind_).subspan(right_), evidence);
  const auto word = [&](std::span<const char32_t> middle) {
    std::vector<char32_t> whole(left().begin(), left().end());
    for (const char32_t c : middle) whole.push_back(is_latin_letter(c) ? c : model::kWordEnd);
    whole.insert(whole.end(), right().begin(), right().end());
    return whole;
  };
  evidence.add_pair(word(other), word(reading));
  return evidence.gain();
}

}  // namespace unbake::pipeline

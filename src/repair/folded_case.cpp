#include "repair/folded_case.hpp"

#include <algorithm>
#include <array>

#include "bake/lower_case.hpp"
#include "model/latin_symbol.hpp"

namespace unbake::repair {
namespace {

// Latin, Greek and Cyrillic.
constexpr char32_t kFirst = 0x80;
constexpr char32_t kEnd = 0x530;

bool is_capital(char32_t c) {
  if (c < kFirst) return c - U'A' < 26U;
  return c < kEnd && baking::lower_case(c) != c;
}

}  // namespace

char32_t capital_of(char32_t small) {
  static const auto capitals = [] {
    std::array<char32_t, kEnd - kFirst> table{};
    for (char32_t c = kEnd; c-- > kFirst;) {
      const char32_t lower = baking::lower_case(c);
      if (lower != c && lower >= kFirst && lower < kEnd) table[lower - kFirst] = c;
    }
    return table;
  }();
  return small >= kFirst && small < kEnd ? capitals[small - kFirst] : 0;
}

bool may_be_folded(std::span<const base::Symbol> window) {
  constexpr std::ptrdiff_t kLeastLetters = 8;
  const auto is_letter = [](const base::Symbol& s) { return model::is_ascii_letter(s.value); };
  return std::none_of(window.begin(), window.end(), [](const base::Symbol& s) { return is_capital(s.value); }) &&
         std::count_if(window.begin(), window.end(), is_letter) >= kLeastLetters;
}

}  // namespace unbake::repair

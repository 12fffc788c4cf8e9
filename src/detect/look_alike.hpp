// Letters of Cyrillic that look like Latin ones, and are written for them.
#ifndef UNBAKE_DETECT_LOOK_ALIKE_HPP_
#define UNBAKE_DETECT_LOOK_ALIKE_HPP_

#include <string_view>

namespace unbake::detect {

/// The letter of ASCII that a Cyrillic one is not told from by its look, as keyboards with both alphabets, and those
/// who wish to deceive, put it in Latin words; any other character as it is.
constexpr char32_t latin_look_alike(char32_t c) {
  constexpr std::u32string_view kCyrillic =
      U"\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
      U"\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458";
  constexpr std::u32string_view kLatin = U"ABEKMHOPCTYXSIJaeopcyxsij";
  static_assert(kCyrillic.size() == kLatin.size());
  const std::size_t at = kCyrillic.find(c);
  return at == std::u32string_view::npos ? c : kLatin[at];
}

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LOOK_ALIKE_HPP_

// Letters of Cyrillic and Greek that look like Latin ones, and are written for them.
#ifndef UNBAKE_DETECT_LOOK_ALIKE_HPP_
#define UNBAKE_DETECT_LOOK_ALIKE_HPP_

#include <string_view>

namespace unbake::detect {

/// The letter of ASCII that one of Cyrillic or Greek is not told from, or hardly, by its look, as keyboards with both
/// alphabets, and those who wish to deceive, put it in Latin words; any other character as it is.
constexpr char32_t latin_look_alike(char32_t c) {
  constexpr std::u32string_view kOthers =
      U"\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
      U"\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458"
      U"\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"
      U"\u03B1\u03BD\u03BF\u03C1\u03C5";
  constexpr std::u32string_view kLatin = U"ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXavopu";
  static_assert(kOthers.size() == kLatin.size());
  const std::size_t at = kOthers.find(c);
  return at == std::u32string_view::npos ? c : kLatin[at];
}

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LOOK_ALIKE_HPP_

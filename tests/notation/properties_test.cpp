// For any characters in any notation, and for any text: what is read can be written again, byte for byte.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "notation/reading.hpp"

namespace unbake::notation {
namespace {

using encoding::EncodingId;

using Forms = std::initializer_list<std::uint8_t>;

rc::Gen<char32_t> any_character_beyond_ascii() {
  return rc::gen::oneOf(rc::gen::inRange<char32_t>(0x80, 0x100), rc::gen::inRange<char32_t>(0x100, 0x2600),
                        rc::gen::inRange<char32_t>(0x3000, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x110000));
}

// Spellings of all notations whose characters stand by themselves.
rc::Gen<Spelling> any_spelling() {
  const auto spelling = [](Notation notation, std::uint8_t form, LetterCase letter_case) {
    return Spelling{notation, form, letter_case, 0, EncodingId::kUtf8};
  };
  std::vector<Spelling> all;
  for (const LetterCase letter_case : {LetterCase::kLower, LetterCase::kUpper}) {
    for (const std::uint8_t form : Forms{0, 1, 2})
      all.push_back(spelling(Notation::kUnicodeEscapes, form, letter_case));
    for (const std::uint8_t form : Forms{0, 1}) all.push_back(spelling(Notation::kByteEscapes, form, letter_case));
    for (const std::uint8_t form : Forms{0, 1, 2, 3}) all.push_back(spelling(Notation::kEntities, form, letter_case));
    all.push_back(spelling(Notation::kPercent, 0, letter_case));
  }
  return rc::gen::elementOf(all);
}

std::string utf8(const std::vector<char32_t>& characters) {
  std::string text;
  for (const char32_t c : characters) base::append_utf8(text, c);
  return text;
}

RC_GTEST_PROP(NotationProperties, WhatIsSpelledIsRead, ()) {
  const Spelling spelling = *any_spelling();
  const std::string text = utf8(*rc::gen::container<std::vector<char32_t>>(any_character_beyond_ascii()));
  std::string spelled = "x ";
  RC_ASSERT(get(spelling.notation).spell(text, spelling, spelled));
  RC_ASSERT(read(spelled + " y", set_of(spelling.notation)) == "x " + text + " y");
  RC_ASSERT(std::all_of(spelled.begin(), spelled.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

RC_GTEST_PROP(NotationProperties, WhatIsReadIsSpelledAgain, ()) {
  const Spelling spelling = *any_spelling();
  const std::string text =
      utf8(*rc::gen::nonEmpty(rc::gen::container<std::vector<char32_t>>(any_character_beyond_ascii())));
  std::string spelled;
  RC_ASSERT(get(spelling.notation).spell(text, spelling, spelled));
  const View view = view_of_all(spelled);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = i + base::decode_utf8(text, i).length;
    const Stretch source = view.source({i, end});
    const std::string there = spelled.substr(source.begin, source.end - source.begin);
    RC_ASSERT(view.spelled({i, end}, text.substr(i, end - i)) == there);
    i = end;
  }
}

RC_GTEST_PROP(NotationProperties, EncodedWordsAreReadAndSpelledAgain, ()) {
  const std::string text =
      utf8(*rc::gen::nonEmpty(rc::gen::container<std::vector<char32_t>>(any_character_beyond_ascii())));
  RC_PRE(text.size() < 100);
  for (const std::uint8_t form : Forms{0, 1}) {  // Q and B
    const Spelling spelling{Notation::kEncodedWords, form, LetterCase::kUpper, 0, EncodingId::kUtf8};
    std::string spelled;
    RC_ASSERT(get(Notation::kEncodedWords).spell(text, spelling, spelled));
    const std::string word = "=?utf-8?" + std::string(form == 0 ? "Q" : "B") + "?" + spelled + "?=";
    const View view = view_of_all(word);
    RC_ASSERT(view.text() == " " + text + " ");
    RC_ASSERT(view.spelled({1, text.size() + 1}, text) == spelled);
  }
}

// Text in which notations meet, whole, cut and wrong.
rc::Gen<std::string> any_mixture() {
  const auto piece = rc::gen::element<std::string>(
      "\\u00c3", "\\u00A9", "\\ud83d", "\\ude00", "\\U0001F600", "\\u{e9}", "\\n", "\\", "\\\\", "\\xc3", "\\xa9",
      "\\303", "\\251", "&Atilde;", "&copy;", "&#195;", "&#xa9;", "&amp;", "&", ";", "%C3", "%A9", "%20", "%",
      "=?utf-8?Q?", "=C3=A9", "_", "?=", "=?utf-8?B?", "w4PCqQ==", "=?windows-1252?Q?=E9?=", "\xC3\xA9", "\xC3", "\xA9",
      "\xFF", "a", "x", " ", "\n", "\"", "9");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& p : pieces) text += p;
    return text;
  });
}

RC_GTEST_PROP(NotationProperties, EverySymbolOfAnyTextIsWrittenAgainAsItStands, ()) {
  const std::string text = *any_mixture();
  const View view = view_of_all(text);
  std::size_t done = 0;
  for (std::size_t i = 0; i < view.text().size();) {
    const Stretch symbol = view.whole_atoms({i, i + base::decode_utf8(view.text(), i).length});
    RC_ASSERT(symbol.begin == i);
    const Stretch source = view.source(symbol);
    RC_ASSERT(source.begin == done);
    const std::string_view characters = view.text().substr(symbol.begin, symbol.end - symbol.begin);
    RC_ASSERT(view.spelled(symbol, characters) == text.substr(source.begin, source.end - source.begin));
    const Stretch again = view.view_of(source);
    RC_ASSERT(again.begin == symbol.begin);
    RC_ASSERT(again.end == symbol.end);
    done = source.end;
    i = symbol.end;
  }
  RC_ASSERT(done == text.size());
}

}  // namespace
}  // namespace unbake::notation

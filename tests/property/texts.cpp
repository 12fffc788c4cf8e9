#include "property/texts.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "notation/notation.hpp"
#include "repair_cases/corpus_files.hpp"

namespace unbake {

void showValue(const Options& options, std::ostream& out) {
  out << "min_confidence " << options.min_confidence << ", max_layers " << options.max_layers << ", lossy "
      << static_cast<int>(options.lossy) << ", allow";
  for (const std::string& layer : options.allow) out << " '" << layer << "'";
  out << ", deny";
  for (const std::string& layer : options.deny) out << " '" << layer << "'";
}

}  // namespace unbake

namespace unbake::tests {
namespace {

using namespace std::string_view_literals;

// What damage is made of, in UTF-8 where it is valid at all.
constexpr std::string_view kFragments[] = {
    "\xC3\x83"sv,                          // A with tilde, as a lead byte shows
    "\xC3\x82"sv,                          // A with circumflex
    "\xC2\xA0"sv,                          // the no-break space
    "\xC2\xA9"sv,                          // the copyright sign, a trail byte
    "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2"sv,  // an apostrophe read as windows-1252
    "\xC3\xA2\xE2\x82\xAC"sv,              // the same without its last byte
    "\xC3\xA2\xE2\x82\xAC\xC2\x9D"sv,      // a closing quotation mark with a C1 control
    "\xE9\x88\xA5"sv,                      // the first two bytes of a dash read as GBK
    "\xE9\x88\xA5\xE6\xAA\x9A"sv,          // an apostrophe and an s read as GBK
    "\xE7\xAA\xB6"sv,                      // the first two bytes of a dash read as Shift_JIS
    "\xEF\xBE\x83\xEF\xBD\xA9"sv,          // e-acute as half-width katakana
    "\xE8\x8C\x85"sv,                      // e-acute read as GBK
    "\xD0\xA0\xD1\x97"sv,                  // Cyrillic read as windows-1251
    "\xD0\xBF\xD1\x97\xD0\x85"sv,          // U+FFFD read as windows-1251
    "\xEF\xBF\xBD"sv,                      // U+FFFD
    "\xC2\x80"sv,                          // a C1 control
    "\xEE\x80\x80"sv,                      // private use
    "\xEF\xBB\xBF"sv,                      // the byte order mark
    "\xCC\x81"sv,                          // a combining accent
    "\xF0\x9F\x98\x80"sv,                  // an emoji
    "\xF0\x9F\x98"sv,                      // the same, truncated
    "\xE2\x80"sv,                          // a dash, truncated
    "\\u00c3\\u00a9"sv,                    // the same in escapes, in entities, as bytes, in a URL, in a header
    "&Atilde;&copy;"sv,
    "\\303\\203\\302\\251"sv,
    "%C3%83%C2%A9"sv,
    "=?utf-8?Q?=C3=83=C2=A9?="sv,
    "=?utf-8?B?w4PCqQ==?="sv,
    "\\ud83d"sv,
    "\\u00e2\\u20ac"sv,
    "&#226;&#8364;"sv,
    "\\"sv,
    "&"sv,
    "\xED\xA0\x80"sv,  // a surrogate
    "\xC0\x80"sv,      // NUL in Modified UTF-8
    "\x80"sv,
    "\xFF"sv,
    "\xE9"sv,
    "\xC3"sv,  // raw bytes
    "\0"sv,
    " "sv,
    "?"sv,
    "\n"sv,
    "\r\n"sv,
    "."sv,
    "\""sv,
    "'"sv,
    "a"sv,
    "s"sv,
    "The "sv,
    "x = 1;"sv,
};

std::vector<std::string> lines_below(std::string_view folder) {
  std::vector<std::string> lines;
  for (const auto& file : files_below(corpus() / folder)) {
    for (std::string& line : lines_of(read_file(file))) lines.push_back(std::move(line));
  }
  return lines;
}

rc::Gen<std::string> line_of(std::string_view folder) { return rc::gen::elementOf(lines_below(folder)); }

rc::Gen<std::string> joined(const rc::Gen<std::string>& piece, int most) {
  return rc::gen::mapcat(rc::gen::inRange(1, most + 1), [piece](int count) {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(static_cast<std::size_t>(count), piece),
                        [](const std::vector<std::string>& pieces) {
                          std::string all;
                          for (const std::string& p : pieces) all += p;
                          return all;
                        });
  });
}

rc::Gen<std::string> cut(const rc::Gen<std::string>& line) {
  return rc::gen::map(
      rc::gen::tuple(line, rc::gen::inRange<std::size_t>(0, 100), rc::gen::inRange<std::size_t>(0, 100)),
      [](const std::tuple<std::string, std::size_t, std::size_t>& t) {
        const auto& [text, from, to] = t;
        const std::size_t begin = text.size() * std::min(from, to) / 100;
        return text.substr(begin, text.size() * std::max(from, to) / 100 - begin);
      });
}

// `text` with what is beyond ASCII in one of the notations; bytes that are not UTF-8 stay.
std::string spelled(const std::string& text, int which) {
  using notation::Notation;
  constexpr Notation kNotations[] = {Notation::kUnicodeEscapes, Notation::kByteEscapes, Notation::kEntities,
                                     Notation::kPercent};
  const Notation id = kNotations[which];
  const notation::Spelling spelling{id, 0, notation::LetterCase::kUpper, 0, encoding::EncodingId::kUtf8};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    const std::string_view character = std::string_view(text).substr(i, c.length);
    const bool is_spelled = c.value >= 0x80 && !base::is_raw_byte(c.value);
    if (!is_spelled || !notation::get(id).spell(character, spelling, out)) out += character;
    i += c.length;
  }
  return out;
}

}  // namespace

rc::Gen<std::string> ascii_text() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 4000), [](std::size_t length) {
    return rc::gen::container<std::string>(
        length, rc::gen::map(rc::gen::inRange(0, 128), [](int c) { return static_cast<char>(c); }));
  });
}

rc::Gen<std::string> any_bytes() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 600), [](std::size_t length) {
    return rc::gen::container<std::string>(
        length, rc::gen::map(rc::gen::inRange(0, 256), [](int c) { return static_cast<char>(c); }));
  });
}

rc::Gen<std::string> any_characters() {
  const auto character =
      rc::gen::oneOf(rc::gen::inRange<char32_t>(0x20, 0x7F), rc::gen::inRange<char32_t>(0x80, 0x180),
                     rc::gen::inRange<char32_t>(0x180, 0x700), rc::gen::inRange<char32_t>(0x2000, 0x2600),
                     rc::gen::inRange<char32_t>(0x3000, 0xD7FF), rc::gen::inRange<char32_t>(0xE000, 0x10FFFF));
  return rc::gen::map(rc::gen::container<std::u32string>(character), [](const std::u32string& text) {
    std::string utf8;
    for (const char32_t c : text) base::append_utf8(utf8, c);
    return utf8;
  });
}

rc::Gen<std::string> corpus_mixture() {
  static const rc::Gen<std::string> line = rc::gen::oneOf(line_of("clean"), line_of("negative"), line_of("baked"));
  static const rc::Gen<std::string> joint = rc::gen::element<std::string>("", " ", "\n", "\r\n");
  return joined(rc::gen::oneOf(line, cut(line), joint), 8);
}

rc::Gen<std::string> clean_mixture() {
  static const rc::Gen<std::string> line = line_of("clean");
  static const rc::Gen<std::string> joint = rc::gen::element<std::string>(" ", "\n", "\r\n", "\t", ": ", " (");
  return joined(rc::gen::map(rc::gen::pair(line, joint),
                             [](const std::pair<std::string, std::string>& p) { return p.first + p.second; }),
                8);
}

rc::Gen<std::string> fragments() {
  static const rc::Gen<std::string> fragment =
      rc::gen::elementOf(std::vector<std::string>(std::begin(kFragments), std::end(kFragments)));
  return joined(fragment, 40);
}

rc::Gen<std::string> spelled_mixture() {
  return rc::gen::map(rc::gen::pair(corpus_mixture(), rc::gen::inRange(0, 4)),
                      [](const std::pair<std::string, int>& p) { return spelled(p.first, p.second); });
}

rc::Gen<std::string> any_text() {
  return rc::gen::oneOf(any_bytes(), any_characters(), corpus_mixture(), corpus_mixture(), spelled_mixture(),
                        fragments());
}

rc::Gen<Options> any_options() {
  static const std::vector<std::string> layers = {"utf-8>windows-1252", "utf-8>gbk", "utf-8>windows-1251",
                                                  "windows-1251>windows-1252", "no such layer"};
  const auto some_layers = rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(layers));
  return rc::gen::map(rc::gen::tuple(rc::gen::inRange(-10, 120), rc::gen::inRange(-1, 9),
                                     rc::gen::element(Lossy::kGuess, Lossy::kMark, Lossy::kLeave),
                                     rc::gen::oneOf(rc::gen::just(std::vector<std::string>()), some_layers),
                                     rc::gen::oneOf(rc::gen::just(std::vector<std::string>()), some_layers)),
                      [](const std::tuple<int, int, Lossy, std::vector<std::string>, std::vector<std::string>>& t) {
                        Options options;
                        options.min_confidence = std::get<0>(t) / 100.0;
                        options.max_layers = std::get<1>(t);
                        options.lossy = std::get<2>(t);
                        options.allow = std::get<3>(t);
                        options.deny = std::get<4>(t);
                        if (options.max_layers % 3 == 1) options.notations = {"entities", "percent"};
                        return options;
                      });
}

}  // namespace unbake::tests

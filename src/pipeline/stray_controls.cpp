#include "pipeline/stray_controls.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "bake/proof.hpp"
#include "base/symbol.hpp"
#include "base/utf8.hpp"
#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"
#include "model/character_class.hpp"
#include "model/language_memory.hpp"
#include "model/word_part.hpp"
#include "repair/quote_balance.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

using encoding::EncodingId;
using encoding::ReaderSet;

// What text with such bytes was in: windows-1252 first, and last one that has the same marks. ISO 8859-1 showed the
// bytes of all of these.
constexpr EncodingId kPages[] = {EncodingId::kWindows1252, EncodingId::kIbm850, EncodingId::kIbm437,
                                 EncodingId::kMacintosh,   EncodingId::kIbm852, EncodingId::kWindows1250};
constexpr std::size_t kPageCount = std::size(kPages);

// In nats: the price of the claim, which is small since nobody writes such controls; what the other pages are behind
// before the text is looked at, since programs took ISO 8859-1 for a name of windows-1252; and a byte that is no
// character of the page.
constexpr float kPrice = 2.0F;
constexpr float kOtherPage = 3.0F;
constexpr float kNoCharacter = -30.0F;
// What windows-1252 must be ahead of the pages of other systems to be the page of all controls of a text.
constexpr float kClear = 10.0F;

constexpr std::size_t kReach = 3;  // symbols on each side that may be bytes of the same character
constexpr std::size_t kControlLength = 2;
constexpr char32_t kNextLine = 0x85;  // a line end; in windows-1252 an ellipsis

bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }
bool is_continuation(int byte) { return byte >= 0x80 && byte < 0xC0; }

// A control and what stands around it, nearest first; line ends beyond the ends of the text.
struct Place {
  std::size_t offset;
  char32_t control;
  std::array<char32_t, kReach> before{U'\n', U'\n', U'\n'};
  std::array<char32_t, kReach> after{U'\n', U'\n', U'\n'};
};

Place place_at(std::string_view text, std::size_t offset) {
  Place place{offset, base::decode_utf8(text, offset).value};
  std::size_t start = offset;
  for (char32_t& c : place.before) {
    if (start == 0) break;
    --start;
    for (int k = 0; k < 3 && start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80; ++k) --start;
    c = base::decode_utf8(text, start).value;
  }
  std::size_t end = offset + kControlLength;
  for (char32_t& c : place.after) {
    if (end >= text.size()) break;
    const base::CodePoint next = base::decode_utf8(text, end);
    c = next.value;
    end += next.length;
  }
  return place;
}

// The byte that one of `readers` shows as `symbol`; -1 if none does.
int byte_of(char32_t symbol, ReaderSet readers) {
  if (symbol < 0x80 || base::is_raw_byte(symbol)) return -1;
  std::array<encoding::ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = encoding::reader_bytes(symbol, groups.data());
  for (std::size_t i = 0; i < count; ++i) {
    if ((groups[i].readers & readers) != 0 && groups[i].length == 1) return groups[i].bytes[0];
  }
  return -1;
}

// Whether the control may be one of the bytes behind the first of a character in UTF-8. Where a byte of three or four
// is missing only what begins as typographic marks do counts: a letter may stand before a quotation mark.
bool may_be_utf8(const Place& place) {
  std::array<encoding::ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = encoding::reader_bytes(place.control, groups.data());
  ReaderSet readers = 0;
  for (std::size_t i = 0; i < count; ++i) readers |= groups[i].readers;
  int inner = 0;  // bytes between the first one and the control
  int lead = byte_of(place.before[0], readers);
  while (is_continuation(lead) && ++inner < static_cast<int>(kReach))
    lead = byte_of(place.before[static_cast<std::size_t>(inner)], readers);
  if (lead < 0xC2 || lead > 0xF4 || is_continuation(lead)) return false;
  const int most_inner = lead < 0xE0 ? 0 : lead < 0xF0 ? 1 : 2;
  if (inner > 0 || lead < 0xE0) return inner <= most_inner;
  return lead == 0xE2 || is_continuation(byte_of(place.after[0], readers));
}

// What `symbol`, which ISO 8859-1 showed, is in a page; 0 if that is no character.
char32_t in_page(char32_t symbol, EncodingId page) {
  if (symbol < 0x80 || symbol > 0xFF) return symbol;
  const auto byte = static_cast<std::uint8_t>(symbol);
  const encoding::DecodeStep step = encoding::decode_step(page, {&byte, 1});
  const bool is_character = step.kind == encoding::DecodeStep::Kind::kCharacter && step.count == 1;
  return is_character && !is_c1(step.code_points[0]) ? step.code_points[0] : 0;
}

// Whether text has U+0085 between its lines, as some systems have for a line feed: what follows does so at once.
bool divides_lines(std::string_view text) {
  int more = 0;  // that divide lines than that do not
  for (std::size_t i = 0; (i = text.find("\xC2\x85", i)) != std::string_view::npos;) {
    i += kControlLength;
    if (i == text.size()) break;
    const char32_t next = base::decode_utf8(text, i).value;
    const model::CharacterClass k = model::character_class(next);
    const bool is_line =
        next == kNextLine || k == model::CharacterClass::kDigit || model::part_letter(next) != model::kNoLetter;
    more += is_line ? 1 : -1;
  }
  return more > 0;
}

// Controls in a row.
struct Row {
  Decision decision;
  bool is_best = true;  // windows-1252 explains each of them best
};

class ControlDecider {
 public:
  ControlDecider(std::string_view text, const Settings& settings)
      : text_(text), settings_(settings), has_next_lines_(divides_lines(text)), language_(model::Model::builtin()) {}

  std::vector<Decision> decide() {
    for (std::size_t i = next_control(0); i != std::string_view::npos; i = next_control(i + kControlLength)) {
      const Place place = place_at(text_, i);
      if (may_be_utf8(place) || (has_next_lines_ && place.control == kNextLine)) continue;
      weigh(place);
    }
    decide_row();
    const float others = *std::max_element(totals_.begin() + 1, totals_.end());
    if (totals_[0] + kOtherPage < others) return {};
    // Where windows-1252 is clearly the page of the text, one place need not say so.
    const float of_other_letters = *std::max_element(totals_.begin() + 1, totals_.end() - 1);
    const bool is_clear = totals_[0] >= others && totals_[0] >= of_other_letters + kClear;
    std::erase_if(decisions_, [&](const Row& row) { return !is_clear && !row.is_best; });
    std::vector<Decision> result;
    for (Row& row : decisions_) result.push_back(std::move(row.decision));
    return result;
  }

 private:
  [[nodiscard]] std::size_t next_control(std::size_t from) const {
    while ((from = text_.find('\xC2', from)) != std::string_view::npos) {
      if (is_c1(base::decode_utf8(text_, from).value)) return from;
      ++from;
    }
    return from;
  }

  // log P of the control and what depends on it, read as the bytes of `page`.
  float likelihood(const Place& place, EncodingId page) {
    const std::array<char32_t, 5> line = {in_page(place.before[1], page), in_page(place.before[0], page),
                                          in_page(place.control, page), in_page(place.after[0], page),
                                          in_page(place.after[1], page)};
    if (line[2] == 0) return kNoCharacter;
    return likelihood(line);
  }

  float likelihood(const std::array<char32_t, 5>& line) {
    return language_.log_probability(line[0], line[1], line[2]) + language_.log_probability(line[1], line[2], line[3]) +
           language_.log_probability(line[2], line[3], line[4]);
  }

  void weigh(const Place& place) {
    const float as_it_stands =
        likelihood({place.before[1], place.before[0], place.control, place.after[0], place.after[1]});
    std::array<float, kPageCount> gains{};
    for (std::size_t i = 0; i < kPageCount; ++i) {
      gains[i] = likelihood(place, kPages[i]) - as_it_stands;
      totals_[i] += gains[i];
    }
    const char32_t character = in_page(place.control, kPages[0]);
    if (character == 0) return;
    const float quotes = follow_quotes(place, character);
    totals_[0] += quotes;
    take(place, character, gains[0] + quotes);
    row_.is_best = row_.is_best && gains[0] + kOtherPage >= *std::max_element(gains.begin() + 1, gains.end());
  }

  // Controls in a row are one decision.
  void take(const Place& place, char32_t character, float language) {
    if (row_.decision.offset + row_.decision.length != place.offset || row_.decision.length == 0) {
      decide_row();
      row_.decision.offset = place.offset;
      row_.decision.path = {{kPages[0], EncodingId::kIso88591}};
      row_.decision.structure = -kPrice;
    }
    row_.decision.length += kControlLength;
    base::append_utf8(row_.decision.after, character);
    row_.decision.language += language;
  }

  // What `character` says in its place of quotation marks that are open in its line.
  float follow_quotes(const Place& place, char32_t character) {
    const std::string_view between = text_.substr(quotes_end_, place.offset - quotes_end_);
    if (const std::size_t line_end = between.rfind('\n'); line_end != std::string_view::npos) {
      quotes_ = {};
      quotes_end_ += line_end + 1;
    }
    char32_t last = U'\n';
    while (quotes_end_ < place.offset) {
      const base::CodePoint c = base::decode_utf8(text_, quotes_end_);
      quotes_.advance(last, c.value);
      last = c.value;
      quotes_end_ += c.length;
    }
    quotes_end_ += kControlLength;
    return quotes_.advance(last, character);
  }

  void decide_row() {
    if (row_.decision.length == 0) return;
    Row row = std::exchange(row_, {});
    Decision& d = row.decision;
    d.confidence = validate::confidence(d.language + d.structure);
    if (d.confidence >= settings_.min_confidence) prove(d);
    constexpr double kWorthReporting = 0.5;
    const bool is_reported = settings_.report && d.confidence >= kWorthReporting;
    if (d.verdict == Verdict::kRepaired || is_reported) decisions_.push_back(std::move(row));
  }

  void prove(Decision& d) {
    const std::string_view following = text_.substr(d.offset + d.length, baking::kContextLength);
    const std::string_view damaged = text_.substr(d.offset, d.length);
    const auto proof = baking::find_proof(d.after, following, d.path, damaged, std::nullopt, buffers_);
    d.verdict = proof ? Verdict::kRepaired : Verdict::kUnproven;
    if (proof) d.profile = *proof;
  }

  std::string_view text_;
  const Settings& settings_;
  bool has_next_lines_;
  model::LanguageMemory language_;
  baking::ProofBuffers buffers_;
  repair::QuoteBalance quotes_;  // of the line, up to `quotes_end_`
  std::size_t quotes_end_ = 0;
  std::array<float, kPageCount> totals_{};
  Row row_;  // the controls taken last, not decided yet
  std::vector<Row> decisions_;
};

// Whether there is any: most texts have none, and pay for one look only.
bool has_controls(std::string_view text) {
  for (std::size_t i = 0; (i = text.find('\xC2', i)) != std::string_view::npos; ++i) {
    if (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

}  // namespace

std::vector<Decision> decide_stray_controls(std::string_view text, const Settings& settings) {
  const int bit = encoding::get(EncodingId::kIso88591).reader_bit;
  if ((settings.readers >> bit & 1) == 0 || !has_controls(text)) return {};
  return ControlDecider(text, settings).decide();
}

}  // namespace unbake::pipeline

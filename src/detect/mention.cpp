#include "detect/mention.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "detect/counterpart.hpp"
#include "detect/encoding_words.hpp"
#include "detect/quotation.hpp"
#include "detect/quotation_role.hpp"
#include "model/character_class.hpp"

namespace unbake::detect {
namespace {

// What speaks for a mention, in nats. A place that has this much is one.
constexpr float kEnough = 3.0F;

constexpr float kCertain = 100.0F;    // the repair stands beside it
constexpr float kSingle = 1.5F;       // one character is quoted by itself
constexpr float kSeveral = -1.5F;     // several words are quoted, or more than a name in backticks
constexpr float kCodeInProse = 3.0F;  // backticks in a sentence
constexpr float kBackticks = 0.5F;    // elsewhere
constexpr float kTypographic = 1.0F;
constexpr float kPattern = 2.0F;      // between bars or slashes
constexpr float kInTable = 10.0F;     // between escaped bytes, or among many characters that are all different
constexpr float kReplaced = 2.5F;     // what a program replaces
constexpr float kShortBeside = 2.0F;  // a single character, and another beside it
constexpr float kCodes = 3.5F;        // the numbers of its characters stand beside it
constexpr float kListed = 2.0F;       // with two others of its kind
constexpr float kAlone = 1.5F;        // on a line by itself, as in a long list
constexpr float kKey = 2.0F;          // a key of one character
constexpr float kInSentence = 1.5F;   // one character in a sentence
constexpr float kLone = 2.0F;         // an ideograph, or two letters of another script, which tables have
constexpr float kValue = -1.5F;       // it is what a key has
constexpr float kBesideUse = -2.0F;
constexpr float kMostlyUse = -4.0F;

// A place with what it stands in.
struct Setting {
  Stretch line{0, 0};
  Quotation quotation;
  std::string before;     // what is quoted
  std::string after;      // and what it would become
  std::size_t place = 0;  // whose setting it is
  std::size_t first = 0;  // the places in the same quotation are [first, last)
  std::size_t last = 0;
};

// What a place says.
struct Judgement {
  float evidence;  // for a mention, in nats
  bool is_use;     // it is damage in running text
};

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_space(std::string_view text) { return text.find(' ') != std::string_view::npos; }

bool is_single(std::string_view after) { return count_characters(after) <= 2; }

bool is_long(const Setting& s) {
  constexpr std::ptrdiff_t kOfName = 2;
  const std::ptrdiff_t spaces = std::count(s.after.begin(), s.after.end(), ' ');
  return spaces > (s.quotation.enclosure == Enclosure::kCode ? kOfName : 0);
}

// One ideograph, or two letters of a script other than Latin: few bytes, which make a character of much else.
bool is_lone(std::string_view text) {
  const auto is_of_other_script = [](char32_t c) {
    const model::CharacterClass k = model::character_class(c);
    return k >= model::CharacterClass::kGreekLower && k <= model::CharacterClass::kHanExtension;
  };
  const base::CodePoint first = base::decode_utf8(text, 0);
  return is_of_other_script(first.value) && count_characters(text) <= 2 &&
         (first.length == text.size() || is_of_other_script(base::decode_utf8(text, first.length).value));
}

// Whether the characters around a place are a table: many of them beyond ASCII, without a space, all different. Text
// that is damaged repeats its lead bytes, and text its letters; ideographs do not soon come again.
bool is_in_table(std::string_view text, Stretch place) {
  constexpr std::size_t kFewest = 24;  // characters
  constexpr std::size_t kMost = 48;
  Stretch run = place;
  const auto is_high = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) >= 0x80; };
  while (run.begin > 0 && place.begin - run.begin < kReach / 2 && is_high(run.begin - 1)) --run.begin;
  while (run.end < text.size() && run.end - place.end < kReach / 2 && is_high(run.end)) ++run.end;
  std::array<char32_t, kMost> characters{};
  std::size_t count = 0;
  for (std::size_t i = run.begin; i < run.end && count < kMost;) {
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    const model::CharacterClass k = model::character_class(c.value);
    if (k >= model::CharacterClass::kHangulCommon && k <= model::CharacterClass::kHanExtension) return false;
    if (c.value != base::kReplacementCharacter && !base::is_raw_byte(c.value)) characters[count++] = c.value;
  }
  if (count < kFewest) return false;
  const auto end = characters.begin() + static_cast<std::ptrdiff_t>(count);
  std::sort(characters.begin(), end);
  return std::adjacent_find(characters.begin(), end) == end;
}

bool is_mark(char32_t c) { return c >= 0x2010 && c < 0x2060; }

// Who deals with damage lists what it does to letters and punctuation; emoji and other signs are what programs show.
bool is_letter_or_mark(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = base::decode_utf8(text, 0).value;
  return is_mark(c) || (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4);
}

bool is_quoted(Enclosure enclosure) {
  return enclosure != Enclosure::kNone && enclosure != Enclosure::kBracket && enclosure != Enclosure::kCell;
}

// What programs write for a character that they cannot have: a letter for a letter, ASCII for a mark, another sign for
// a sign, or nothing.
bool stands_in_for(std::string_view beside, std::string_view after) {
  if (beside.empty() || beside == "...") return true;
  if (count_characters(beside) > 2) return false;
  if (!is_letter_or_mark(after)) return static_cast<unsigned char>(beside.front()) >= 0x80;
  const char32_t meant = base::decode_utf8(after, 0).value;
  const char first = beside.front();
  if (is_mark(meant)) return std::string_view("'\"-.,*`<>\\ ").find(first) != std::string_view::npos;
  return is_word_byte(first);
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Place>& places) : text_(text), places_(places) {}

  std::vector<bool> find() {
    std::vector<Judgement> judgements;
    judgements.reserve(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) judgements.push_back(judge(setting_of(i)));
    const float against = evidence_of_use(judgements);
    std::vector<bool> mentions;
    mentions.reserve(places_.size());
    for (const Judgement& j : judgements) mentions.push_back(!j.is_use && j.evidence + against >= kEnough);
    return mentions;
  }

 private:
  [[nodiscard]] Setting setting_of(std::size_t i) {
    Setting s;
    const Stretch place{places_[i].begin, places_[i].end};
    s.line = line_of(place);
    s.quotation = find_quotation(text_, s.line, place);
    const bool is_loose = s.quotation.enclosure == Enclosure::kCell || s.quotation.enclosure == Enclosure::kBracket;
    if (is_loose && has_space(s.quotation.content.in(text_))) s.quotation.enclosure = Enclosure::kNone;
    if (s.quotation.enclosure == Enclosure::kNone) {
      s.quotation.content = s.quotation.whole = word_around(text_, s.line, place);
    }
    const Stretch content = s.quotation.content;
    s.place = i;
    s.first = i;
    while (s.first > 0 && places_[s.first - 1].begin >= content.begin) --s.first;
    s.last = i + 1;
    while (s.last < places_.size() && places_[s.last].end <= content.end) ++s.last;
    s.before = content.in(text_);
    s.after = repaired_text(content, i);
    return s;
  }

  // `line_around` for places that come in order: what is between them is looked at once.
  [[nodiscard]] Stretch line_of(Stretch place) {
    std::size_t begin = place.begin;
    while (begin > seen_ && text_[begin - 1] != '\n') --begin;
    if (begin > seen_) line_.begin = begin;
    seen_ = place.begin;
    if (place.end > line_.end) {
      line_.end = place.end;
      while (line_.end < text_.size() && text_[line_.end] != '\r' && text_[line_.end] != '\n') ++line_.end;
    }
    return {std::max(line_.begin, place.begin - std::min(place.begin, kReach)),
            std::min(line_.end, place.end + kReach)};
  }

  [[nodiscard]] Judgement judge(const Setting& s) {
    if (has_counterpart(s) || has_line_beside(s)) return {kCertain, false};
    const float evidence = this->evidence(s);
    const Enclosure enclosure = s.quotation.enclosure;
    const bool is_running = enclosure == Enclosure::kNone || enclosure == Enclosure::kCell || has_space(s.after);
    return {evidence, is_running && evidence < kEnough};
  }

  [[nodiscard]] bool is_damaged(Stretch stretch) const {
    const auto first =
        std::partition_point(places_.begin(), places_.end(), [&](const Place& p) { return p.end <= stretch.begin; });
    return first != places_.end() && first->begin < stretch.end;
  }

  [[nodiscard]] bool has_counterpart(const Setting& s) const {
    if (s.after.find_first_not_of(" \t") == std::string::npos) return false;
    if (has_repair_beside(text_, s.line, s.quotation, s.after)) return true;
    if (!is_quoted(s.quotation.enclosure)) return false;
    if (has_space(s.after) && has_counterpart_of_word(s)) return true;
    const Neighbours beside = literals_beside(text_, s.line, s.quotation.whole);
    const auto is_meant = [&](Stretch literal) {
      return !literal.empty() && !is_damaged(literal) && are_alike(s.after, literal.in(text_));
    };
    return is_meant(beside.before) || is_meant(beside.behind);
  }

  // In a quoted sentence the word may be what is talked about.
  [[nodiscard]] bool has_counterpart_of_word(const Setting& s) const {
    const Stretch word = word_around(text_, s.line, {places_[s.place].begin, places_[s.place].end});
    return has_repair_beside(text_, s.line, {Enclosure::kNone, word, word}, repaired_text(word, s.place));
  }

  // What a program prints in one encoding and in another: the whole line stands near by as it should be, and what
  // is between speaks of encodings.
  [[nodiscard]] bool has_line_beside(const Setting& s) {
    if (s.quotation.enclosure != Enclosure::kNone) return false;
    // A line of damage has many places.
    if (!known_line_ || known_line_->begin != s.line.begin || known_line_->end != s.line.end) {
      known_line_ = s.line;
      known_line_is_beside_ = finds_line_beside(s);
    }
    return known_line_is_beside_;
  }

  [[nodiscard]] bool finds_line_beside(const Setting& s) {
    constexpr std::size_t kShortest = 8;  // bytes
    if (of_lines_beside(s.line) == 0) return false;
    const Stretch line{skip_spaces(text_, s.line.begin, s.line.end), s.line.end};
    const std::string repaired = repaired_text(line, s.first);
    const std::size_t from = s.line.begin - std::min(s.line.begin, kReach);
    return repaired.size() >= kShortest &&
           (text_.substr(from, s.line.begin - from).find(repaired + '\n') != std::string_view::npos ||
            text_.substr(s.line.end, kReach).find(repaired + '\n') != std::string_view::npos);
  }

  // `stretch`, which the place `i` is in, with all places within it repaired.
  [[nodiscard]] std::string repaired_text(Stretch stretch, std::size_t i) const {
    while (i > 0 && places_[i - 1].begin >= stretch.begin) --i;
    std::string repaired;
    std::size_t done = stretch.begin;
    for (; i < places_.size() && places_[i].end <= stretch.end; ++i) {
      repaired.append(text_.substr(done, places_[i].begin - done)).append(places_[i].after);
      done = places_[i].end;
    }
    return repaired.append(text_.substr(done, stretch.end - done));
  }

  [[nodiscard]] float evidence(const Setting& s) {
    if (is_in_table(text_, {places_[s.place].begin, places_[s.place].end})) return kInTable;
    if (s.quotation.enclosure == Enclosure::kNone) return of_unquoted(s);
    float sum = of_enclosure(s) + of_words(s);
    if (is_single(s.after)) {
      sum += of_single(s);
    } else if (is_long(s)) {
      sum += kSeveral;
    }
    if (!is_quoted(s.quotation.enclosure)) return sum;
    if (is_replaced(text_, s.line, s.quotation)) sum += kReplaced;
    if (s.quotation.enclosure == Enclosure::kString && is_value(text_, s.line, s.quotation)) sum += kValue;
    return sum;
  }

  // One character, with its number beside it, or with a phrase such as `instead of` directly behind it.
  [[nodiscard]] float of_unquoted(const Setting& s) const {
    constexpr std::size_t kPhrase = 16;  // bytes
    if (!is_single(s.after)) return 0;
    const float said = kSingle + speaks_of_encodings(text_.substr(s.quotation.whole.end, kPhrase));
    return names_codes(s) ? kCodes : said > kSingle ? said : 0;
  }

  [[nodiscard]] float of_enclosure(const Setting& s) const {
    switch (s.quotation.enclosure) {
      case Enclosure::kCode:
        return is_in_prose(text_, s.line, s.quotation) ? kCodeInProse : kBackticks;
      case Enclosure::kMarks:
        return kTypographic;
      case Enclosure::kAlternative:
        return kPattern;
      case Enclosure::kEscapes:
        return is_single(s.after) ? kInTable : 0;
      default:
        return 0;
    }
  }

  // The line speaks, and the lines next to it with half of its voice.
  [[nodiscard]] float of_words(const Setting& s) {
    const Stretch whole = s.quotation.whole;
    std::string around(text_.substr(s.line.begin, whole.begin - s.line.begin));
    around.append(" ").append(text_.substr(whole.end, s.line.end - whole.end));
    return std::min(speaks_of_encodings(around) + of_lines_beside(s.line) / 2, kMostOfWords);
  }

  [[nodiscard]] float of_lines_beside(Stretch line) {
    float said = 0;
    if (line.begin > 0 && text_[line.begin - 1] == '\n') {
      said += of_line(line_around(text_, {line.begin - 1, line.begin - 1}));
    }
    const std::size_t next = text_.substr(0, line.end + 3).find_first_not_of("\r\n", line.end);
    if (next != std::string_view::npos && next > line.end) {
      said += of_line(line_around(text_, {next, next}));
    }
    return said;
  }

  // Each place of a line asks about the same lines, and so do those of the lines next to it.
  [[nodiscard]] float of_line(Stretch line) {
    SpokenLine& known = spoken_lines_[line.begin % spoken_lines_.size()];
    if (known.line.begin != line.begin || known.line.end != line.end)
      known = {line, speaks_of_encodings(line.in(text_))};
    return known.said;
  }

  [[nodiscard]] float of_single(const Setting& s) const {
    float sum = kSingle;
    if (names_codes(s)) sum += kCodes;
    if (s.quotation.enclosure != Enclosure::kBracket && is_lone(s.before)) sum += kLone;
    if (!is_quoted(s.quotation.enclosure)) return sum;
    if (is_listed(s)) sum += kListed;
    if (is_letter_or_mark(s.after) && is_alone(text_, s.line, s.quotation)) sum += kAlone;
    if (s.quotation.enclosure == Enclosure::kString) {
      if (is_key(text_, s.line, s.quotation)) sum += kKey;
      if (is_in_prose(text_, s.line, s.quotation)) sum += kInSentence;
    }
    const Stretch behind = literals_beside(text_, s.line, s.quotation.whole).behind;
    if (behind.end > 0 && !is_damaged(behind) && stands_in_for(behind.in(text_), s.after)) sum += kShortBeside;
    return sum;
  }

  [[nodiscard]] bool names_codes(const Setting& s) const {
    return is_single(s.after) && names_code_points(text_, s.line, s.quotation.whole, s.before, s.after);
  }

  // With damage of two other characters on the line, each quoted by itself.
  [[nodiscard]] bool is_listed(const Setting& s) const {
    constexpr std::size_t kOthers = 2;
    std::vector<std::string_view> others;
    const auto look_at = [&](const Place& p) {
      const bool begins = p.begin > s.line.begin && is_quote_like(text_[p.begin - 1]);
      if (!begins || p.end >= s.line.end || !is_quote_like(text_[p.end])) return;
      const bool is_new = p.after != s.after && std::find(others.begin(), others.end(), p.after) == others.end();
      if (is_new && is_single(p.after) && is_letter_or_mark(p.after)) others.push_back(p.after);
    };
    for (std::size_t k = s.first; k-- > 0 && places_[k].begin >= s.line.begin && others.size() < kOthers;)
      look_at(places_[k]);
    for (std::size_t k = s.last; k < places_.size() && places_[k].end <= s.line.end && others.size() < kOthers; ++k)
      look_at(places_[k]);
    return others.size() >= kOthers;
  }

  static bool is_quote_like(char c) { return std::string_view("\"'`|/").find(c) != std::string_view::npos; }

  // Where the document is damaged, it suffers in its quotations too.
  [[nodiscard]] static float evidence_of_use(const std::vector<Judgement>& judgements) {
    std::size_t used = 0;
    std::size_t quoted = 0;
    for (const Judgement& j : judgements) {
      used += j.is_use ? 1 : 0;
      quoted += !j.is_use && j.evidence >= kEnough ? 1 : 0;
    }
    if (used == 0) return 0;
    return used < quoted ? kBesideUse : kMostlyUse;
  }

  std::string_view text_;
  const std::vector<Place>& places_;
  Stretch line_{0, 0};                 // of the last place, however long
  std::size_t seen_ = 0;               // where that place begins
  std::optional<Stretch> known_line_;  // the last one that was asked about
  bool known_line_is_beside_ = false;
  struct SpokenLine {
    Stretch line{0, 0};
    float said = 0;  // nats, by `speaks_of_encodings`
  };
  std::array<SpokenLine, 16> spoken_lines_{};
};

}  // namespace

std::vector<bool> find_mentions(std::string_view text, const std::vector<Place>& places) {
  return Finder(text, places).find();
}

}  // namespace unbake::detect

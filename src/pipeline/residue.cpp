#include "pipeline/residue.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <string>

#include "base/utf8.hpp"
#include "encoding/reader_index.hpp"
#include "model/character_class.hpp"
#include "pipeline/neighbours.hpp"
#include "pipeline/residue_marks.hpp"
#include "repair/path_costs.hpp"

namespace unbake::pipeline {
namespace {

using encoding::EncodingId;

// What one U+FFFD in UTF-8 looks like to a reader; two where one of them has half of a character, or is a word of
// letters.
struct Signature {
  std::string text;
  EncodingId reader;
};

// A letter that may stand beside any other of its script.
bool is_letter(char32_t c) {
  using model::CharacterClass;
  const CharacterClass k = model::character_class(c);
  if (k >= CharacterClass::kCyrillicSlavLower && k <= CharacterClass::kCyrillicOtherUpper) return false;
  return (k >= CharacterClass::kLatin1Lower && k <= CharacterClass::kLatinOtherUpper) ||
         (k >= CharacterClass::kGreekLower && k <= CharacterClass::kJamo);
}

// Nothing if the reader gives the bytes up, or if so much of them is no sign.
std::optional<std::string> shown_by(EncodingId reader, std::size_t replacements) {
  constexpr std::array<std::uint8_t, 6> kTwo = {0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD};
  std::span<const std::uint8_t> bytes(kTwo.data(), 3 * replacements);
  std::string text;
  bool is_word = true;
  while (!bytes.empty()) {
    const encoding::DecodeStep step = encoding::decode_step(reader, bytes);
    if (step.kind != encoding::DecodeStep::Kind::kCharacter) return std::nullopt;
    for (std::size_t k = 0; k < step.count; ++k) {
      const char32_t c = step.code_points[k];
      if (c < 0xA0 || c == base::kReplacementCharacter) return std::nullopt;
      is_word = is_word && is_letter(c);
      base::append_utf8(text, c);
    }
    bytes = bytes.subspan(step.length);
  }
  if (is_word && replacements == 1) return std::nullopt;
  return text;
}

// Of readers that show the same the commonest is named.
std::vector<Signature> make_signatures() {
  const repair::PathCosts costs;
  std::vector<int> bits(static_cast<std::size_t>(encoding::reader_count()));
  std::iota(bits.begin(), bits.end(), 0);
  std::stable_sort(bits.begin(), bits.end(), [&](int x, int y) { return costs.cost(x) < costs.cost(y); });
  std::vector<Signature> made;
  for (const int bit : bits) {
    const EncodingId reader = encoding::reader(bit);
    std::optional<std::string> text = shown_by(reader, 1);
    if (!text) text = shown_by(reader, 2);
    if (!text) continue;
    const bool is_known = std::any_of(made.begin(), made.end(), [&](const Signature& s) { return s.text == *text; });
    if (!is_known) made.push_back({*text, reader});
  }
  return made;
}

const Signature* signature_at(std::string_view text, std::size_t offset) {
  static const std::vector<Signature> signatures = make_signatures();
  const std::string_view rest = text.substr(offset);
  const auto found =
      std::find_if(signatures.begin(), signatures.end(), [&](const Signature& s) { return rest.starts_with(s.text); });
  return found == signatures.end() ? nullptr : &*found;
}

// CC CC and CD CD, which debuggers fill the stack and the heap with, and DD DD and EE FE, what was freed.
constexpr char32_t kFillings[] = {0x70EB, 0x5C6F, 0x847A, 0x94EA};
constexpr std::size_t kLeastFilling = 3;

bool is_ideograph(char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  return k >= model::CharacterClass::kHanCommon && k <= model::CharacterClass::kHanExtension;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Residue> find() {
    for (std::size_t i = base::find_non_ascii(text_, 0); i < text_.size(); i = base::find_non_ascii(text_, i)) {
      i = look_at(i);
    }
    const std::size_t others = found_.size();
    for (const QuestionMarks& marks : find_question_marks(text_))
      add(marks.begin, marks.end, ResidueKind::kQuestionMarks, EncodingId::kUtf8);
    std::inplace_merge(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(others), found_.end(),
                       [](const Residue& x, const Residue& y) { return x.begin < y.begin; });
    return std::move(found_);
  }

 private:
  // The end of what stands at `begin`, which is not ASCII.
  std::size_t look_at(std::size_t begin) {
    const base::CodePoint c = base::decode_utf8(text_, begin);
    if (c.value == base::kReplacementCharacter) {
      const std::size_t end = end_of_row(begin, text_.substr(begin, c.length));
      add(begin, end, ResidueKind::kReplacement, EncodingId::kUtf8);
      return end;
    }
    if (std::find(std::begin(kFillings), std::end(kFillings), c.value) != std::end(kFillings)) {
      const std::size_t end = end_of_row(begin, text_.substr(begin, c.length));
      const bool is_among_others =
          is_ideograph(character_before(text_, begin)) || is_ideograph(character_at(text_, end));
      const std::size_t count = (end - begin) / c.length;
      // Somebody may cry `hot hot hot` in a sentence.
      if (count > kLeastFilling || (count == kLeastFilling && !is_among_others))
        add(begin, end, ResidueKind::kUnwritten, EncodingId::kGbk);
      return end;
    }
    if (const Signature* const signature = signature_at(text_, begin)) {
      const std::size_t end = end_of_row(begin, signature->text);
      add(begin, end, ResidueKind::kReadAgain, signature->reader);
      return end;
    }
    return begin + c.length;
  }

  [[nodiscard]] std::size_t end_of_row(std::size_t begin, std::string_view repeated) const {
    std::size_t end = begin;
    while (text_.substr(end).starts_with(repeated)) end += repeated.size();
    return end;
  }

  void add(std::size_t begin, std::size_t end, ResidueKind kind, EncodingId reader) {
    found_.push_back({begin, end, kind, reader, is_quoted(begin, end)});
  }

  [[nodiscard]] bool is_quoted(std::size_t begin, std::size_t end) const {
    using model::CharacterClass;
    const char32_t before = character_before(text_, begin);
    const char32_t after = character_at(text_, end);
    if (before == after) return before == U'"' || before == U'\'' || before == U'`' || before == U'/' || before == U'|';
    const CharacterClass left = model::character_class(before);
    return left == CharacterClass::kOpenQuote && model::character_class(after) == CharacterClass::kCloseQuote;
  }

  std::string_view text_;
  std::vector<Residue> found_;
};

}  // namespace

std::vector<Residue> find_residues(std::string_view text) { return Finder(text).find(); }

}  // namespace unbake::pipeline

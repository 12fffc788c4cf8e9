#include "notation/view.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"

namespace unbake::notation {
namespace {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// ASCII that stands for itself in every notation.
constexpr bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Finds the first place at or after some offset where something beyond ASCII may be spelled. Text is searched for each
// starter in turn, in blocks that stay in the nearest cache.
class StarterFinder {
 public:
  StarterFinder(std::string_view text, NotationSet notations) : text_(text), notations_(notations) {}

  // Offsets must not go down from call to call. The size of the text if there is no such place.
  std::size_t next(std::size_t from) {
    while (from < text_.size()) {
      if (from >= block_end_) {
        block_end_ = std::min(text_.size(), from + kBlock);
        known_.fill(kUnknown);
      }
      const std::size_t first = next_in_block(from);
      if (first < block_end_) return first;
      from = block_end_;
    }
    return text_.size();
  }

 private:
  static constexpr std::size_t kBlock = 16 << 10;
  static constexpr std::size_t kUnknown = std::string_view::npos;

  std::size_t next_in_block(std::size_t from) {
    std::size_t first = block_end_;
    for (const Row& row : notation::notations()) {
      if ((notations_ & set_of(row.id)) == 0) continue;
      std::size_t& known = known_[static_cast<std::size_t>(row.id)];
      if (known == kUnknown || known < from) known = find(row, from);
      first = std::min(first, known);
    }
    return first;
  }

  [[nodiscard]] std::size_t find(const Row& row, std::size_t from) const {
    while (from < block_end_) {
      const void* found = std::memchr(text_.data() + from, row.starter, block_end_ - from);
      if (found == nullptr) break;
      from = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
      if (row.may_begin(text_, from)) return from;
      ++from;
    }
    return block_end_;
  }

  std::string_view text_;
  NotationSet notations_;
  std::size_t block_end_ = 0;
  std::array<std::size_t, kNotationCount> known_{};  // the next place of each notation in the block, or its end
};

}  // namespace

// Reads line after line.
class View::Builder {
 public:
  Builder(std::string_view text, NotationSet notations, Lines lines)
      : text_(text), notations_(notations), lines_(lines), finder_(text, notations) {
    view_.source_ = text;
  }

  View build() {
    for (std::size_t begin = 0; begin < text_.size();) {
      if (lines_ == Lines::kWithSpelled) {
        const std::size_t starter = finder_.next(begin);
        if (starter == text_.size()) break;
        const std::size_t before = text_.substr(begin, starter - begin).rfind('\n');
        if (before != std::string_view::npos) begin += before + 1;
      }
      const std::size_t end = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
      read_line(begin, end);
      begin = end;
    }
    return std::move(view_);
  }

 private:
  void read_line(std::size_t begin, std::size_t end) {
    Reading& reading = view_.reading_;
    const std::size_t first_byte = reading.text.size();
    const std::size_t first_atom = reading.atoms.size();
    const std::string_view text = text_.substr(0, end);
    for (std::size_t i = begin; i < end;) {
      const std::size_t atoms = reading.atoms.size();
      const std::size_t next = read(text, i);
      if (reading.atoms.size() == atoms) reading.text += text.substr(i, next - i);
      i = next;
    }
    if (lines_ == Lines::kAll || has_character_beyond_ascii(first_atom)) {
      view_.lines_.push_back({begin, first_byte});
      return;
    }
    reading.text.resize(first_byte);
    reading.atoms.resize(first_atom, Atom{});
  }

  // The end of what stands at `offset`: spelled characters, which were read, or plain ones.
  std::size_t read(std::string_view text, std::size_t offset) {
    const std::size_t atoms = view_.reading_.atoms.size();
    std::size_t end = offset;
    bool is_starter = false;
    for (const Row& row : notation::notations()) {
      if ((notations_ & set_of(row.id)) == 0 || row.starter != text[offset]) continue;
      is_starter = true;
      end = std::max(end, row.read(text, offset, view_.reading_));
      if (view_.reading_.atoms.size() != atoms) return end;
    }
    if (!is_starter) return next_starter(text, offset + 1);
    // A backslash before another one takes away its meaning.
    const bool is_escaped = text[offset] == '\\' && text.substr(offset + 1, 1) == "\\";
    return std::max(end, offset + (is_escaped ? 2 : 1));
  }

  std::size_t next_starter(std::string_view text, std::size_t offset) const {
    const auto is_starter = [](char c) { return c == '\\' || c == '&' || c == '%' || c == '='; };
    while (offset < text.size() && !is_starter(text[offset])) ++offset;
    return offset;
  }

  [[nodiscard]] bool has_character_beyond_ascii(std::size_t first_atom) const {
    const auto begin = view_.reading_.atoms.begin() + static_cast<std::ptrdiff_t>(first_atom);
    return std::any_of(begin, view_.reading_.atoms.end(), [&](const Atom& a) { return view_.is_beyond_ascii(a); });
  }

  std::string_view text_;
  NotationSet notations_;
  Lines lines_;
  StarterFinder finder_;
  View view_;
};

bool may_be_spelled(std::string_view text, std::size_t begin, std::size_t end, NotationSet notations) {
  char absent[kNotationCount];  // starters that are not there
  std::size_t absent_count = 0;
  const std::string_view block = text.substr(0, end);
  for (const Row& row : notation::notations()) {
    if ((notations & set_of(row.id)) == 0) continue;
    if (std::find(absent, absent + absent_count, row.starter) != absent + absent_count) continue;
    std::size_t at = block.find(row.starter, begin);
    if (at == std::string_view::npos) absent[absent_count++] = row.starter;
    for (; at != std::string_view::npos; at = block.find(row.starter, at + 1)) {
      if (row.may_begin(text, at)) return true;
    }
  }
  return false;
}

View View::of(std::string_view text, NotationSet notations, Lines lines) {
  return Builder(text, notations, lines).build();
}

bool View::is_beyond_ascii(const Atom& atom) const {
  const std::string_view characters = text().substr(atom.view_offset, atom.view_length);
  return !std::all_of(characters.begin(), characters.end(), is_ascii);
}

std::vector<Atom>::const_iterator View::first_behind(std::size_t view_offset) const {
  return std::partition_point(reading_.atoms.begin(), reading_.atoms.end(),
                              [&](const Atom& a) { return a.view_offset + a.view_length <= view_offset; });
}

Stretch View::whole_atoms(Stretch stretch) const {
  const auto first = first_behind(stretch.begin);
  if (first != reading_.atoms.end()) stretch.begin = std::min(stretch.begin, first->view_offset);
  const auto last = first_behind(stretch.end);
  if (last != reading_.atoms.end() && last->view_offset < stretch.end) {
    stretch.end = last->view_offset + last->view_length;
  }
  return stretch;
}

std::size_t View::source_of(std::size_t view_offset) const {
  std::size_t known_view = 0;
  std::size_t known = 0;
  const auto line =
      std::partition_point(lines_.begin(), lines_.end(), [&](const Line& l) { return l.view_offset <= view_offset; });
  if (line != lines_.begin()) {
    known_view = (line - 1)->view_offset;
    known = (line - 1)->offset;
  }
  const auto atom = first_behind(view_offset);
  if (atom != reading_.atoms.begin()) {
    const Atom& before = *(atom - 1);
    if (before.view_offset + before.view_length >= known_view && before.offset >= known) {
      known_view = before.view_offset + before.view_length;
      known = before.offset + before.length;
    }
  }
  return known + (view_offset - known_view);
}

Stretch View::source(Stretch stretch) const {
  // The last symbol of the stretch may end its line, and then the next line is elsewhere.
  const auto last = first_behind(stretch.end - 1);
  const bool ends_with_atom = last != reading_.atoms.end() && last->view_offset < stretch.end;
  const std::size_t end = ends_with_atom ? last->offset + last->length : source_of(stretch.end - 1) + 1;
  return {source_of(stretch.begin), end};
}

std::size_t View::view_of(std::size_t offset) const {
  std::size_t known = 0;
  std::size_t known_view = 0;
  const auto line =
      std::partition_point(lines_.begin(), lines_.end(), [&](const Line& l) { return l.offset <= offset; });
  if (line != lines_.begin()) {
    known = (line - 1)->offset;
    known_view = (line - 1)->view_offset;
  }
  const auto atom = std::partition_point(reading_.atoms.begin(), reading_.atoms.end(),
                                         [&](const Atom& a) { return a.offset + a.length <= offset; });
  if (atom != reading_.atoms.begin() && (atom - 1)->offset >= known) {
    known = (atom - 1)->offset + (atom - 1)->length;
    known_view = (atom - 1)->view_offset + (atom - 1)->view_length;
  }
  return known_view + (offset - known);
}

Stretch View::view_of(Stretch stretch) const { return {view_of(stretch.begin), view_of(stretch.end)}; }

std::optional<Notation> View::notation_in(Stretch stretch) const {
  for (auto atom = first_behind(stretch.begin); atom != reading_.atoms.end() && atom->view_offset < stretch.end;
       ++atom) {
    if (is_beyond_ascii(*atom)) return atom->spelling.notation;
  }
  return std::nullopt;
}

std::vector<View::AsciiCharacter> View::ascii_of(Stretch stretch) const {
  std::vector<AsciiCharacter> characters;
  auto atom = first_behind(stretch.begin);
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    while (atom != reading_.atoms.end() && atom->view_offset + atom->view_length <= i) ++atom;
    if (!is_ascii(text()[i])) continue;
    const bool is_spelled = atom != reading_.atoms.end() && atom->view_offset <= i;
    characters.push_back(
        {text()[i], is_spelled ? source_.substr(atom->offset, atom->length) : source_.substr(source_of(i), 1)});
  }
  return characters;
}

const Spelling* View::shared_spelling_of(Stretch stretch) const {
  const auto atom = first_behind(stretch.begin);
  if (atom == reading_.atoms.end() || atom->view_offset != stretch.begin) return nullptr;
  if (atom->view_offset + atom->view_length != stretch.end) return nullptr;
  return get(atom->spelling.notation).is_shared(atom->spelling) ? &atom->spelling : nullptr;
}

const Spelling* View::spelling_of(Stretch stretch) const {
  const Spelling* spelling = nullptr;
  auto atom = first_behind(stretch.begin);
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    while (atom != reading_.atoms.end() && atom->view_offset + atom->view_length <= i) ++atom;
    if (is_ascii(text()[i])) continue;
    if (atom == reading_.atoms.end() || atom->view_offset > i) return nullptr;
    if (spelling == nullptr) spelling = &atom->spelling;
  }
  return spelling;
}

std::optional<std::string> View::spelled(Stretch stretch, std::string_view characters) const {
  std::string out;
  if (const Spelling* shared = shared_spelling_of(stretch)) {
    if (!get(shared->notation).spell(characters, *shared, out)) return std::nullopt;
    return out;
  }
  const Spelling* spelling = spelling_of(stretch);
  const std::vector<AsciiCharacter> known = ascii_of(stretch);
  auto next = known.begin();
  for (std::size_t i = 0; i < characters.size();) {
    const std::size_t length = base::decode_utf8(characters, i).length;
    const std::string_view character = characters.substr(i, length);
    i += length;
    if (is_ascii(character[0]) && next != known.end() && next->character == character[0]) {
      out += (next++)->source;
    } else if (is_ascii(character[0]) ? is_plain(character[0]) : spelling == nullptr) {
      out += character;
    } else if (is_ascii(character[0]) || !get(spelling->notation).spell(character, *spelling, out)) {
      return std::nullopt;
    }
  }
  if (next != known.end()) return std::nullopt;
  return out;
}

}  // namespace unbake::notation

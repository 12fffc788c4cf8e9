// unbake: text of any length, in bounded memory, with what is decided about it. (To repair it and nothing else:
// stream.hpp.)
//
//   unbake::SectionStream stream;
//   while (read(block)) {
//     stream.push(block);
//     while (std::optional<unbake::Section> section = stream.next()) write(section->repaired());
//   }
//   stream.finish();
//   while (std::optional<unbake::Section> section = stream.next()) write(section->repaired());
//
// A long text is decided a section at a time. Sections end where lines do, as far as there are lines. What is found in
// one counts as evidence for others (evidence.hpp): for all that come after it, and for the few before it that are held
// until it is known. How the text is cut into the blocks of `push` changes nothing. A text of no more than
// `SectionCutter::kLongest` bytes is one section, and is decided as `plan` decides it.
//
// To decide sections in threads, do what `SectionStream` does: cut with `SectionCutter`, take a `Glance` at each
// section, and let it `plan` with the evidence that `SectionEvidence::take` gives. The answer is the same.
#ifndef UNBAKE_SECTIONS_HPP_
#define UNBAKE_SECTIONS_HPP_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "unbake/evidence.hpp"
#include "unbake/unbake.hpp"

namespace UNBAKE_EXPORT unbake {

namespace pipeline {
class Glance;
}  // namespace pipeline

/// A first look at a text: what the text says to others, and what need not be looked for again to decide it. A value;
/// copies share what was found. Any thread may use it.
class Glance {
 public:
  /// Linear in the length of `text`; `options.evidence` is not looked at. Memory is what was found.
  Glance(std::string_view text, const Options& options);

  /// `collect_evidence(text, options)` of that look.
  [[nodiscard]] const Evidence& evidence() const noexcept { return evidence_; }

  /// `unbake::plan(text, options)`. Both must be those of the look, but for `options.evidence`.
  [[nodiscard]] Plan plan(std::string_view text, const Options& options) const;

 private:
  Evidence evidence_;
  std::shared_ptr<const pipeline::Glance> found_;  // null if there is nothing to find
};

/// A part of a text, and what is to be done with it.
struct Section {
  std::uint64_t offset = 0;  ///< Bytes of the whole text before it.
  std::string text;          ///< Never empty.
  Plan plan;                 ///< Offsets count from the start of the section.

  /// `text` with the edits of `plan` made.
  [[nodiscard]] std::string repaired() const;
};

/// Cuts a text that comes in blocks into sections.
class SectionCutter {
 public:
  /// No section has more bytes.
  static constexpr std::size_t kLongest = std::size_t{1} << 20;

  /// The next bytes of the text.
  void push(std::string_view bytes);
  /// There are no more.
  void finish() { finished_ = true; }
  /// The next section, without a plan; nothing until more bytes are known, or if there are no more. It ends behind the
  /// last line feed of the second half of `kLongest` bytes; where there is none, behind the last space, or other ASCII,
  /// and at the least not inside a character.
  [[nodiscard]] std::optional<Section> next();

 private:
  std::string waiting_;
  std::size_t begin_ = 0;  // what of `waiting_` was given out
  std::uint64_t offset_ = 0;
  bool finished_ = false;
};

/// What the sections of a text say to each other.
class SectionEvidence {
 public:
  /// So many sections behind a section are heard, and all before it.
  static constexpr std::size_t kAhead = 7;

  /// What the next section says.
  void add(Evidence evidence);
  /// There are no more.
  void finish() { finished_ = true; }
  /// Whether all is known that the first section has to hear that was not forgotten.
  [[nodiscard]] bool is_ready() const { return finished_ ? !held_.empty() : held_.size() > kAhead; }
  /// What the others say to that section, and `before`, what was known of other texts. Forgets the section.
  [[nodiscard]] Evidence take(const Evidence& before);

 private:
  Evidence past_;
  std::deque<Evidence> held_;
  bool finished_ = false;
};

/// Decides a text that comes in blocks. A value of one thread. Holds at most `SectionEvidence::kAhead` + 2 sections and
/// what was found in them, but for a block that is longer.
class SectionStream {
 public:
  explicit SectionStream(Options options = {}) : options_(std::move(options)), known_(options_.evidence) {}

  void push(std::string_view bytes) { cutter_.push(bytes); }
  void finish() {
    cutter_.finish();
    is_finished_ = true;
  }
  /// The next section with its plan; nothing until more bytes are known, or if there are no more.
  [[nodiscard]] std::optional<Section> next();

 private:
  Options options_;
  Evidence known_;
  SectionCutter cutter_;
  SectionEvidence evidence_;
  struct Held {
    Section section;
    Glance glance;
  };

  std::deque<Held> held_;
  bool is_finished_ = false;
};

}  // namespace unbake

#endif  // UNBAKE_SECTIONS_HPP_

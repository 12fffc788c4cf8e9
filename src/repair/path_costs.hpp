// What it costs a hypothesis to claim damage, in nats.
#ifndef UNBAKE_REPAIR_PATH_COSTS_HPP_
#define UNBAKE_REPAIR_PATH_COSTS_HPP_

#include <algorithm>
#include <array>

#include "encoding/reader_index.hpp"
#include "repair/lost_characters.hpp"

namespace unbake::repair {

using encoding::ReaderSet;

/// Costs that do not depend on the text.
struct DamageCosts {
  float deeper_layer = 3.0F;            ///< For each layer after the first, besides its own entry.
  float same_reader = 4.0F;             ///< Less for a layer that a reader of the one before may have made again.
  float stay = 0.5F;                    ///< For each damaged character after the first of a run.
  float lost_marker = 2.0F;             ///< A byte was lost and U+FFFD or '?' stands for it.
  float lost_neighbour = 1.5F;          ///< The marker stands for the space behind the byte as well.
  float lost_silently = 4.0F;           ///< A byte was lost without a trace.
  float marker_again = 0.7F;            ///< A marker, once the path has shown that bytes become such markers.
  float silently_again = 1.5F;          ///< A loss without a trace, once the path has shown such a loss.
  float marker_anew = 4.0F;             ///< A marker, where bytes were lost in other ways so far.
  float silently_anew = 7.0F;           ///< A loss without a trace, where markers stand for others.
  float question_run = 2.5F;            ///< Gained for each '?' after the first that stands for a character.
  float question_in_word = 10.0F;       ///< Gained besides where a letter is behind them: nobody writes that.
  float question_habit = 20.0F;         ///< The same before ASCII, in a document with such losses.
  float question_at_end = 8.0F;         ///< Gained besides where they end a word, and the document has such losses.
  float question_at_ascii_end = 16.0F;  ///< The same behind a letter of ASCII.
  float question_alone = 8.0F;          ///< The same where no letter is beside them.
  float common_part = 1.0F;         ///< Gained where letters that were chosen are in a part of a word that is common.
  float rare_part = 1.5F;           ///< Paid where they are in one that is not.
  float lost_pair = 0.7F;           ///< Two bytes were lost at once, besides the loss.
  float quote_before_space = 5.0F;  ///< A quotation mark that was chosen opens before a space.
  float folded = 8.0F;              ///< A letter of the damage became lower case, where a path begins.
  float folded_inside = 4.0F;       ///< The same of one that was no first byte.
  float straightened = 2.5F;        ///< A quotation mark of the damage became straight.
  float never_closes = 6.0F;        ///< One that was chosen opens, and nothing behind it may close it.
  float no_break_space = 2.5F;      ///< A byte was shown as a no-break space, which became a space.
  float lone_letter = 6.0F;         ///< That, where the byte ends a letter that begins a word on a path not known.
  float legacy_marker = 8.0F;       ///< A letter of legacy text was lost and U+FFFD stands for it.
  float inside_word = 6.0F;         ///< Legacy text of one byte a character begins or ends between two letters.
  float legacy_space = 0.5F;        ///< The same in legacy text, where that byte is a letter like others.

  /// What question marks may gain a hypothesis at one character.
  [[nodiscard]] float most_of_questions() const {
    return std::max({question_in_word, question_habit, question_at_end, question_at_ascii_end, question_alone});
  }
};

/// What a document has shown of how it lost bytes.
struct DocumentLosses {
  ReaderSet readers = 0;               ///< That have shown text of the document, and lose whole characters.
  std::uint8_t habits = 0;             ///< Ways in which bytes were lost: bits of `LossHabit`.
  DecoderSet decoders = kAllDecoders;  ///< That lose bytes so.
  Script script = kNoScript;           ///< Of most of what was damaged.
  bool is_guess = false;               ///< No reader was shown: only the look of the text speaks for it.
};

/// What entering a run of damage costs by reader: the negative logarithm of how often a clean character is followed by
/// such damage, before or after the rest of the document is known.
class PathCosts {
 public:
  /// Costs when nothing is known about the document.
  PathCosts();

  /// Readers outside `allowed` are never considered.
  void restrict_to(ReaderSet allowed);
  /// Replaces the cost of one reader, by its bit.
  void set(int bit, float cost) { costs_[static_cast<std::size_t>(bit)] = cost; }

  [[nodiscard]] float cost(int bit) const { return costs_[static_cast<std::size_t>(bit)]; }
  [[nodiscard]] ReaderSet allowed() const { return allowed_; }

  /// The cheapest of `readers`, which must not be empty; ties go to the lower bit.
  [[nodiscard]] int cheapest(ReaderSet readers) const;
  /// Its cost.
  [[nodiscard]] float cost_of(ReaderSet readers) const { return cost(cheapest(readers)); }

  /// What it costs to claim that one of `readers` misread text in `source`.
  [[nodiscard]] float cost_of(encoding::EncodingId source, ReaderSet readers) const;
  /// What a layer costs in which one of `readers` misread what one of `outer` then misread again: seldom another one.
  [[nodiscard]] float cost_of_deeper(ReaderSet readers, ReaderSet outer) const;
  /// The first of these for legacy text, without what the reader costs.
  [[nodiscard]] float source_cost(encoding::EncodingId source) const {
    return source_costs_[static_cast<std::size_t>(source)];
  }
  void set_source(encoding::EncodingId source, float cost) { source_costs_[static_cast<std::size_t>(source)] = cost; }

  /// Whether other places of the document have shown one of `readers`.
  [[nodiscard]] bool knows(ReaderSet readers) const { return (known_ & readers) != 0; }
  void set_known(ReaderSet readers) { known_ = readers; }

  DamageCosts damage;
  DocumentLosses losses;

 private:
  struct Blank {};
  explicit PathCosts(Blank) {}
  static const PathCosts& of_any_document();  // looked up by name once

  std::array<float, 64> costs_{};
  std::array<float, encoding::kEncodingCount> source_costs_{};  // 0 for UTF-8
  ReaderSet allowed_ = 0;
  ReaderSet known_ = 0;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_PATH_COSTS_HPP_

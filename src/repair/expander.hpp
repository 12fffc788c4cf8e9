// Extends hypotheses by one symbol: keep it, or take it as bytes of one or more layers of damage.
#ifndef UNBAKE_REPAIR_EXPANDER_HPP_
#define UNBAKE_REPAIR_EXPANDER_HPP_

#include <cstddef>
#include <span>
#include <vector>

#include "encoding/conversion.hpp"
#include "model/language_memory.hpp"
#include "repair/closers.hpp"
#include "repair/folded_case.hpp"
#include "repair/hurdle.hpp"
#include "repair/hypothesis.hpp"
#include "repair/loss_memory.hpp"
#include "repair/lost_bytes.hpp"
#include "repair/path_costs.hpp"
#include "repair/symbol_bytes.hpp"

namespace unbake::repair {

/// What may stand for a letter of legacy text that was lost.
struct LegacyLoss {
  bool spaces = false;   ///< A space, which was a no-break space.
  bool markers = false;  ///< U+FFFD.
};

class Expander {
 public:
  /// `language` and `costs` must outlive it.
  Expander(model::LanguageMemory& language, const PathCosts& costs, int max_depth, bool lossy)
      : language_(language), costs_(costs), max_depth_(max_depth), lossy_(lossy) {}

  /// The bytes of a symbol that comes to a layer; valid until the next call for that layer. The text is layer 0.
  const SymbolBytes& bytes_of(int layer, char32_t symbol) {
    return symbol_bytes_[static_cast<std::size_t>(layer)].get(symbol);
  }

  /// The legacy encodings that may be met from now on, and what may have been lost of them; they must outlive the calls
  /// of `expand`.
  void offer(std::span<const encoding::Conversion> conversions, LegacyLoss loss) {
    conversions_ = conversions;
    legacy_loss_ = loss;
  }

  /// What another hypothesis would have to pay to be on the path of an idle one.
  [[nodiscard]] float cost_of_entering(const Hypothesis& hypothesis) const;

  /// The window that is gone through from now on, and the text after it; they must outlive the calls of `expand`.
  void look_at(std::span<const base::Symbol> window, std::string_view behind) {
    window_ = window;
    is_folded_ = lossy_ && may_be_folded(window);
    closers_.look_at(window, behind);
  }

  /// The symbol that comes next is the one at `index` of the window; the one behind it tells which bytes may be lost.
  void go_to(std::size_t index) {
    index_ = index;
    following_ = index + 1 < window_.size() ? window_[index + 1].value : 0;
  }

  /// Nothing is left out from now on, not even what cannot live on in a beam.
  void keep_all() { keeps_all_ = true; }

  /// A symbol comes, and one of those that are extended by it is `idle`, and keeps it at worst.
  void begin_symbol(const Hypothesis& idle, char32_t symbol);

  /// Appends to `out` the hypotheses that `from` becomes with one more symbol, less some that would not live on.
  /// With `may_enter` a new path may begin at the symbol. `behind` is how much worse than the best one `from` is, in
  /// nats.
  void expand(const Hypothesis& from, const SymbolBytes& symbol, bool may_enter, float behind,
              std::vector<Hypothesis>& out);

  /// The step being made completes `character`, which is what was written.
  void emit(Hypothesis& hypothesis, char32_t character);
  /// The step being made costs `cost` nats.
  static void charge(Hypothesis& hypothesis, float cost);

 private:
  // Bytes of a layer that are still to be fed after a character was delivered to the next one.
  struct Rest {
    int layer;
    const std::uint8_t* bytes;
    std::size_t length;
    const Rest* then;
  };

  // The symbol leads to `made`.
  void add(const Hypothesis& made);
  // Whether a hypothesis that scores `score` now, and is to complete so many characters with this symbol, will not live
  // on.
  [[nodiscard]] bool is_hopeless(float score, std::size_t characters, bool question_run) const;
  // Characters that may come out of the rest of the symbol at most.
  [[nodiscard]] std::size_t most_characters(const Rest* then) const;

  void keep(const Hypothesis& from, char32_t symbol);
  void enter(const Hypothesis& from, const SymbolBytes& symbol);
  void enter_by(const Hypothesis& from, const encoding::ReaderBytes& group, ReaderSet readers,
                encoding::EncodingId source, float more = 0);
  void curl(const Hypothesis& from, char32_t symbol);
  // The symbol may have been a capital.
  void unfold(const Hypothesis& from, char32_t symbol, bool may_enter);
  void enter_at_marker(const Hypothesis& from, char32_t symbol);
  // At a symbol before which the first byte of the path is gone.
  void enter_silently(const Hypothesis& from, const SymbolBytes& symbol);
  // On a new path, of which nothing is read yet.
  [[nodiscard]] Hypothesis entered(const Hypothesis& from, ReaderSet readers, encoding::EncodingId source) const;
  void stay(const Hypothesis& from, const SymbolBytes& symbol);
  void lose(const Hypothesis& from, const SymbolBytes& symbol);
  // A letter of legacy text for which the symbol may stand.
  void lose_letter(const Hypothesis& from, char32_t symbol);

  // Bytes that are lost together.
  struct Loss {
    LossHabit by;
    std::array<std::uint8_t, 4> bytes;  // how each is lost
    std::uint8_t count;
    float more = 0;  // cost besides that of a loss
  };
  // The symbol stands for the loss; `eaten` is what was lost behind it, or 0.
  void lose_at_marker(const Hypothesis& from, const Loss& loss, char32_t eaten);
  // The loss is before the symbol.
  void lose_silently(const Hypothesis& from, const Loss& loss, const SymbolBytes& symbol);
  void lose_no_break_space(const Hypothesis& from);
  // What stands behind a character for which question marks stand tells whether they did.
  void weigh_question_run(Hypothesis& hypothesis, char32_t character) const;
  // Whether a quotation mark would be opened before a space; guillemets may be.
  [[nodiscard]] bool opens_before_space(char32_t character) const;
  // What it says of a hypothesis that `character` comes next, by the part of a word that it would end.
  [[nodiscard]] float word_part_score(const Hypothesis& hypothesis, char32_t character) const;
  // Letters that were chosen make a part of a word that is common, or they do not; `character` comes next.
  void weigh_word_part(Hypothesis& hypothesis, char32_t character) const;
  [[nodiscard]] float cost_of_loss(LossHabit by, std::uint8_t habits) const;
  [[nodiscard]] Hypothesis with_loss(const Hypothesis& from, const Loss& loss) const;
  // Feeds bytes that may be lost to the first layer.
  void feed_lossy(Hypothesis& hypothesis, const std::uint8_t* bytes, std::size_t length);
  // The first byte of the symbol that follows on a path, 0 if that is not known.
  [[nodiscard]] std::uint8_t following_byte(ReaderSet readers);
  // The character whose bytes are pending, some of them lost; `next` is the byte behind it, 0 if that is not known.
  void choose(const Hypothesis& from, std::uint8_t next, const Rest* then);
  // What was lost right before `byte` must be lost there; false if nothing loses it.
  bool settle_lost_before(Hypothesis& hypothesis, std::uint8_t byte);
  void rank_choices(LossMemory::Answer& answer);

  // These change the hypothesis they are given; what branches off is a copy.
  void feed(Hypothesis& hypothesis, int layer, const std::uint8_t* bytes, std::size_t length, const Rest* then);
  void deliver(const Hypothesis& hypothesis, int layer, char32_t character, const Rest* then);
  void resume(Hypothesis& hypothesis, const Rest* rest);

  // Narrows the readers of a layer; the cost of the cheapest that is left is charged.
  void narrow(Hypothesis& hypothesis, int layer, ReaderSet readers) const;
  [[nodiscard]] float cost_of_layer(const Hypothesis& hypothesis, int layer) const;

  model::LanguageMemory& language_;
  const PathCosts& costs_;
  int max_depth_;
  bool lossy_;
  std::span<const encoding::Conversion> conversions_;
  LegacyLoss legacy_loss_;
  std::array<SymbolBytesMemory, kMaxDepth + 1> symbol_bytes_;
  std::vector<Hypothesis>* out_ = nullptr;
  std::vector<Hypothesis> foreseen_;
  Hurdle hurdle_;
  bool keeps_all_ = false;
  std::span<const base::Symbol> window_;
  bool is_folded_ = false;
  Closers closers_;
  std::size_t index_ = 0;
  char32_t following_ = 0;  // 0 if there is none
  char32_t after_ = 0;      // ASCII that is kept once all bytes are fed, or 0
  bool is_eaten_ = false;   // it was lost together with the last byte
  LossMemory loss_memory_;
  std::vector<Choice> choices_;  // working memory of `rank_choices`
  float behind_ = 0;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_EXPANDER_HPP_

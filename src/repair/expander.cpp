#include "repair/expander.hpp"

#include <algorithm>
#include <bit>

#include "encoding/encoding.hpp"
#include "model/character_class.hpp"
#include "repair/lost_bytes.hpp"

namespace unbake::repair {
namespace {

bool is_lead(std::uint8_t byte) { return byte >= 0xC2 && byte <= 0xF4; }

// Spaces and invisible characters are common in clean text; what they stand for is known once the path is.
bool may_begin_legacy(char32_t symbol) {
  const model::CharacterClass k = model::character_class(symbol);
  return k != model::CharacterClass::kOtherSpace && k != model::CharacterClass::kFormat;
}

// Letters of a script that is written in words. Legacy text of one byte a character begins and ends with a word.
bool is_in_word(char32_t before, char32_t after) {
  const auto is_letter = [](char32_t c) { return c >= 0x80 && script_of(c) != kNoScript; };
  return is_letter(before) && is_letter(after);
}
bool reads_single_bytes(ReaderSet readers) { return (readers & encoding::multi_byte_readers()) == 0; }

// The path goes on with its first `depth` layers only.
void leave_below(Hypothesis& hypothesis, int depth) {
  for (int k = depth; k < kMaxDepth; ++k) hypothesis.layers[static_cast<std::size_t>(k)] = {};
  hypothesis.step.depth = static_cast<std::uint8_t>(depth);
}

}  // namespace

void Expander::begin_symbol(const Hypothesis& idle, char32_t symbol) {
  hurdle_.reset();
  foreseen_.clear();
  out_ = &foreseen_;
  keep(idle, symbol);
}

void Expander::add(const Hypothesis& made) {
  if (!keeps_all_) {
    if (hurdle_.is_above(made.score)) return;
    hurdle_.raise(made, made.is_idle());
  }
  out_->push_back(made);
}

bool Expander::is_hopeless(float score, std::size_t characters, bool question_run) const {
  const DamageCosts& costs = costs_.damage;
  const float of_character = costs.common_part + QuoteBalance::kMostGain;
  const float of_questions = question_run ? costs.most_of_questions() : 0;
  return hurdle_.is_above(score + of_character * static_cast<float>(characters) + of_questions);
}

std::size_t Expander::most_characters(const Rest* then) const {
  std::size_t most = after_ != 0 ? 1 : 0;
  for (; then != nullptr; then = then->then) most += then->length;
  return most;
}

void Expander::expand(const Hypothesis& from, const SymbolBytes& symbol, bool may_enter, float behind,
                      std::vector<Hypothesis>& out) {
  out_ = &out;
  behind_ = behind;
  if (from.is_idle()) {
    keep(from, symbol.symbol);
    // What was lost right before must have been lost there: the path goes on, or ends.
    if (may_enter && from.layers[0].lost_before == 0) {
      enter(from, symbol);
      if (lossy_) {
        enter_at_marker(from, symbol.symbol);
        enter_silently(from, symbol);
      }
    }
  }
  if (is_folded_ && symbol.symbol >= 0x80) unfold(from, symbol.symbol, may_enter);
  if (from.depth() > 0) {
    stay(from, symbol);
    if (lossy_) {
      lose(from, symbol);
      curl(from, symbol.symbol);
    }
  }
}

float Expander::cost_of_entering(const Hypothesis& hypothesis) const {
  if (hypothesis.depth() == 0) return 0;
  float cost = -costs_.damage.stay;
  for (int k = 0; k < hypothesis.depth(); ++k) cost += cost_of_layer(hypothesis, k);
  return cost;
}

void Expander::keep(const Hypothesis& from, char32_t symbol) {
  Hypothesis next = from;
  next.step.damaged = false;
  if (from.layers[0].lost_before != 0 && symbol < 0x80 && !settle_lost_before(next, static_cast<std::uint8_t>(symbol)))
    return;
  const LayerState& layer = from.layers[0];
  if (from.step.damaged && !layer.is_utf8() && reads_single_bytes(layer.readers) && is_in_word(from.last, symbol))
    charge(next, costs_.damage.inside_word);
  emit(next, symbol);
  if (symbol >= 0x80) leave_below(next, 0);
  add(next);
}

void Expander::enter(const Hypothesis& from, const SymbolBytes& symbol) {
  for (std::size_t i = 0; i < symbol.count; ++i) {
    const encoding::ReaderBytes& group = symbol.groups[i];
    if (is_lead(group.bytes[0])) enter_by(from, group, group.readers, encoding::EncodingId::kUtf8);
    if (!may_begin_legacy(symbol.symbol)) continue;
    const bool is_torn = !from.step.damaged && is_in_word(from.last, symbol.symbol);
    for (const encoding::Conversion& c : conversions_) {
      const float more = is_torn && reads_single_bytes(c.readers) ? costs_.damage.inside_word : 0;
      enter_by(from, group, group.readers & c.readers, c.source, more);
    }
  }
}

void Expander::enter_by(const Hypothesis& from, const encoding::ReaderBytes& group, ReaderSet readers,
                        encoding::EncodingId source, float more) {
  readers &= costs_.allowed();
  if (readers == 0) return;
  if (is_hopeless(from.score - costs_.cost_of(source, readers), group.length, from.question_run)) return;
  // What the document has shown need not be shown again.
  const ReaderSet known = source == encoding::EncodingId::kUtf8 ? readers & costs_.losses.readers : 0;
  if (known != 0) {
    Hypothesis next = entered(from, known, source);
    next.established = true;
    feed(next, 0, group.bytes, group.length, nullptr);
  }
  if (known == readers) return;
  Hypothesis next = entered(from, readers, source);
  charge(next, more);
  feed(next, 0, group.bytes, group.length, nullptr);
}

Hypothesis Expander::entered(const Hypothesis& from, ReaderSet readers, encoding::EncodingId source) const {
  Hypothesis next = from;
  next.layers = {};
  next.established = false;
  next.habits = costs_.losses.habits;
  next.decoders = costs_.losses.decoders;
  if (next.script == kNoScript) next.script = costs_.losses.script;
  next.step.damaged = true;
  next.step.depth = 1;
  next.layers[0].readers = readers;
  next.layers[0].source = source;
  const float cost = cost_of_layer(next, 0);
  charge(next, cost);
  next.step.entry = cost;
  return next;
}

void Expander::stay(const Hypothesis& from, const SymbolBytes& symbol) {
  if (symbol.symbol < 0x80) {
    // ASCII may be the second byte of a legacy character, never of one in UTF-8.
    if (from.layers[0].is_utf8() || from.layers[0].pending_length == 0) return;
    Hypothesis next = from;
    next.step.damaged = true;
    const auto byte = static_cast<std::uint8_t>(symbol.symbol);
    feed(next, 0, &byte, 1, nullptr);
    return;
  }
  for (std::size_t i = 0; i < symbol.count; ++i) {
    const encoding::ReaderBytes& group = symbol.groups[i];
    const ReaderSet readers = group.readers & from.layers[0].readers;
    if (readers == 0 || is_hopeless(from.score, group.length, from.question_run)) continue;
    Hypothesis next = from;
    next.step.damaged = true;
    narrow(next, 0, readers);
    // Legacy text is damaged throughout or not at all: there is nothing to pay for more of it.
    if (from.layers[0].pending_length == 0 && from.layers[0].is_utf8()) charge(next, costs_.damage.stay);
    feed(next, 0, group.bytes, group.length, nullptr);
  }
}

void Expander::feed(Hypothesis& hypothesis, int layer, const std::uint8_t* bytes, std::size_t length,
                    const Rest* then) {
  LayerState& state = hypothesis.layers[static_cast<std::size_t>(layer)];
  for (std::size_t i = 0; i < length; ++i) {
    if (state.lost_before != 0 && state.pending_length == 0 && !settle_lost_before(hypothesis, bytes[i])) return;
    const base::Utf8Prefix prefix = state.push(bytes[i]);
    if (prefix == base::Utf8Prefix::kInvalid) return;
    if (prefix == base::Utf8Prefix::kComplete) {
      const Rest rest{layer, bytes + i + 1, length - i - 1, then};
      if (state.has_lost) {
        choose(hypothesis, i + 1 < length ? bytes[i + 1] : 0, &rest);
        return;
      }
      const char32_t character = state.take();
      if (layer == 0) hypothesis.established = true;
      deliver(hypothesis, layer + 1, character, &rest);
      return;
    }
  }
  resume(hypothesis, then);
}

void Expander::resume(Hypothesis& hypothesis, const Rest* rest) {
  if (rest != nullptr) {
    if (rest->length > 0 && is_lost(*rest->bytes))
      feed_lossy(hypothesis, rest->bytes, rest->length);
    else
      feed(hypothesis, rest->layer, rest->bytes, rest->length, rest->then);
    return;
  }
  if (after_ != 0) {
    if (!hypothesis.is_idle()) return;
    emit(hypothesis, after_);
  }
  add(hypothesis);
}

void Expander::deliver(const Hypothesis& hypothesis, int layer, char32_t character, const Rest* then) {
  const auto k = static_cast<std::size_t>(layer);
  const bool has_layer = layer < hypothesis.depth();
  const bool open = has_layer && hypothesis.layers[k].pending_length != 0;
  if (!open) {
    // It is what was written, unless a deeper layer starts here.
    Hypothesis next = hypothesis;
    if (next.step.output_length + 1U >= kMaxOutput) return;
    if (character >= 0x80) leave_below(next, layer);
    emit(next, character);
    resume(next, then);
  }
  if (character < 0x80 || layer >= max_depth_) return;
  // What legacy text says is not taken apart again: almost any bytes would fit some pair of encodings.
  if (!hypothesis.layers[0].is_utf8()) return;
  if (!open && (encoding::lead_readers(character) & costs_.allowed()) == 0) return;
  const SymbolBytes& bytes = bytes_of(layer, character);
  for (std::size_t i = 0; i < bytes.count; ++i) {
    const encoding::ReaderBytes& group = bytes.groups[i];
    const ReaderSet readers = group.readers & (has_layer ? hypothesis.layers[k].readers : costs_.allowed());
    if (readers == 0 || (!open && !is_lead(group.bytes[0]))) continue;
    Hypothesis next = hypothesis;
    if (has_layer) {
      narrow(next, layer, readers);
    } else {
      next.step.depth = static_cast<std::uint8_t>(layer + 1);
      next.layers[k] = {};
      next.layers[k].readers = readers;
      const float cost = cost_of_layer(next, layer);
      charge(next, cost);
      next.step.entry += cost;
    }
    feed(next, layer, group.bytes, group.length, then);
  }
}

void Expander::emit(Hypothesis& hypothesis, char32_t character) {
  Step& step = hypothesis.step;
  const float language = language_.log_probability(hypothesis.before_last, hypothesis.last, character);
  const std::uint8_t were_open = hypothesis.quotes.key();
  const float quotes = hypothesis.quotes.advance(hypothesis.last, character);
  step.language += language;
  hypothesis.score += language;
  // Legacy text has few choices, and a space may be as good as a letter there.
  const unsigned is_choice = hypothesis.choosing && hypothesis.lossy.length != 0 ? 1 : 0;
  hypothesis.chosen_lately = static_cast<std::uint8_t>(hypothesis.chosen_lately << 1 | is_choice);
  if (hypothesis.chosen_lately != 0) weigh_word_part(hypothesis, character);
  hypothesis.earlier = {hypothesis.earlier[1], hypothesis.before_last};
  if (hypothesis.question_run && !hypothesis.choosing) weigh_question_run(hypothesis, character);
  if (hypothesis.choosing) {
    step.chosen |= static_cast<std::uint8_t>(1U << step.output_length);
    step.lossy = hypothesis.lossy.bytes;
    float marks = quotes - (opens_before_space(character) ? costs_.damage.quote_before_space : 0);
    const bool is_opened = (hypothesis.quotes.key() & ~were_open) != 0;
    if (is_opened && !closers_.may_follow(index_)) marks -= costs_.damage.never_closes;
    step.language += marks;
    hypothesis.score += marks;
    hypothesis.choosing = false;
  }
  if (const Script script = character < 0x80 ? kNoScript : script_of(character); script != kNoScript)
    hypothesis.script = script;
  step.output[step.output_length++] = character;
  hypothesis.before_last = hypothesis.last;
  hypothesis.last = character;
}

void Expander::narrow(Hypothesis& hypothesis, int layer, ReaderSet readers) const {
  LayerState& state = hypothesis.layers[static_cast<std::size_t>(layer)];
  if (state.readers == readers) return;
  const auto cost = [&] {
    return cost_of_layer(hypothesis, layer) +
           (layer + 1 < hypothesis.depth() ? cost_of_layer(hypothesis, layer + 1) : 0);
  };
  const float before = cost();
  state.readers = readers;
  const float more = cost() - before;
  charge(hypothesis, more);
  hypothesis.step.entry += more;
}

float Expander::cost_of_layer(const Hypothesis& hypothesis, int layer) const {
  const auto k = static_cast<std::size_t>(layer);
  const LayerState& state = hypothesis.layers[k];
  return k == 0 ? costs_.cost_of(state.source, state.readers)
                : costs_.cost_of_deeper(state.readers, hypothesis.layers[k - 1].readers);
}

void Expander::charge(Hypothesis& hypothesis, float cost) {
  hypothesis.score -= cost;
  hypothesis.step.structure -= cost;
}

}  // namespace unbake::repair

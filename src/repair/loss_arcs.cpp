// Bytes that are lost: how a hypothesis goes on where some are missing.
#include <algorithm>
#include <array>
#include <bit>

#include "model/word_parts.hpp"
#include "repair/expander.hpp"
#include "repair/legacy_losses.hpp"
#include "repair/lost_bytes.hpp"

namespace unbake::repair {
namespace {

constexpr std::uint8_t kOfPair = kLost | kLostWithPrevious;
constexpr std::uint8_t kGone = kLost | kLostSilently;
// A choice that is so much less likely than the best one, in nats, is not followed.
constexpr float kFarBehind = 7.0F;

// Nor is a hypothesis so far behind the best one asked what may be missing without a trace; less so if nothing was yet.
constexpr float kHopeless = 9.0F;
constexpr float kHopelessAtFirst = 6.0F;

// Of the choices that are likely by themselves, so many are followed.
constexpr std::size_t kFollowed = 4;

constexpr std::uint8_t kGoneOfPair = kGone | kLostWithPrevious;

bool is_letter(char32_t c) { return (c | 0x20U) - U'a' < 26U || script_of(c) != kNoScript; }

// Bytes for which question marks stand. Two of them are seldom written, which the model does not know: ASCII costs the
// same throughout.
std::ptrdiff_t questions_for(const LossyCharacter& lossy, std::uint8_t habits) {
  const auto is_marked = [](std::uint8_t byte) { return is_lost(byte) && (byte & kLostSilently) == 0; };
  if ((habits & kLostToQuestion) == 0) return 0;
  return std::count_if(lossy.bytes.begin(), lossy.bytes.begin() + lossy.length, is_marked);
}

void credit(Hypothesis& hypothesis, float gain) {
  hypothesis.step.language += gain;
  hypothesis.score += gain;
}

}  // namespace

void Expander::lose(const Hypothesis& from, const SymbolBytes& symbol) {
  const LayerState& layer = from.layers[0];
  if (!layer.is_utf8()) {
    lose_letter(from, symbol.symbol);
    return;
  }
  const bool is_open = layer.pending_length != 0;
  if (!is_open && !from.established) return;
  const char32_t c = symbol.symbol;
  const bool reads_pairs = (layer.readers & encoding::multi_byte_readers()) != 0;
  const DamageCosts& costs = costs_.damage;
  if (c == base::kReplacementCharacter || c == U'?') {
    const LossHabit by = c == U'?' ? kLostToQuestion : kLostToReplacement;
    lose_at_marker(from, {by, {kLost}, 1}, 0);
    // One question mark for a whole pair would be any question mark, unless there were others.
    if (reads_pairs && from.established && (is_open || (by != kLostToQuestion) || (from.habits & by) != 0))
      lose_at_marker(from, {by, {kLost, kOfPair}, 2, costs.lost_pair}, 0);
    if (is_open) lose_at_marker(from, {by, {kLost}, 1, costs.lost_neighbour}, U' ');
  }
  if (c == U' ' && is_open) lose_no_break_space(from);
  // With one byte left of a character there is no telling that it was one, unless the path is known.
  if (layer.pending_length < 2 && !from.established) return;
  if (behind_ > (from.habits == 0 ? kHopelessAtFirst : kHopeless)) return;
  if (is_open) {
    lose_silently(from, {kLostToNothing, {kGone}, 1}, symbol);
    if (!from.established) return;
    if (reads_pairs && c >= 0x80)
      lose_silently(from, {kLostToNothing, {kGone, kGoneOfPair}, 2, costs.lost_pair}, symbol);
    if (layer.pending_length == 1 && layer.pending[0] >= 0xE0)
      lose_silently(from, {kLostToNothing, {kGone, kGone}, 2, costs.lost_pair}, symbol);
    return;
  }
  if (from.depth() > 1 || (layer.readers & readers_that_lose_lead_bytes()) == 0) return;
  // A control by itself is a mark in windows-1252 rather than the end of a letter.
  if (c >= 0xA0) lose_silently(from, {kLostToNothing, {kGone}, 1}, symbol);
  // Whole letters without a trace: not where ASCII stands between them, of which the model knows too little.
  const bool is_marked = from.habits != 0 && (from.habits & kLostToNothing) == 0;
  if (is_marked || !reads_pairs || from.script == kNoScript || from.script == script_of(0xE9)) return;
  lose_silently(from, {kLostToNothing, {kGone, kGone}, 2}, symbol);
  lose_silently(from, {kLostToNothing, {kGone, kGone, kGone}, 3, costs.lost_pair}, symbol);
}

void Expander::lose_letter(const Hypothesis& from, char32_t symbol) {
  if (!from.established || from.layers[0].pending_length != 0 || from.depth() > 1) return;
  const bool is_space = symbol == U' ' && legacy_loss_.spaces;
  const bool is_marker = symbol == base::kReplacementCharacter && legacy_loss_.markers;
  if (!is_space && !is_marker) return;
  std::vector<LostLetter> letters =
      lost_letters(from.layers[0].source, from.layers[0].readers, is_space ? LostBy::kNoBreakSpace : LostBy::kDecoder);
  const auto rank = [&](const LostLetter& l) {
    return language_.log_probability(from.before_last, from.last, l.letter);
  };
  std::stable_sort(letters.begin(), letters.end(),
                   [&](const LostLetter& x, const LostLetter& y) { return rank(x) > rank(y); });
  for (std::size_t i = 0; i < std::min(letters.size(), LossMemory::kMostChoices); ++i) {
    Hypothesis next = from;
    next.step.damaged = true;
    next.choosing = true;
    next.lossy = {};
    narrow(next, 0, letters[i].readers);
    charge(next, is_space ? costs_.damage.legacy_space : costs_.damage.legacy_marker);
    feed(next, 0, &letters[i].byte, 1, nullptr);
  }
}

void Expander::enter_at_marker(const Hypothesis& from, char32_t symbol) {
  const ReaderSet readers = costs_.losses.readers & costs_.allowed();
  if (readers == 0 || (symbol != base::kReplacementCharacter && symbol != U'?')) return;
  Hypothesis next = entered(from, readers, encoding::EncodingId::kUtf8);
  next.established = true;
  const LossHabit by = symbol == U'?' ? kLostToQuestion : kLostToReplacement;
  lose_at_marker(next, {by, {kLost}, 1}, 0);
  if (by != kLostToQuestion || (next.habits & by) != 0)
    lose_at_marker(next, {by, {kLost, kOfPair}, 2, costs_.damage.lost_pair}, 0);
}

void Expander::enter_silently(const Hypothesis& from, const SymbolBytes& symbol) {
  if (symbol.symbol < 0x80 || (costs_.losses.habits & kLostToNothing) == 0) return;
  const ReaderSet readers = costs_.losses.readers & costs_.allowed();
  if (readers == 0 || behind_ > kHopeless) return;
  Hypothesis next = entered(from, readers, encoding::EncodingId::kUtf8);
  next.established = true;
  lose_silently(next, {kLostToNothing, {kGone}, 1}, symbol);
  lose_silently(next, {kLostToNothing, {kGone, kGoneOfPair}, 2, costs_.damage.lost_pair}, symbol);
  lose_silently(next, {kLostToNothing, {kGone, kGone}, 2, costs_.damage.lost_pair}, symbol);
}

Hypothesis Expander::with_loss(const Hypothesis& from, const Loss& loss) const {
  Hypothesis next = from;
  next.step.damaged = true;
  next.habits |= loss.by;
  next.step.habits |= loss.by;
  charge(next, cost_of_loss(loss.by, from.habits) + loss.more);
  return next;
}

void Expander::weigh_question_run(Hypothesis& hypothesis, char32_t character) const {
  hypothesis.question_run = false;
  const DamageCosts& costs = costs_.damage;
  const bool is_habit = (costs_.losses.habits & kLostToQuestion) != 0;
  if (is_letter(character))
    credit(hypothesis, is_habit && character < 0x80 ? costs.question_habit : costs.question_in_word);
  else if (is_habit && is_letter(hypothesis.before_last))
    credit(hypothesis, hypothesis.before_last < 0x80 ? costs.question_at_ascii_end : costs.question_at_end);
  else if (is_habit && character < 0x80 && hypothesis.before_last < 0x80)
    credit(hypothesis, costs.question_alone);
}

bool Expander::opens_before_space(char32_t character) const {
  return (after_ != 0 ? after_ : following_) == U' ' &&
         model::character_class(character) == model::CharacterClass::kOpenQuote && character >= 0x2000;
}

float Expander::word_part_score(const Hypothesis& hypothesis, char32_t character) const {
  model::WordPart part{hypothesis.earlier[0], hypothesis.earlier[1], hypothesis.before_last, hypothesis.last,
                       character};
  for (char32_t& c : part) c = model::part_letter(c);
  model::begin_at_word(part);
  if (!model::is_word_part(part)) return 0;
  return model::WordParts::builtin().knows(part) ? costs_.damage.common_part : -costs_.damage.rare_part;
}

void Expander::weigh_word_part(Hypothesis& hypothesis, char32_t character) const {
  // Those that were chosen among the last five, and stand in the same word.
  unsigned in_word = 0;
  const std::array<char32_t, 4> before{hypothesis.last, hypothesis.before_last, hypothesis.earlier[1],
                                       hypothesis.earlier[0]};
  if (model::part_letter(character) != model::kNoLetter) in_word = 1;
  for (std::size_t i = 0; i < before.size() && model::part_letter(before[i]) != model::kNoLetter; ++i)
    in_word |= 2U << i;
  if ((hypothesis.chosen_lately & in_word) != 0) credit(hypothesis, word_part_score(hypothesis, character));
}

// A decoder that once lost bytes in one way loses all of them so.
float Expander::cost_of_loss(LossHabit by, std::uint8_t habits) const {
  const DamageCosts& costs = costs_.damage;
  const bool is_silent = by == kLostToNothing;
  if ((habits & by) != 0) return is_silent ? costs.silently_again : costs.marker_again;
  if (habits != 0) return is_silent ? costs.silently_anew : costs.marker_anew;
  return is_silent ? costs.lost_silently : costs.lost_marker;
}

void Expander::lose_at_marker(const Hypothesis& from, const Loss& loss, char32_t eaten) {
  const float score = from.score - cost_of_loss(loss.by, from.habits) - loss.more + costs_.damage.question_run;
  if (is_hopeless(score, kMaxOutput, loss.by == kLostToQuestion)) return;
  Hypothesis next = with_loss(from, loss);
  const LayerState& layer = from.layers[0];
  if (loss.by == kLostToQuestion && layer.pending_length != 0 && is_lost(layer.pending[layer.pending_length - 1U]))
    credit(next, costs_.damage.question_run);
  if (loss.by == kLostToReplacement) {
    static const DecoderSet kOfReplacement = decoders_that_show(base::kReplacementCharacter);
    next.decoders &= kOfReplacement;
  }
  after_ = eaten;
  is_eaten_ = eaten != 0;
  feed_lossy(next, loss.bytes.data(), loss.count);
  after_ = 0;
  is_eaten_ = false;
}

void Expander::lose_silently(const Hypothesis& from, const Loss& loss, const SymbolBytes& symbol) {
  const float score = from.score - cost_of_loss(loss.by, from.habits) - loss.more;
  if (is_hopeless(score, kMaxOutput, from.question_run || (from.habits & kLostToQuestion) != 0)) return;
  std::array<std::uint8_t, 8> bytes{};
  std::copy_n(loss.bytes.begin(), loss.count, bytes.begin());
  if (symbol.symbol < 0x80) {
    Hypothesis next = with_loss(from, loss);
    after_ = symbol.symbol;
    feed_lossy(next, bytes.data(), loss.count);
    after_ = 0;
    return;
  }
  for (std::size_t i = 0; i < symbol.count; ++i) {
    const encoding::ReaderBytes& group = symbol.groups[i];
    const ReaderSet readers = group.readers & from.layers[0].readers;
    if (readers == 0) continue;
    Hypothesis next = with_loss(from, loss);
    narrow(next, 0, readers);
    std::copy_n(group.bytes, group.length, bytes.begin() + loss.count);
    feed_lossy(next, bytes.data(), loss.count + std::size_t{group.length});
  }
}

void Expander::lose_no_break_space(const Hypothesis& from) {
  // There may have been two spaces, of which one is left. A no-break space that was itself damaged shows no letter; and
  // a letter that stands alone is one of Greek or Cyrillic in other text, unless the path is known.
  const bool may_be_letter = from.layers[0].pending[0] != 0xC2;
  const bool is_lone = !from.established && !is_letter(from.last) && from.last != U'\'' && from.last != 0x2019;
  for (std::uint64_t rest = bytes_lost_by(from.layers[0].readers, LostBy::kNoBreakSpace, 0); rest != 0;
       rest &= rest - 1) {
    const auto byte = static_cast<std::uint8_t>(0x80 + std::countr_zero(rest));
    Hypothesis next = from;
    next.step.damaged = true;
    narrow(next, 0, readers_that_lose(byte, LostBy::kNoBreakSpace, 0) & from.layers[0].readers);
    charge(next, costs_.damage.no_break_space);
    if (is_lone && may_be_letter && !costs_.knows(next.layers[0].readers)) charge(next, costs_.damage.lone_letter);
    Hypothesis joined = next;
    feed(next, 0, &byte, 1, nullptr);
    if (!may_be_letter) continue;
    after_ = U' ';
    feed(joined, 0, &byte, 1, nullptr);
    after_ = 0;
  }
}

void Expander::feed_lossy(Hypothesis& hypothesis, const std::uint8_t* bytes, std::size_t length) {
  LayerState& state = hypothesis.layers[0];
  while (length > 0 && is_lost(*bytes)) {
    if (state.pending_length == 0) {
      if (!hypothesis.established || hypothesis.depth() > 1) return;
      for (const std::uint8_t of : {std::uint8_t{2}, std::uint8_t{3}}) {
        Hypothesis next = hypothesis;
        next.layers[0].push_lost(static_cast<std::uint8_t>(*bytes | of));
        feed_lossy(next, bytes + 1, length - 1);
      }
      return;
    }
    const base::Utf8Prefix prefix = state.push_lost(*bytes++);
    --length;
    if (prefix == base::Utf8Prefix::kInvalid) return;
    if (prefix == base::Utf8Prefix::kPartial) {
      if (!hypothesis.established) return;
      continue;
    }
    const Rest rest{0, bytes, length, nullptr};
    std::uint8_t next = length > 0 ? *bytes : static_cast<std::uint8_t>(after_);
    if (length > 0 && is_lost(next)) next = (next & kLostWithPrevious) != 0 ? kLostLeadByte : 0;
    if (length == 0 && after_ == 0) next = following_byte(state.readers);
    choose(hypothesis, next, length > 0 ? &rest : nullptr);
    return;
  }
  if (length > 0)
    feed(hypothesis, 0, bytes, length, nullptr);
  else
    resume(hypothesis, nullptr);
}

std::uint8_t Expander::following_byte(ReaderSet readers) {
  if (following_ == U'?' || following_ == base::kReplacementCharacter) return 0;
  if (following_ < 0x80) return static_cast<std::uint8_t>(following_);
  const SymbolBytes& symbol = bytes_of(kMaxDepth, following_);
  std::uint8_t found = 0;
  for (std::size_t i = 0; i < symbol.count; ++i) {
    const encoding::ReaderBytes& group = symbol.groups[i];
    if ((group.readers & readers) == 0) continue;
    if (found != 0 && found != group.bytes[0]) return 0;
    found = group.bytes[0];
  }
  return found >= 0x80 ? found : std::uint8_t{0};
}

bool Expander::settle_lost_before(Hypothesis& hypothesis, std::uint8_t byte) {
  LayerState& layer = hypothesis.layers[0];
  ReaderSet readers = 0;
  DecoderSet decoders = 0;
  for (ReaderSet rest = layer.readers; rest != 0; rest &= rest - 1) {
    const DecoderSet losing = given_up(std::countr_zero(rest), layer.lost_before, byte).alone & hypothesis.decoders;
    if (losing != 0) readers |= rest & -rest;
    decoders |= losing;
  }
  layer.lost_before = 0;
  if (readers == 0) return false;
  narrow(hypothesis, 0, readers);
  hypothesis.decoders = decoders;
  hypothesis.step.decoders = decoders;
  return true;
}

void Expander::rank_choices(LossMemory::Answer& answer) {
  const std::uint8_t next = answer.question.surroundings.next;
  choices_.clear();
  for (const Fitting& f : loss_memory_.fitting(answer.question)) {
    const float language = language_.log_probability(answer.before_last, answer.last, f.character);
    float rank = language;
    if (next > kLostLeadByte && next < 0x80) rank += language_.log_probability(answer.last, f.character, next);
    choices_.push_back({f, language, rank});
  }
  answer.count = std::min(choices_.size(), LossMemory::kMostChoices);
  const auto best = choices_.begin() + static_cast<std::ptrdiff_t>(answer.count);
  std::partial_sort(choices_.begin(), best, choices_.end(), [](const Choice& x, const Choice& y) {
    return x.rank != y.rank ? x.rank > y.rank : x.fitting.character < y.fitting.character;
  });
  while (answer.count > 1 && choices_[answer.count - 1].rank < choices_.front().rank - kFarBehind) --answer.count;
  std::copy_n(choices_.begin(), answer.count, answer.choices.begin());
}

void Expander::choose(const Hypothesis& from, std::uint8_t next, const Rest* then) {
  const LayerState& layer = from.layers[0];
  // Single bytes are lost whatever is behind them.
  const bool reads_pairs = (layer.readers & encoding::multi_byte_readers()) != 0;
  const std::size_t characters = 1 + most_characters(then);
  const bool may_be_questions = characters > 1 && (from.habits & kLostToQuestion) != 0;
  if (is_hopeless(from.score, characters, may_be_questions)) return;
  const bool is_last_unsure = next <= kLostLeadByte && is_lost(layer.pending[layer.pending_length - 1U]) &&
                              reads_pairs && (layer.pending[layer.pending_length - 1U] & kLostWithPrevious) == 0;
  if (!reads_pairs && (next <= kLostLeadByte || next >= 0x80)) next = 0x80;
  LossMemory::Question question;
  question.lossy.bytes = layer.pending;
  question.lossy.length = layer.pending_length;
  question.surroundings = {layer.readers, from.decoders, layer.lost_before, next, is_eaten_, from.script};
  LossMemory::Answer& known = loss_memory_.answer(question, from.before_last, from.last);
  if (!(known.question == question) || known.before_last != from.before_last || known.last != from.last) {
    known.question = question;
    known.before_last = from.before_last;
    known.last = from.last;
    rank_choices(known);
  }
  const LossMemory::Answer answer = known;  // choosing asks again
  const auto questions = questions_for(question.lossy, from.habits);
  std::array<Choice, LossMemory::kMostChoices> choices = answer.choices;
  for (std::size_t i = 0; i < answer.count; ++i) choices[i].rank += word_part_score(from, choices[i].fitting.character);
  std::stable_sort(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(answer.count),
                   [](const Choice& x, const Choice& y) { return x.rank > y.rank; });
  for (std::size_t i = 0; i < std::min(answer.count, kFollowed); ++i) {
    const Fitting& fitting = choices[i].fitting;
    // Taken apart by another layer it is not text.
    const bool is_text = from.depth() == 1 && (encoding::lead_readers(fitting.character) & costs_.allowed()) == 0;
    if (is_hopeless(from.score + (is_text ? choices[i].language : 0), characters, may_be_questions)) continue;
    Hypothesis chosen = from;
    chosen.lossy = question.lossy;
    chosen.choosing = true;
    chosen.question_run = questions > 1;
    chosen.decoders = fitting.decoders;
    chosen.step.decoders = fitting.decoders;
    chosen.layers[0].clear();
    chosen.layers[0].lost_before =
        is_last_unsure ? static_cast<std::uint8_t>(0x80 | (fitting.character & 0x3F)) : std::uint8_t{0};
    narrow(chosen, 0, fitting.readers);
    deliver(chosen, 1, fitting.character, then);
  }
}

}  // namespace unbake::repair

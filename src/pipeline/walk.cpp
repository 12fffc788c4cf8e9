#include "pipeline/walk.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "model/model.hpp"
#include "pipeline/latin_lines.hpp"
#include "pipeline/single_letter.hpp"
#include "pipeline/spaced_letter.hpp"

namespace unbake::pipeline {
namespace {

using repair::Candidate;

// Symbols at the end of a cut window that are left to the next one, which sees what comes after them.
constexpr std::size_t kOverlap = 64;

}  // namespace

Walk::Walk(std::string_view text, const repair::PathCosts& costs, const Settings& settings,
           repair::EstablishedPaths established)
    : text_(text),
      established_(std::move(established)),
      searcher_(costs, model::Model::builtin(), {settings.max_layers, settings.lossy != Lossy::kLeave}),
      finder_(text, costs.allowed(), model::Model::builtin()),
      costs_(costs) {}

bool Walk::next() {
  finder_.establish(established_.outermost_readers());
  if (!finder_.next(window_)) return false;
  search();
  if (window_.is_cut) finder_.continue_from(decided_);
  return true;
}

void Walk::again(const SearchedWindow& window) {
  window_.begin = window.begin;
  window_.end = window.end;
  window_.is_cut = window.is_cut;
  window_.conversions = window.conversions;
  window_.latin_lines = window.latin_lines;
  window_.symbols.clear();
  for (std::size_t offset = window.begin; offset < window.end;) {
    const base::CodePoint c = base::decode_utf8(text_, offset);
    window_.symbols.push_back({c.value, offset});
    offset += c.length;
  }
  search();
}

void Walk::pass_over(const SearchedWindow& window) {
  decided_ = window.decided;
  see_text_before(decided_);
  context_.quotes = window.quotes;
}

SearchedWindow Walk::searched() const {
  return {window_.begin,  window_.end,         decided_,           context_.quotes,
          window_.is_cut, window_.conversions, window_.latin_lines};
}

void Walk::search() {
  follow_quotes(decided_, window_.begin);
  if (window_.begin > decided_) see_text_before(window_.begin);
  context_.behind = text_.substr(window_.end);
  candidates_ = searcher_.search(window_.symbols, context_, window_.conversions, established_.paths(),
                                 window_.is_cut ? window_.symbols.size() - kOverlap : window_.symbols.size());
  std::erase_if(candidates_, [&](const Candidate& c) { return changes_nothing(c); });
  for (Candidate& c : candidates_) {
    see_setting(c);
    settle_space(text_, window_, c);
  }
  for (const Candidate& c : candidates_) established_.add(c);
  read_latin_lines(window_, costs_, candidates_);
  const std::size_t decided = window_.is_cut ? leave_to_next() : window_.symbols.size();
  decided_ = offset_of(decided);
  replay(decided);
}

// A single character that may be damaged or not is weighed in its word and line, too.
void Walk::see_setting(Candidate& candidate) const {
  constexpr float kLeast = 2.0F;
  constexpr float kMost = 20.0F;
  const bool is_single =
      candidate.depth == 1 && candidate.sources[0] == encoding::EncodingId::kUtf8 && candidate.chosen.empty();
  if (!is_single || candidate.gain() < kLeast || candidate.gain() > kMost) return;
  const std::size_t begin = offset_of(candidate.first);
  const std::size_t end = offset_of(candidate.last);
  candidate.language +=
      gain_by_setting({text_.substr(0, begin), text_.substr(begin, end - begin), text_.substr(end), candidate.after});
}

// Text that is not in a window is context as it is.
void Walk::see_text_before(std::size_t begin) {
  context_.before_last = context_.last = U'\n';
  for (std::size_t i = begin - std::min<std::size_t>(begin, 8); i < begin;) {
    const base::CodePoint c = base::decode_utf8(text_, i);
    context_.before_last = std::exchange(context_.last, c.value);
    i += c.length;
  }
}

// Quotes in the clean text between windows.
void Walk::follow_quotes(std::size_t from, std::size_t to) {
  if (from >= to) return;
  const std::size_t line = text_.substr(from, to - from).rfind('\n');
  if (line != std::string_view::npos) {
    context_.quotes = {};
    from += line + 1;
  }
  // All quotation marks that are followed are U+2018 to U+201E: E2 80 98 to E2 80 9E.
  for (std::size_t i = text_.substr(0, to).find("\xE2\x80", from); i != std::string_view::npos;
       i = text_.substr(0, to).find("\xE2\x80", i + 2)) {
    const base::CodePoint mark = base::decode_utf8(text_, i);
    const char32_t before = i == 0 ? U'\n' : static_cast<unsigned char>(text_[i - 1]);
    context_.quotes.advance(before, mark.value);
  }
}

// Characters that an encoding has in common with its reader look the same after the repair.
bool Walk::changes_nothing(const Candidate& candidate) const {
  const std::size_t begin = offset_of(candidate.first);
  return text_.substr(begin, offset_of(candidate.last) - begin) == candidate.after;
}

// Where a symbol of the window begins, or where the window ends.
std::size_t Walk::offset_of(std::size_t symbol) const {
  return symbol == window_.symbols.size() ? window_.end : window_.symbols[symbol].offset;
}

// The context of the next window: what the first `decided` symbols became.
void Walk::replay(std::size_t decided) {
  const auto see = [&](char32_t c) {
    context_.quotes.advance(context_.last, c);
    context_.before_last = std::exchange(context_.last, c);
  };
  auto candidate = candidates_.begin();
  for (std::size_t i = 0; i < decided;) {
    if (candidate == candidates_.end() || i < candidate->first) {
      see(window_.symbols[i++].value);
      continue;
    }
    for (std::size_t j = 0; j < candidate->after.size();) {
      const base::CodePoint c = base::decode_utf8(candidate->after, j);
      see(c.value);
      j += c.length;
    }
    i = candidate->last;
    ++candidate;
  }
}

// Drops what reaches into the end of a cut window; returns the index of the symbol to go on from.
std::size_t Walk::leave_to_next() {
  std::size_t decided = window_.symbols.size() - kOverlap;
  while (!candidates_.empty() && candidates_.back().first >= decided) candidates_.pop_back();
  if (!candidates_.empty()) decided = std::max(decided, candidates_.back().last);
  return decided;
}

}  // namespace unbake::pipeline

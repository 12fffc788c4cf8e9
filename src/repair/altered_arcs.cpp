// Characters of the damage that were changed after it was made: how a hypothesis goes on with what they were.
#include <string_view>

#include "repair/expander.hpp"
#include "repair/folded_case.hpp"

namespace unbake::repair {

// A straight quotation mark may have been a curly one, which was the last byte of three: a dash, most often.
void Expander::curl(const Hypothesis& from, char32_t symbol) {
  constexpr std::u32string_view kDouble = U"\u201C\u201D";
  constexpr std::u32string_view kSingle = U"\u2018\u2019";
  if (symbol != U'"' && symbol != U'\'') return;
  const LayerState& layer = from.layers[0];
  if (!layer.is_utf8() || layer.pending_length != 2 || layer.pending[0] < 0xE0 || layer.pending[0] >= 0xF0) return;
  for (const char32_t curly : symbol == U'"' ? kDouble : kSingle) {
    const SymbolBytes bytes(curly);
    for (std::size_t i = 0; i < bytes.count; ++i) {
      const encoding::ReaderBytes& group = bytes.groups[i];
      if ((group.readers & layer.readers) == 0 || group.length != 1) continue;
      Hypothesis next = from;
      next.step.damaged = true;
      narrow(next, 0, group.readers & layer.readers);
      charge(next, costs_.damage.straightened);
      feed(next, 0, group.bytes, group.length, nullptr);
    }
  }
}

void Expander::unfold(const Hypothesis& from, char32_t symbol, bool may_enter) {
  const char32_t capital = capital_of(symbol);
  if (capital == 0) return;
  const SymbolBytes bytes(capital);
  const bool is_entered = from.is_idle() && may_enter && from.layers[0].lost_before == 0;
  for (std::size_t i = 0; i < bytes.count; ++i) {
    const encoding::ReaderBytes& group = bytes.groups[i];
    if (group.length != 1) continue;
    const bool is_lead = group.bytes[0] >= 0xC2 && group.bytes[0] <= 0xF4;
    if (is_entered && is_lead) enter_by(from, group, group.readers, encoding::EncodingId::kUtf8, costs_.damage.folded);
    const ReaderSet readers = group.readers & from.layers[0].readers;
    if (from.depth() == 0 || !from.layers[0].is_utf8() || readers == 0) continue;
    Hypothesis next = from;
    next.step.damaged = true;
    narrow(next, 0, readers);
    charge(next, from.layers[0].pending_length == 0 ? costs_.damage.stay : costs_.damage.folded_inside);
    feed(next, 0, group.bytes, group.length, nullptr);
  }
}

}  // namespace unbake::repair

#include "pipeline/loss_evidence.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "repair/lost_bytes.hpp"
#include "repair/lost_characters.hpp"

namespace unbake::pipeline {

void LossEvidence::add(const repair::Candidate& candidate) {
  for (std::size_t i = 0; i < candidate.after.size();) {
    const base::CodePoint c = base::decode_utf8(candidate.after, i);
    if (c.value >= 0x80) ++scripts_[repair::script_of(c.value)];
    i += c.length;
  }
  habits_ |= candidate.habits;
  if (candidate.habits == 0) return;
  for (std::size_t i = 0; i < decoders_.size(); ++i) decoders_[i] += candidate.decoders >> i & 1U;
}

repair::DocumentLosses LossEvidence::shown(std::string_view text, encoding::ReaderSet readers) const {
  if (text.find('?') == std::string_view::npos && text.find("\xEF\xBF\xBD") == std::string_view::npos) return {};
  repair::DocumentLosses losses;
  losses.readers = readers & encoding::multi_byte_readers() & repair::readers_that_lose_lead_bytes();
  losses.habits = habits_;
  const std::size_t most_places = *std::max_element(decoders_.begin(), decoders_.end());
  for (std::size_t i = 0; i < decoders_.size(); ++i) {
    // Some places are mistaken.
    if (decoders_[i] * 5 < most_places * 4) losses.decoders &= static_cast<repair::DecoderSet>(~(1U << i));
  }
  const auto most = std::max_element(scripts_.begin() + 1, scripts_.end());
  if (*most > 0) losses.script = static_cast<repair::Script>(most - scripts_.begin());
  return losses;
}

}  // namespace unbake::pipeline

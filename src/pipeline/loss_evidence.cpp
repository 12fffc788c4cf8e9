#include "pipeline/loss_evidence.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "repair/hypothesis.hpp"
#include "repair/lost_bytes.hpp"
#include "repair/lost_characters.hpp"

namespace unbake::pipeline {
namespace {

bool is_letter(char c) { return (static_cast<unsigned char>(c) | 0x20U) - 'a' < 26U; }

// Whether question marks stand between two letters, as nobody writes them.
bool has_questions_in_word(std::string_view text) {
  for (std::size_t at = text.find("??"); at != std::string_view::npos; at = text.find("??", at)) {
    const std::size_t end = std::min(text.find_first_not_of('?', at), text.size());
    if (at > 0 && is_letter(text[at - 1]) && end < text.size() && is_letter(text[end])) return true;
    at = end;
  }
  return false;
}

}  // namespace

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
  if (losses.readers != 0 && has_questions_in_word(text)) losses.habits |= repair::kLostToQuestion;
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

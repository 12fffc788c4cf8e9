#include "unbake/stream.hpp"

#include <optional>
#include <utility>

namespace unbake {

Stream::Stream(Options options) : options_(std::move(options)), sections_(options_) {}

void Stream::begin_answer() {
  answer_.clear();
  if (!finished_) return;
  sections_ = SectionStream(options_);
  changed_ = false;
  finished_ = false;
}

void Stream::take_sections() {
  while (const std::optional<Section> section = sections_.next()) {
    changed_ |= !section->plan.empty();
    answer_ += section->repaired();
  }
}

std::string_view Stream::push(std::string_view bytes) {
  begin_answer();
  sections_.push(bytes);
  take_sections();
  return answer_;
}

std::string_view Stream::finish() {
  begin_answer();
  sections_.finish();
  take_sections();
  finished_ = true;
  return answer_;
}

}  // namespace unbake

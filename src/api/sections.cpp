#include "unbake/sections.hpp"

#include <algorithm>
#include <utility>

#include "api/convert.hpp"
#include "api/evidence.hpp"
#include "api/plain_text.hpp"

namespace unbake {
namespace {

constexpr std::size_t kShortest = SectionCutter::kLongest / 2;

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Behind the last byte of `text` that is `wanted`, or 0 if none in its second half is.
template <typename Predicate>
std::size_t behind_last(std::string_view text, Predicate wanted) {
  for (std::size_t end = text.size(); end > kShortest; --end) {
    if (wanted(text[end - 1])) return end;
  }
  return 0;
}

// Where a section of the text that begins with `text` ends, which is longer than a section may be.
std::size_t section_end(std::string_view text) {
  const std::string_view longest = text.substr(0, SectionCutter::kLongest);
  const std::size_t feed = longest.rfind('\n');
  if (feed != std::string_view::npos && feed >= kShortest) return feed + 1;
  if (const std::size_t end = behind_last(longest, is_space)) return end;
  if (const std::size_t end = behind_last(longest, is_ascii)) return end;
  std::size_t end = longest.size();
  constexpr std::size_t kMostTrailBytes = 3;
  while (end > longest.size() - kMostTrailBytes && is_trail(text[end])) --end;
  return end;
}

}  // namespace

Glance::Glance(std::string_view text, const Options& options) {
  detect::DocumentEvidence says;
  if (api::is_plain(text)) {
    says.add_text(text.size());
    says = says.of_one_document();
  } else {
    found_ = std::make_shared<const pipeline::Glance>(text, api::settings_of(options));
    says = found_->evidence();
  }
  evidence_ = api::EvidenceAccess::of_document(says);
}

Plan Glance::plan(std::string_view text, const Options& options) const {
  if (found_ == nullptr) return {};
  return api::plan_of(found_->decide(text, api::settings_of(options)));
}

std::string Section::repaired() const { return plan.empty() ? text : unbake::apply(text, plan).value(); }

void SectionCutter::push(std::string_view bytes) {
  if (begin_ > 0) {
    waiting_.erase(0, begin_);
    begin_ = 0;
  }
  waiting_.append(bytes);
}

std::optional<Section> SectionCutter::next() {
  const std::string_view rest = std::string_view(waiting_).substr(begin_);
  if (rest.empty() || (rest.size() <= kLongest && !finished_)) return std::nullopt;
  const std::size_t length = rest.size() <= kLongest ? rest.size() : section_end(rest);
  Section section{offset_, std::string(rest.substr(0, length)), {}};
  begin_ += length;
  offset_ += length;
  return section;
}

void SectionEvidence::add(Evidence evidence) { held_.push_back(std::move(evidence)); }

Evidence SectionEvidence::take(const Evidence& before) {
  Evidence heard = before;
  heard.merge(past_);
  const std::size_t end = std::min(held_.size(), kAhead + 1);
  for (std::size_t i = 1; i < end; ++i) heard.merge(held_[i]);
  past_.merge(held_.front());
  held_.pop_front();
  return heard;
}

std::optional<Section> SectionStream::next() {
  while (!evidence_.is_ready()) {
    std::optional<Section> section = cutter_.next();
    if (!section) {
      if (!is_finished_ || held_.empty()) return std::nullopt;
      evidence_.finish();
      break;
    }
    Glance glance(section->text, options_);
    evidence_.add(glance.evidence());
    held_.push_back({std::move(*section), std::move(glance)});
  }
  Held held = std::move(held_.front());
  held_.pop_front();
  options_.evidence = evidence_.take(known_);
  held.section.plan = held.glance.plan(held.section.text, options_);
  return std::move(held.section);
}

}  // namespace unbake

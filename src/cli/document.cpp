#include "cli/document.hpp"

#include <algorithm>
#include <utility>

namespace unbake::cli {

Document::Document(const std::string& file, std::string_view content, formats::Fields fields, std::size_t offset,
                   Position begin)
    : file_(&file),
      content_(content),
      offset_(offset),
      begin_(begin),
      reading_(content, std::move(fields)),
      positions_(positions_from_start()) {}

// The mark at the head of a file is no character of it.
PositionFinder Document::positions_from_start() const {
  return PositionFinder(content_.substr(offset_ == 0 ? formats::byte_order_mark(content_) : 0), begin_);
}

Options Document::with_heard(const Options& options) const {
  Options own = options;
  own.evidence = heard_;
  return own;
}

bool Document::is_writable(const Edit& edit) const {
  return reading_.write(edit.offset, edit.length, edit.after, !edit.notation.empty()).has_value();
}

Plan Document::plan(const Options& options) const {
  Plan made = glance_ ? glance_->plan(text(), with_heard(options)) : unbake::plan(text(), options);
  std::erase_if(made.edits, [this](const Edit& edit) { return !is_writable(edit); });
  return made;
}

std::vector<Finding> Document::explain(const Options& options) const {
  std::vector<Finding> findings = unbake::explain(text(), glance_ ? with_heard(options) : options);
  std::erase_if(findings, [this](const Finding& finding) {
    if (finding.verdict == Verdict::kRepaired) return !is_writable(finding.edit);
    return !reading_.place(finding.edit.offset, finding.edit.length);
  });
  return findings;
}

std::vector<io::Replacement> Document::replacements(const Plan& plan) const {
  std::vector<io::Replacement> result;
  result.reserve(plan.edits.size());
  for (const Edit& edit : plan.edits) {
    if (auto written = reading_.write(edit.offset, edit.length, edit.after, !edit.notation.empty())) {
      result.push_back(std::move(*written));
    }
  }
  return result;
}

Document::Place Document::place(const Edit& edit) {
  const auto at = reading_.place(edit.offset, edit.length);
  if (!at) return {offset_, 0, begin_, {}};
  const std::size_t mark = offset_ == 0 ? formats::byte_order_mark(content_) : 0;
  if (at->offset < found_) positions_ = positions_from_start();
  found_ = at->offset;
  const Position position = positions_.find(at->offset - mark);
  return {offset_ + at->offset, at->length, position, reading_.name(*at->field)};
}

std::size_t Document::line_of(std::string_view content, std::size_t offset) {
  const std::string_view before = content.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace unbake::cli

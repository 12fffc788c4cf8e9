#include "formats/reading.hpp"

#include <algorithm>
#include <utility>

namespace unbake::formats {
namespace {

/// The characters of `text` that are guarded, in order.
std::string only(std::string_view text, std::string_view guarded) {
  std::string found;
  std::copy_if(text.begin(), text.end(), std::back_inserter(found),
               [guarded](char c) { return guarded.find(c) != std::string_view::npos; });
  return found;
}

/// What notations are written with; see `unbake::notations()`.
constexpr std::string_view kNotationSigns = "&";

bool keeps_guarded(std::string_view before, std::string_view after, std::string_view guarded, bool spelled) {
  std::string wanted(guarded);
  if (spelled) std::erase_if(wanted, [](char c) { return kNotationSigns.find(c) != std::string_view::npos; });
  return only(before, wanted) == only(after, wanted);
}

}  // namespace

Reading::Reading(std::string_view content, Fields found) : content_(content), found_(std::move(found)) {
  const auto& fields = found_.fields;
  if (fields.empty()) return;
  if (fields.size() == 1 && fields[0].escaping == Escaping::kNone) {
    text_ = content.substr(fields[0].offset, fields[0].length);
    parts_.push_back({0, text_.size()});
    return;
  }
  copied_ = true;
  parts_.reserve(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0 && !fields[i].continues) joined_ += '\n';
    const std::size_t start = joined_.size();
    if (fields[i].escaping == Escaping::kJson) {
      joined_ += unescaped(i).text();
    } else {
      joined_ += content.substr(fields[i].offset, fields[i].length);
    }
    parts_.push_back({start, joined_.size() - start});
  }
}

const io::JsonText& Reading::unescaped(std::size_t field) const {
  if (last_ != field) {
    const Field& of = found_.fields[field];
    // The format has proven the string sound.
    const std::string_view source = content_.substr(of.offset, of.length);
    last_text_ = io::JsonText::unescape(source).value_or(io::JsonText());
    last_style_ = io::json_style(source);
    last_ = field;
  }
  return last_text_;
}

std::optional<Reading::Place> Reading::place(std::size_t offset, std::size_t length) const {
  auto after = std::upper_bound(parts_.begin(), parts_.end(), offset,
                                [](std::size_t wanted, const Part& part) { return wanted < part.offset; });
  if (after == parts_.begin()) return std::nullopt;
  const Part& part = *std::prev(after);
  if (offset + length > part.offset + part.length) return std::nullopt;
  const auto number = static_cast<std::size_t>(std::prev(after) - parts_.begin());
  const Field& field = found_.fields[number];
  const std::size_t from = offset - part.offset;
  if (field.escaping == Escaping::kNone) return Place{field.offset + from, length, &field};
  const auto begin = unescaped(number).source_offset(from);
  const auto end = unescaped(number).source_offset(from + length);
  if (!begin || !end) return std::nullopt;
  return Place{field.offset + *begin, *end - *begin, &field};
}

std::optional<io::Replacement> Reading::write(std::size_t offset, std::size_t length, std::string_view after,
                                              bool spelled) const {
  const auto at = place(offset, length);
  if (!at) return std::nullopt;
  if (!keeps_guarded(text().substr(offset, length), after, at->field->guarded, spelled)) return std::nullopt;
  io::Replacement replacement{at->offset, at->length, {}};
  if (at->field->escaping == Escaping::kJson) {
    io::append_json_escaped(replacement.after, after, last_style_);
  } else {
    replacement.after = after;
  }
  return replacement;
}

}  // namespace unbake::formats

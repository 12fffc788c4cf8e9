#include "formats/markup_scanner.hpp"

#include <algorithm>

namespace unbake::formats {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Names of elements may begin beyond ASCII in XML, with an underscore or a colon.
bool begins_name(char c) { return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

bool same_name(std::string_view x, std::string_view y) {
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](char a, char b) { return lower(a) == lower(b); });
}

bool MarkupScanner::markup_begins(std::size_t at) const {
  if (content_[at] != '<' || at + 1 >= content_.size()) return false;
  const char c = content_[at + 1];
  if (c == '/') return at + 2 < content_.size() && begins_name(content_[at + 2]);
  return c == '!' || c == '?' || begins_name(c);
}

std::optional<MarkupPart> MarkupScanner::next() {
  if (at_ >= content_.size()) return std::nullopt;
  if (!markup_begins(at_)) return text();
  const std::string_view rest = content_.substr(at_);
  if (rest.starts_with("<!--")) return up_to(4, "-->");
  if (rest.starts_with("<![CDATA[")) return data();
  if (rest.starts_with("<?xml") && rest.size() > 5 && is_blank(rest[5])) {
    MarkupPart declaration = up_to(2, "?>");
    declaration.kind = MarkupKind::kDeclaration;
    const std::size_t end = at_;
    at_ = declaration.range.offset + 5;
    attributes(declaration, '?');
    at_ = end;
    return declaration;
  }
  if (rest.starts_with("<?")) return up_to(2, "?>");
  if (rest.starts_with("<!")) return up_to(2, ">");
  return tag();
}

MarkupPart MarkupScanner::text() {
  const std::size_t start = at_;
  do {
    at_ = std::min(content_.find('<', at_ + 1), content_.size());
  } while (at_ < content_.size() && !markup_begins(at_));
  return {MarkupKind::kText, {start, at_ - start}, {}, {}, true};
}

MarkupPart MarkupScanner::up_to(std::size_t skipped, std::string_view end) {
  const std::size_t start = at_;
  const std::size_t found = content_.find(end, start + skipped);
  const bool closed = found != std::string_view::npos;
  at_ = closed ? found + end.size() : content_.size();
  return {MarkupKind::kOther, {start, at_ - start}, {}, {}, closed};
}

MarkupPart MarkupScanner::data() {
  constexpr std::size_t kMark = 9;  // <![CDATA[
  MarkupPart part = up_to(kMark, "]]>");
  part.kind = MarkupKind::kData;
  part.range.offset += kMark;
  part.range.length -= kMark + (part.closed ? 3 : 0);
  return part;
}

MarkupPart MarkupScanner::tag() {
  MarkupPart part;
  part.kind = MarkupKind::kStartTag;
  const std::size_t start = at_++;
  if (content_[at_] == '/') {
    part.kind = MarkupKind::kEndTag;
    ++at_;
  }
  part.name.offset = at_;
  while (at_ < content_.size() && !is_blank(content_[at_]) && content_[at_] != '>' && content_[at_] != '/') ++at_;
  part.name.length = at_ - part.name.offset;
  attributes(part, '>');
  part.closed = at_ < content_.size();
  if (part.closed) ++at_;
  part.range = {start, at_ - start};
  return part;
}

void MarkupScanner::skip_blanks() {
  while (at_ < content_.size() && is_blank(content_[at_])) ++at_;
}

void MarkupScanner::attributes(MarkupPart& tag, char stop) {
  for (;;) {
    while (at_ < content_.size() && (is_blank(content_[at_]) || (content_[at_] == '/' && stop == '>'))) ++at_;
    if (at_ >= content_.size() || content_[at_] == stop || content_[at_] == '>') return;
    MarkupAttribute attribute;
    attribute.name.offset = at_++;
    while (at_ < content_.size() && !is_blank(content_[at_]) && content_[at_] != '=' && content_[at_] != '>' &&
           content_[at_] != '/' && content_[at_] != stop) {
      ++at_;
    }
    attribute.name.length = at_ - attribute.name.offset;
    skip_blanks();
    if (at_ < content_.size() && content_[at_] == '=') {
      ++at_;
      skip_blanks();
      value(attribute);
    }
    tag.attributes.push_back(attribute);
  }
}

void MarkupScanner::value(MarkupAttribute& attribute) {
  if (at_ >= content_.size()) return;
  if (content_[at_] == '"' || content_[at_] == '\'') {
    attribute.quote = content_[at_++];
    attribute.value.offset = at_;
    at_ = std::min(content_.find(attribute.quote, at_), content_.size());
    attribute.value.length = at_ - attribute.value.offset;
    if (at_ < content_.size()) ++at_;
    return;
  }
  attribute.value.offset = at_;
  while (at_ < content_.size() && !is_blank(content_[at_]) && content_[at_] != '>') ++at_;
  attribute.value.length = at_ - attribute.value.offset;
}

bool MarkupScanner::skip_element(std::string_view name, MarkupRange& inside) {
  inside = {at_, 0};
  for (std::size_t found = at_; (found = content_.find("</", found)) != std::string_view::npos; found += 2) {
    const std::string_view rest = content_.substr(found + 2);
    if (rest.size() < name.size() || !same_name(rest.substr(0, name.size()), name)) continue;
    if (rest.size() > name.size() && !is_blank(rest[name.size()]) && rest[name.size()] != '>' &&
        rest[name.size()] != '/') {
      continue;
    }
    at_ = found;
    inside.length = found - inside.offset;
    return true;
  }
  at_ = content_.size();
  inside.length = at_ - inside.offset;
  return false;
}

}  // namespace unbake::formats

// HTML and XML: text and attributes, never tags, comments, scripts or styles.
#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"
#include "formats/finders.hpp"
#include "formats/markup_scanner.hpp"

namespace unbake::formats {
namespace {

/// What a person reads or hears of an element.
constexpr std::array<std::string_view, 9> kAttributesForPeople = {
    "title",          "alt",     "placeholder", "aria-label", "aria-description", "aria-roledescription",
    "aria-valuetext", "summary", "label"};

/// `<meta name="...">` whose content is for people.
constexpr std::array<std::string_view, 9> kMetaForPeople = {
    "description",         "keywords",        "author", "og:title", "og:description", "og:site_name", "twitter:title",
    "twitter:description", "application-name"};

/// Elements of HTML whose content is neither markup nor text for people.
constexpr std::array<std::string_view, 6> kOpaque = {"script", "style", "xmp", "iframe", "noembed", "noframes"};
/// Elements of HTML whose content is text without tags.
constexpr std::array<std::string_view, 2> kTextOnly = {"title", "textarea"};
/// Elements of HTML within a line.
constexpr std::array<std::string_view, 34> kInline = {
    "a",     "abbr", "acronym", "b",      "bdi", "bdo",   "big",  "cite", "code", "data", "del", "dfn",
    "em",    "font", "i",       "ins",    "kbd", "label", "mark", "q",    "rb",   "ruby", "s",   "samp",
    "small", "span", "strike",  "strong", "sub", "sup",   "time", "tt",   "u",    "var"};

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::any_of(names.begin(), names.end(), [name](std::string_view n) { return same_name(name, n); });
}

std::string in_small_letters(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

/// Of XML too, as in drawings.
bool is_code(std::string_view name) { return same_name(name, "script") || same_name(name, "style"); }

constexpr std::string_view kTextGuard = "<>&";

std::string_view value_guard(char quote) {
  if (quote == '"') return "\"<>&";
  return quote == '\'' ? "'<>&" : "\"'<>&= \t\r\n`";
}

class MarkupFinder {
 public:
  MarkupFinder(std::string_view content, const Selection& selection, bool html)
      : content_(content), selection_(selection), html_(html), scanner_(content, byte_order_mark(content)) {}

  FoundFields find() {
    while (const auto part = scanner_.next()) {
      if (!part->closed && !html_) {
        return Malformed{part->range.offset, {"has a tag, comment or section here that is never closed", ""}};
      }
      switch (part->kind) {
        case MarkupKind::kText:
        case MarkupKind::kData:
          // What HTML takes for a CDATA section is a comment outside of drawings and formulas.
          if (part->kind == MarkupKind::kText || !html_)
            add(part->range, part->kind == MarkupKind::kData ? "]" : kTextGuard);
          break;
        case MarkupKind::kStartTag:
          start_tag(*part);
          break;
        case MarkupKind::kEndTag:
          break_line(of(part->name));
          break;
        case MarkupKind::kDeclaration:
          for (const MarkupAttribute& attribute : part->attributes) {
            if (of(attribute.name) == "encoding") declared(of(attribute.value));
          }
          break;
        case MarkupKind::kOther:
          break;
      }
    }
    remark_on_encoding();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view of(MarkupRange range) const { return content_.substr(range.offset, range.length); }

  void add(MarkupRange range, std::string_view guarded, std::uint32_t name = 0) {
    if (range.length == 0) return;
    found_.fields.push_back(
        {.offset = range.offset, .length = range.length, .guarded = guarded, .name = name, .continues = continues_});
    continues_ = true;
  }

  /// Text behind this tag is of another line, unless the tag stands within lines.
  void break_line(std::string_view element) {
    if (!html_ || !is_one_of(element, kInline)) continues_ = false;
  }

  void start_tag(const MarkupPart& tag) {
    const std::string_view element = of(tag.name);
    if (tag.closed) {
      for (const MarkupAttribute& attribute : tag.attributes) {
        if (!is_wanted(tag, attribute)) continue;
        continues_ = false;
        add(attribute.value, value_guard(attribute.quote), found_.number_of(in_small_letters(of(attribute.name))));
        continues_ = false;
      }
      if (html_ && same_name(element, "meta")) meta(tag);
    }
    break_line(element);
    if (!tag.closed) return;
    MarkupRange inside;
    if (html_ ? is_one_of(element, kOpaque) : is_code(element) && !is_empty(tag)) {
      scanner_.skip_element(element, inside);
    } else if (html_ && is_one_of(element, kTextOnly)) {
      if (scanner_.skip_element(element, inside)) add(inside, kTextGuard);
    }
  }

  [[nodiscard]] bool is_wanted(const MarkupPart& tag, const MarkupAttribute& attribute) const {
    const std::string_view name = of(attribute.name);
    if (!selection_.attributes.empty()) {
      return std::any_of(selection_.attributes.begin(), selection_.attributes.end(),
                         [name](const std::string& wanted) { return same_name(name, wanted); });
    }
    if (!html_) return false;
    if (is_one_of(name, kAttributesForPeople)) return true;
    return same_name(name, "content") && same_name(of(tag.name), "meta") &&
           std::any_of(tag.attributes.begin(), tag.attributes.end(), [this](const MarkupAttribute& other) {
             return (same_name(of(other.name), "name") || same_name(of(other.name), "property")) &&
                    is_one_of(of(other.value), kMetaForPeople);
           });
  }

  /// True if the element ends where it begins, as XML writes it: `<script/>`.
  [[nodiscard]] bool is_empty(const MarkupPart& tag) const { return of(tag.range).ends_with("/>"); }

  void meta(const MarkupPart& tag) {
    for (const MarkupAttribute& attribute : tag.attributes) {
      const std::string_view value = of(attribute.value);
      if (same_name(of(attribute.name), "charset")) declared(value);
      if (!same_name(of(attribute.name), "content")) continue;
      const std::size_t at = value.find("charset=");
      if (at != std::string_view::npos) declared(value.substr(at + 8));
    }
  }

  void declared(std::string_view encoding) {
    encoding = encoding.substr(0, encoding.find_first_of(" ;\"'\t\r\n"));
    if (declared_.empty()) declared_ = encoding;
  }

  /// A browser would read a page of UTF-8 that calls itself otherwise as what it calls itself.
  void remark_on_encoding() {
    if (declared_.empty() || same_name(declared_, "utf-8") || same_name(declared_, "utf8")) return;
    const bool ascii =
        std::none_of(content_.begin(), content_.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii || base::find_invalid_utf8(content_) < content_.size()) return;
    found_.remarks.push_back("declares the encoding " + std::string(declared_.substr(0, 40)) +
                             ", but is UTF-8; declare utf-8, or it will be read wrongly");
  }

  std::string_view content_;
  const Selection& selection_;
  bool html_;
  MarkupScanner scanner_;
  Fields found_;
  bool continues_ = false;
  std::string_view declared_;
};

}  // namespace

FoundFields find_html(std::string_view content, const Selection& selection) {
  return MarkupFinder(content, selection, true).find();
}

FoundFields find_xml(std::string_view content, const Selection& selection) {
  return MarkupFinder(content, selection, false).find();
}

}  // namespace unbake::formats

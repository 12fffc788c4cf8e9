#include "report/html_page.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "report/html_style.hpp"

namespace unbake::report {
namespace {

void append_hex(std::string& out, char32_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  int shift = value < 0x100 ? 4 : 12;
  out += value < 0x100 ? "\\x" : "\\u";
  for (; shift >= 0; shift -= 4) out += kDigits[(value >> shift) & 0xF];
}

/// Characters that show nothing, or turn around what stands beside them.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/// As text or the value of an attribute. What is invisible is spelled.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::decode_utf8(text, at);
    if (base::is_raw_byte(character.value)) {
      append_hex(out, character.value - base::kRawByte);
    } else if (character.value == '&') {
      out += "&amp;";
    } else if (character.value == '<') {
      out += "&lt;";
    } else if (character.value == '>') {
      out += "&gt;";
    } else if (character.value == '"') {
      out += "&quot;";
    } else if (character.value == '\'') {
      out += "&#39;";
    } else if (is_invisible(character.value)) {
      append_hex(out, character.value);
    } else {
      out.append(text, at, character.length);
    }
    at += character.length;
  }
  return out;
}

std::string count_card(std::size_t count, std::string_view singular, std::string_view plural) {
  return "<div class=\"card\"><b>" + std::to_string(count) + "</b><span>" +
         std::string(count == 1 ? singular : plural) + "</span></div>\n";
}

std::vector<std::pair<std::string, std::size_t>> kinds_of(std::span<const Found> all) {
  std::map<std::string, std::size_t> counts;
  for (const Found& found : all) ++counts[found.path];
  std::vector<std::pair<std::string, std::size_t>> kinds(counts.begin(), counts.end());
  std::stable_sort(kinds.begin(), kinds.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
  return kinds;
}

std::string chart(const std::vector<std::pair<std::string, std::size_t>>& kinds) {
  std::string html = "<section class=\"panel\"><h2>Kinds of damage</h2>\n";
  for (const auto& [path, count] : kinds) {
    const auto percent =
        static_cast<int>(std::lround(100.0 * static_cast<double>(count) / static_cast<double>(kinds.front().second)));
    html += "<button class=\"kind\" aria-pressed=\"false\" data-kind=\"" + escaped(path) + "\"><code>" + escaped(path) +
            "</code><span class=\"track\"><i style=\"width:" + std::to_string(percent) +
            "%\"></i></span><span class=\"count\">" + std::to_string(count) + "</span></button>\n";
  }
  return html + "</section>\n";
}

/// A line as it was or as it will be, with the places of `group` marked.
std::string side(const char* name, std::span<const Found> group, std::string Found::*middle) {
  std::string html = std::string("<div class=\"side ") + name + "\"><bdi>" + escaped(group.front().left);
  for (const Found& found : group) {
    if (&found != &group.front()) html += escaped(found.between);
    html += "<mark>" + escaped(found.*middle) + "</mark>";
  }
  return html + escaped(group.back().right) + "</bdi></div>";
}

/// Repairs that stand together in a line.
std::string change(std::span<const Found> group) {
  const Found& first = group.front();
  std::string html = "<div class=\"change\" data-kind=\"" + escaped(first.path) + "\" data-count=\"" +
                     std::to_string(group.size()) + "\"><div class=\"about\"><span>line " +
                     std::to_string(first.begin.line) + ", column " + std::to_string(first.begin.column) + "</span>";
  if (!first.field.empty()) html += "<span>in " + escaped(first.field) + "</span>";
  const auto weakest = std::min_element(group.begin(), group.end(),
                                        [](const Found& x, const Found& y) { return x.confidence < y.confidence; });
  // What is not certain is not called so.
  const int permille = std::min(static_cast<int>(weakest->confidence * 1000), 999);
  html += "<code>" + escaped(first.path) + "</code><span>confidence " + std::to_string(permille / 10) + "." +
          std::to_string(permille % 10) + " %</span>";
  if (std::any_of(group.begin(), group.end(), [](const Found& found) { return found.chosen; })) {
    html += "<span>a lost character was chosen</span>";
  }
  return html + "</div>" + side("before", group, &Found::before) + side("after", group, &Found::after) + "</div>\n";
}

std::string file_section(std::span<const Found> all) {
  const std::string count = std::to_string(all.size()) + (all.size() == 1 ? " repair" : " repairs");
  std::string html = "<details open data-file=\"" + escaped(all.front().file) + "\"><summary>" +
                     escaped(all.front().file) + " <span class=\"count\">" + count + "</span></summary>\n";
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].near) ++end;
    html += change(all.subspan(begin, end - begin));
    begin = end;
  }
  return html + "</details>\n";
}

}  // namespace

std::string html_page(std::span<const Found> all, std::size_t files) {
  const auto kinds = kinds_of(all);
  std::string sections;
  std::size_t damaged = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].file == all[begin].file) ++end;
    ++damaged;
    const std::size_t shown = std::min(end, kMostShown);
    if (begin < shown) sections += file_section(all.subspan(begin, shown - begin));
    begin = end;
  }
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src "
      "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>unbake: damaged text</title><style>";
  html.append(page_style()).append("</style></head>\n<body><main><h1>Damaged text</h1>\n");
  html += "<p class=\"sub\">What unbake repairs, and where. Nothing else differs.</p>\n<div class=\"cards\">\n";
  html += count_card(all.size(), "repair", "repairs") + count_card(damaged, "damaged file", "damaged files") +
          count_card(files, "file looked at", "files looked at") +
          count_card(kinds.size(), "kind of damage", "kinds of damage") + "</div>\n";
  if (all.empty()) {
    html += "<p class=\"panel\">Nothing is damaged.</p>\n";
  } else {
    html +=
        chart(kinds) +
        "<div class=\"tools\" hidden><input type=\"search\" id=\"search\" placeholder=\"Search files, text, kinds\" "
        "aria-label=\"Search\"><span id=\"shown\" role=\"status\"></span></div>\n" +
        sections;
    if (all.size() > kMostShown) {
      html +=
          "<p class=\"note\">The first " + std::to_string(kMostShown) + " repairs are shown; all are counted.</p>\n";
    }
    html.append("<script>").append(page_script()).append("</script>\n");
  }
  return html + "</main></body></html>\n";
}

}  // namespace unbake::report

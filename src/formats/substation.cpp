// SubStation Alpha: the last value of dialogue lines, between overrides in braces and escaped line breaks.
#include <algorithm>

#include "formats/finders.hpp"
#include "formats/line_cursor.hpp"

namespace unbake::formats {
namespace {

constexpr std::string_view kGuarded = "{}\\";

/// Values of an event before its text, unless `Format:` says otherwise.
constexpr std::size_t kValuesBeforeText = 9;

/// Adds a text piece by piece: overrides in braces are none, nor are `\N`, `\n` and `\h`.
void add_pieces(Fields& found, std::size_t offset, std::string_view text) {
  bool continues = false;
  std::size_t begin = 0;
  const std::size_t last_brace = text.find_last_of('}') + 1;
  const auto add = [&](std::size_t end) {
    if (begin < end) {
      found.fields.push_back(
          {.offset = offset + begin, .length = end - begin, .guarded = kGuarded, .continues = continues});
      continues = true;
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    // An override that is never closed is none, and neither are those behind it.
    const std::size_t closing = text[at] == '{' && at < last_brace ? text.find('}', at) : std::string_view::npos;
    const bool breaks =
        text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == 'N' || text[at + 1] == 'n' || text[at + 1] == 'h');
    if (closing == std::string_view::npos && !breaks) {
      ++at;
      continue;
    }
    add(at);
    if (breaks) continues = false;
    at = breaks ? at + 2 : closing + 1;
    begin = at;
  }
  add(text.size());
}

}  // namespace

FoundFields find_ass(std::string_view content, const Selection&) {
  const std::size_t start = byte_order_mark(content);
  Fields found;
  bool in_events = false;
  bool has_events = false;
  std::size_t values = kValuesBeforeText;
  for (LineCursor lines(content, start); !lines.at_end();) {
    const Line line = lines.next();
    if (line.text.starts_with('[')) {
      in_events = line.text.starts_with("[Events]");
      has_events = has_events || in_events;
    } else if (!in_events) {
      constexpr std::string_view kTitle = "Title: ";
      if (line.text.starts_with(kTitle))
        add_pieces(found, line.offset + kTitle.size(), line.text.substr(kTitle.size()));
    } else if (line.text.starts_with("Format:")) {
      values = static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), ','));
    } else if (line.text.starts_with("Dialogue:") || line.text.starts_with("Comment:")) {
      std::size_t at = line.text.find(':') + 1;
      std::size_t passed = 0;
      for (; passed < values && at < line.text.size(); ++passed)
        at = std::min(line.text.find(',', at), line.text.size() - 1) + 1;
      if (passed == values) add_pieces(found, line.offset + at, line.text.substr(std::min(at, line.text.size())));
    }
  }
  if (!has_events) return Malformed{start, {"has no section [Events]", ""}};
  return found;
}

}  // namespace unbake::formats

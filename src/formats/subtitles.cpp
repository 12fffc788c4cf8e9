// SubRip and WebVTT: blocks between blank lines, of which the lines below the times are text.
#include "formats/finders.hpp"
#include "formats/line_cursor.hpp"

namespace unbake::formats {
namespace {

/// Adds the lines from `begin` up to `end` as one field.
void add_text(Fields& found, std::size_t begin, std::size_t end, std::string_view guarded) {
  if (begin < end) found.fields.push_back({.offset = begin, .length = end - begin, .guarded = guarded});
}

/// The texts of all blocks with a line of times, from `start` on; returns the number of such blocks.
std::size_t find_cues(std::string_view content, std::size_t start, std::string_view guarded, Fields& found) {
  std::size_t cues = 0;
  bool timed = false;  // a line of times was seen in this block
  std::size_t begin = 0;
  std::size_t end = 0;
  for (LineCursor lines(content, start); !lines.at_end();) {
    const Line line = lines.next();
    if (is_blank_line(line.text)) {
      add_text(found, begin, end, guarded);
      timed = false;
      begin = end = 0;
    } else if (line.text.find("-->") != std::string_view::npos) {
      add_text(found, begin, end, guarded);
      timed = true;
      ++cues;
      begin = end = 0;
    } else if (timed) {
      if (begin == end) begin = line.offset;
      end = line.offset + line.text.size();
    }
  }
  add_text(found, begin, end, guarded);
  return cues;
}

}  // namespace

FoundFields find_srt(std::string_view content, const Selection&) {
  Fields found;
  const std::size_t start = byte_order_mark(content);
  const std::size_t cues = find_cues(content, start, "<>{}", found);
  if (cues == 0 && !is_blank_line(content.substr(start, content.find('\n', start)))) {
    return Malformed{start, {"has no line of times, as in 00:00:01,000 --> 00:00:02,000", ""}};
  }
  return found;
}

FoundFields find_vtt(std::string_view content, const Selection&) {
  const std::size_t start = byte_order_mark(content);
  if (!content.substr(start).starts_with("WEBVTT")) return Malformed{start, {"does not begin with WEBVTT", ""}};
  Fields found;
  find_cues(content, start, "<>&", found);
  return found;
}

}  // namespace unbake::formats

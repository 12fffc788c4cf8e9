// Mail: the headers that hold names and words. Bodies have encodings of their own, and are left alone.
#include <algorithm>
#include <array>

#include "formats/finders.hpp"
#include "formats/line_cursor.hpp"
#include "formats/markup_scanner.hpp"

namespace unbake::formats {
namespace {

constexpr std::array<std::string_view, 18> kForPeople = {"subject",
                                                         "from",
                                                         "to",
                                                         "cc",
                                                         "bcc",
                                                         "reply-to",
                                                         "sender",
                                                         "comments",
                                                         "keywords",
                                                         "organization",
                                                         "resent-from",
                                                         "resent-to",
                                                         "thread-topic",
                                                         "content-description",
                                                         "summary",
                                                         "list-id",
                                                         "content-disposition",
                                                         "content-type"};

/// The length of the name of a header at the head of a line; 0 if there is none.
std::size_t name_length(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return 0;
  const std::string_view name = line.substr(0, colon);
  return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; }) ? colon : 0;
}

/// The name of a header for people, in small letters; empty if it is another one.
std::string_view name_for_people(std::string_view name) {
  const auto* found =
      std::find_if(kForPeople.begin(), kForPeople.end(), [name](std::string_view n) { return same_name(name, n); });
  return found == kForPeople.end() ? std::string_view() : *found;
}

}  // namespace

FoundFields find_mail(std::string_view content, const Selection&) {
  const std::size_t start = byte_order_mark(content);
  Fields found;
  bool in_headers = true;
  bool wanted = false;       // the header at hand is for people
  bool blank_before = true;  // in a body: the line before was blank, so that "From " begins a message
  for (LineCursor lines(content, start); !lines.at_end();) {
    const Line line = lines.next();
    const bool separates = blank_before && line.text.starts_with("From ");
    blank_before = line.text.empty();
    if (separates) {
      in_headers = true;
      wanted = false;
      continue;
    }
    if (!in_headers) continue;
    if (line.text.empty()) {
      in_headers = false;
      continue;
    }
    if (line.text[0] == ' ' || line.text[0] == '\t') {  // a header goes on
      if (wanted) found.fields.back().length = line.offset + line.text.size() - found.fields.back().offset;
      continue;
    }
    const std::size_t name = name_length(line.text);
    if (name == 0) {
      if (line.offset == start) return Malformed{start, {"does not begin with a header, as mail does", ""}};
      in_headers = false;
      continue;
    }
    const std::string_view header = name_for_people(line.text.substr(0, name));
    wanted = !header.empty();
    if (!wanted) continue;
    // The name of the header stays with it: what is spelled in a header is told by it.
    found.fields.push_back(
        {.offset = line.offset, .length = line.text.size(), .guarded = "\r\n\"<>@,;", .name = found.number_of(header)});
  }
  return found;
}

}  // namespace unbake::formats

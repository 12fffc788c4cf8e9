// Mail: the headers that hold names and words. Bodies have encodings of their own, and are left alone.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "formats/finders.hpp"
#include "formats/line_cursor.hpp"
#include "formats/markup_scanner.hpp"
#include "formats/pieces.hpp"

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

class MailFinder final : public PieceFinder {
 public:
  Piece next(std::string_view bytes, bool is_last) override {
    const std::size_t start = begun_ ? 0 : byte_order_mark(bytes);
    Fields found;
    State state = state_;
    std::size_t length = 0;  // of the lines that nothing goes on from,
    std::size_t whole = 0;   // and the fields in them
    for (LineCursor lines(bytes, start); !lines.at_end();) {
      const Line line = lines.next();
      if (line.offset > start && !goes_on(line.text)) {
        length = line.offset;
        whole = found.fields.size();
        state_ = state;
      }
      if (!is_last && lines.at_end()) break;
      if (!begun_ && line.offset == start && is_no_head(line.text)) {
        return {0, Malformed{start, {"does not begin with a header, as mail does", ""}}};
      }
      read(line, state, found);
    }
    if (is_last) return {bytes.size(), std::move(found)};
    begun_ = begun_ || length > 0;
    found.fields.resize(whole, Field{});
    return {length, std::move(found)};
  }

 private:
  struct State {
    bool in_headers = true;
    bool wanted = false;       // the header at hand is for people
    bool blank_before = true;  // in a body: the line before was blank, so that "From " begins a message
  };

  static bool goes_on(std::string_view line) { return !line.empty() && (line[0] == ' ' || line[0] == '\t'); }

  static bool is_no_head(std::string_view line) {
    return !line.empty() && !line.starts_with("From ") && !goes_on(line) && name_length(line) == 0;
  }

  static void read(const Line& line, State& state, Fields& found) {
    const bool separates = state.blank_before && line.text.starts_with("From ");
    state.blank_before = line.text.empty();
    if (separates) {
      state.in_headers = true;
      state.wanted = false;
      return;
    }
    if (!state.in_headers) return;
    if (goes_on(line.text)) {
      if (state.wanted) {
        found.fields.back().length = line.offset + line.text.size() - found.fields.back().offset;
      }
      return;
    }
    const std::size_t name = name_length(line.text);
    state.in_headers = name > 0;
    const std::string_view header = name_for_people(line.text.substr(0, name));
    state.wanted = !header.empty();
    if (!state.wanted) return;
    // The name of the header stays with it: what is spelled in a header is told by it.
    found.fields.push_back(
        {.offset = line.offset, .length = line.text.size(), .guarded = "\r\n\"<>@,;", .name = found.number_of(header)});
  }

  State state_;
  bool begun_ = false;
};

}  // namespace

FoundFields find_mail(std::string_view content, const Selection&) { return MailFinder().next(content, true).found; }

std::unique_ptr<PieceFinder> mail_in_pieces(const Selection&) { return std::make_unique<MailFinder>(); }

}  // namespace unbake::formats

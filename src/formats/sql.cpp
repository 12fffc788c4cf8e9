// SQL dumps: strings between single quotes, and the rows of COPY ... FROM stdin. Comments, names between double quotes
// or backticks, and strings between dollars, which hold code, are none.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "formats/finders.hpp"
#include "formats/line_cursor.hpp"
#include "formats/pieces.hpp"

namespace unbake::formats {
namespace {

/// How far into a dump its program names itself.
constexpr std::size_t kHead = 4096;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// True if a backslash in a string escapes what follows: so it is in MySQL and MariaDB. Of a dump that is read in
/// pieces the first one tells.
bool escapes_by_backslash(std::string_view content) {
  const std::string_view head = content.substr(0, kHead);
  for (const std::string_view sign : {"MySQL", "MariaDB", "phpMyAdmin", "`"}) {
    if (head.find(sign) != std::string_view::npos) return true;
  }
  return content.find(" ENGINE=") != std::string_view::npos;
}

class SqlFinder final : public PieceFinder {
 public:
  Piece next(std::string_view bytes, bool is_last) override {
    content_ = bytes;
    at_ = 0;
    is_last_ = is_last;
    starved_ = false;
    if (!begun_) {
      at_ = byte_order_mark(bytes);
      backslash_ = escapes_by_backslash(bytes);
      begun_ = true;
    }
    found_ = {};
    cut_ = {0, 0, copying_, in_rows_, is_line_start_};
    while (at_ < content_.size()) {
      step();
      if (malformed_ || starved_) break;
      const char behind = content_[std::min(at_, content_.size()) - 1];
      // Between two pieces nothing is cut in two that is read as one.
      if (behind == '\n' || behind == ',' || behind == ';') {
        cut_ = {at_, found_.fields.size(), copying_, in_rows_, behind == '\n'};
      }
    }
    // What is not closed may be closed further on.
    if (malformed_ && is_last) return {0, *malformed_};
    malformed_.reset();
    if (is_last) return {bytes.size(), std::move(found_)};
    copying_ = cut_.copying;
    in_rows_ = cut_.in_rows;
    is_line_start_ = cut_.is_line_start;
    found_.fields.resize(cut_.fields, Field{});
    return {cut_.length, std::move(found_)};
  }

 private:
  /// Where a piece may end, and what is known there.
  struct Cut {
    std::size_t length;
    std::size_t fields;
    bool copying;
    bool in_rows;
    bool is_line_start;
  };

  void step() {
    const char c = content_[at_];
    if (in_rows_) {
      rows();
    } else if (c == '\'') {
      string(backslash_ || escape_string());
    } else if (c == '"' || c == '`') {
      skip_name(c);
    } else if (starts_comment()) {
      at_ = std::min(content_.find('\n', at_), content_.size());
      starved_ = at_ == content_.size() && !is_last_;
    } else if (content_.substr(at_).starts_with("/*")) {
      // MySQL runs what is in comments of this kind.
      if (content_.substr(at_).starts_with("/*!")) {
        at_ += 3;
      } else {
        skip_past("*/", 2, "a comment");
      }
    } else if (c == '$') {
      skip_dollars();
    } else if (is_word(c)) {
      word();
    } else {
      if (c == ';') copying_ = false;
      ++at_;
    }
  }

  [[nodiscard]] bool starts_comment() const {
    const bool starts_line = at_ == 0 ? is_line_start_ : content_[at_ - 1] == '\n';
    return content_.substr(at_).starts_with("--") || (content_[at_] == '#' && starts_line);
  }

  /// True if the quotation mark here is that of E'...', in which PostgreSQL has backslashes.
  [[nodiscard]] bool escape_string() const {
    return at_ > 0 && (content_[at_ - 1] == 'E' || content_[at_ - 1] == 'e') &&
           (at_ < 2 || !is_word(content_[at_ - 2]));
  }

  void string(bool backslash) {
    const std::size_t start = at_++;
    const std::string_view stops = backslash ? "'\\" : "'";
    for (;;) {
      at_ = content_.find_first_of(stops, std::min(at_, content_.size()));
      if (at_ == std::string_view::npos) {
        malformed_ = Malformed{start, {"has a string here that is never closed", ""}};
        return;
      }
      const bool escaped = content_[at_] == '\\' || content_.substr(at_).starts_with("''");
      if (!escaped) break;
      at_ += 2;
    }
    if (at_ > start + 1) {
      found_.fields.push_back({.offset = start + 1, .length = at_ - start - 1, .guarded = stops});
    }
    ++at_;
  }

  void skip_name(char quote) {
    const std::size_t start = at_;
    const std::size_t end = content_.find(quote, start + 1);
    if (end == std::string_view::npos) {
      malformed_ = Malformed{start, {"has a quoted name here that is never closed", ""}};
      return;
    }
    at_ = end + 1;
  }

  void skip_past(std::string_view end, std::size_t mark, const char* what) {
    const std::size_t found = content_.find(end, at_ + mark);
    if (found == std::string_view::npos) {
      malformed_ = Malformed{at_, {std::string("has ") + what + " here that is never closed", ""}};
      return;
    }
    at_ = found + end.size();
  }

  /// `$tag$ ... $tag$`
  void skip_dollars() {
    std::size_t end = at_ + 1;
    while (end < content_.size() && is_word(content_[end])) ++end;
    if (end >= content_.size() || content_[end] != '$' || (at_ > 0 && is_word(content_[at_ - 1]))) {
      ++at_;
      return;
    }
    const std::string_view tag = content_.substr(at_, end + 1 - at_);
    skip_past(tag, tag.size(), "a string between dollars");
  }

  void word() {
    const std::size_t start = at_;
    while (at_ < content_.size() && is_word(content_[at_])) ++at_;
    const std::string_view word = content_.substr(start, at_ - start);
    if (word == "COPY") copying_ = true;
    if (!copying_ || word != "stdin" || !content_.substr(at_).starts_with(";")) return;
    const std::size_t feed = content_.find('\n', at_);
    starved_ = feed == std::string_view::npos && !is_last_;
    in_rows_ = true;
    at_ = feed == std::string_view::npos ? content_.size() : feed + 1;
  }

  /// The lines up to `\.`
  void rows() {
    LineCursor lines(content_, at_);
    while (!lines.at_end()) {
      const Line line = lines.next();
      const std::size_t end = std::min(content_.find('\n', line.offset), content_.size());
      if (end == content_.size() && !is_last_) {
        starved_ = true;
        return;
      }
      at_ = std::min(end + 1, content_.size());
      if (line.text == "\\.") {
        in_rows_ = copying_ = false;
        return;
      }
      if (!line.text.empty()) {
        found_.fields.push_back({.offset = line.offset, .length = line.text.size(), .guarded = "\t\\"});
      }
      cut_ = {at_, found_.fields.size(), copying_, in_rows_, true};
    }
  }

  std::string_view content_;
  std::size_t at_ = 0;
  bool is_last_ = true;
  bool begun_ = false;
  bool backslash_ = false;
  bool copying_ = false;
  bool in_rows_ = false;
  bool is_line_start_ = true;  // of the piece
  bool starved_ = false;       // the rest of a line is not there yet
  Cut cut_{};
  Fields found_;
  std::optional<Malformed> malformed_;
};

}  // namespace

FoundFields find_sql(std::string_view content, const Selection&) { return SqlFinder().next(content, true).found; }

std::unique_ptr<PieceFinder> sql_in_pieces(const Selection&) { return std::make_unique<SqlFinder>(); }

}  // namespace unbake::formats

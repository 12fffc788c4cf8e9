// CSV and its relatives: cells between separators, quoted or not.
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "formats/finders.hpp"
#include "formats/pieces.hpp"

namespace unbake::formats {
namespace {

/// Characters that mean something inside cells, for each separator: those of bare cells.
struct Dialect {
  char separator;
  std::string_view guarded;  ///< In a bare cell.
  bool quotes;               ///< Cells may stand between quotation marks.
};

constexpr Dialect kTabs = {'\t', "\t\r\n", false};
constexpr std::array kQuotedDialects = {Dialect{',', ",\"\r\n", true}, Dialect{';', ";\"\r\n", true},
                                        Dialect{'\t', "\t\"\r\n", true}, Dialect{'|', "|\"\r\n", true}};

/// How much of a content is looked at for the end of its first line.
constexpr std::size_t kHead = std::size_t{1} << 20;

/// The separator that the first line has most of, outside quotation marks. `is_whole`: the line ends in `content`.
const Dialect& dialect_of(std::string_view content, bool& is_whole) {
  std::array<std::size_t, kQuotedDialects.size()> counts{};
  bool quoted = false;
  for (const char c : content) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    is_whole = c == '\n' || c == '\r';
    if (is_whole) break;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += c == kQuotedDialects[i].separator ? 1 : 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kQuotedDialects[static_cast<std::size_t>(most - counts.begin())];
}

struct Cell {
  std::size_t offset;
  std::size_t length;
  bool quoted;
  bool last;  ///< Of its row.
};

/// Reads cell by cell.
class CellReader {
 public:
  CellReader(std::string_view content, std::size_t start, const Dialect& dialect)
      : content_(content), dialect_(dialect), at_(start) {}

  [[nodiscard]] bool at_end() const { return at_ >= content_.size() && !separated_; }

  /// True if nothing is left to read.
  [[nodiscard]] bool is_at_end() const { return at_ >= content_.size(); }
  /// True if a line end was read last, all of it.
  [[nodiscard]] bool is_behind_line() const {
    return at_ > 0 && (content_[at_ - 1] == '\n' || (content_[at_ - 1] == '\r' && at_ < content_.size()));
  }
  [[nodiscard]] std::size_t offset() const { return at_; }

  std::variant<Cell, Malformed> next() {
    separated_ = false;
    if (dialect_.quotes && at_ < content_.size() && content_[at_] == '"') return quoted();
    const std::size_t start = at_;
    while (at_ < content_.size() && !ends_cell(content_[at_])) ++at_;
    return Cell{start, at_ - start, false, leave_cell()};
  }

 private:
  std::variant<Cell, Malformed> quoted() {
    const std::size_t start = ++at_;
    for (;;) {
      at_ = std::min(content_.find('"', at_), content_.size());
      if (at_ == content_.size()) {
        return Malformed{start - 1, {"has a quotation mark here that is never closed", ""}};
      }
      if (at_ + 1 >= content_.size() || content_[at_ + 1] != '"') break;
      at_ += 2;
    }
    const std::size_t length = at_ - start;
    ++at_;
    if (at_ < content_.size() && !ends_cell(content_[at_])) {
      return Malformed{at_, {"has text behind the closing quotation mark of a cell", ""}};
    }
    return Cell{start, length, true, leave_cell()};
  }

  [[nodiscard]] bool ends_cell(char c) const { return c == dialect_.separator || c == '\n' || c == '\r'; }

  /// Steps over what ends the cell; true if it ends the row.
  bool leave_cell() {
    if (at_ >= content_.size()) return true;
    const char c = content_[at_++];
    if (c == dialect_.separator) {
      separated_ = true;
      return false;
    }
    if (c == '\r' && at_ < content_.size() && content_[at_] == '\n') ++at_;
    return true;
  }

  std::string_view content_;
  const Dialect& dialect_;
  std::size_t at_;
  bool separated_ = false;  ///< A separator was the last thing read: a cell follows, though it may be empty.
};

/// The text of a cell, with doubled quotation marks as one.
std::string text_of(std::string_view source, bool quoted) {
  if (!quoted) return std::string(source);
  std::string text;
  for (std::size_t at = 0; at < source.size(); ++at) {
    text += source[at];
    if (source.substr(at).starts_with("\"\"")) ++at;
  }
  return text;
}

std::optional<std::size_t> column_number(const std::string& column) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(column.data(), column.data() + column.size(), number);
  if (error != std::errc() || end != column.data() + column.size() || number == 0) return std::nullopt;
  return number - 1;
}

/// The columns that are wanted, by number from 0; all if none is named.
std::variant<std::vector<std::size_t>, Malformed> wanted_columns(const std::vector<std::string>& header,
                                                                 const Selection& selection, std::size_t start) {
  std::vector<std::size_t> wanted;
  for (const std::string& column : selection.columns) {
    const auto named = std::find(header.begin(), header.end(), column);
    if (named != header.end()) {
      wanted.push_back(static_cast<std::size_t>(named - header.begin()));
    } else if (const auto number = column_number(column)) {
      wanted.push_back(*number);
    } else {
      std::string names;
      for (const std::string& name : header) names.append(names.empty() ? "" : ", ").append(name);
      return Malformed{start,
                       {"has no column '" + column + "'", "Its columns are: " + names + ". Or count them from 1."}};
    }
  }
  return wanted;
}

/// Finds cells, row by row.
class CellFinder final : public PieceFinder {
 public:
  /// Without a dialect the first row tells it.
  CellFinder(const Selection& selection, const Dialect* dialect)
      : selection_(selection), dialect_(dialect), told_by_head_(dialect == nullptr) {}

  Piece next(std::string_view bytes, bool is_last) override {
    std::size_t start = 0;
    if (!begun_) {
      start = byte_order_mark(bytes);
      if (told_by_head_) {
        bool is_whole = false;
        dialect_ = &dialect_of(bytes.substr(start), is_whole);
        if (!is_whole && !is_last && bytes.size() < kHead) return {};
      }
      if (auto malformed = read_header(bytes, start, is_last)) return {0, std::move(*malformed)};
      if (!begun_) return {};
    }
    Fields found;
    found.names.insert(found.names.end(), header_.begin(), header_.end());
    Piece piece;
    std::size_t whole = 0;  // fields of the rows that end
    std::size_t column = 0;
    for (CellReader reader(bytes, start, *dialect_); !reader.at_end();) {
      auto read = reader.next();
      if (auto* malformed = std::get_if<Malformed>(&read)) {
        // A cell that is not closed yet may be further on.
        if (reader.is_at_end() && !is_last) break;
        return {0, std::move(*malformed)};
      }
      const Cell& cell = std::get<Cell>(read);
      add(found, cell, column);
      column = cell.last ? 0 : column + 1;
      if (!cell.last || (!is_last && !reader.is_behind_line())) continue;
      piece.length = reader.offset();
      whole = found.fields.size();
    }
    if (is_last) piece.length = bytes.size();
    if (!is_last) found.fields.resize(whole, Field{});
    piece.found = std::move(found);
    return piece;
  }

 private:
  /// Reads the first row, which is a row like others too.
  std::optional<Malformed> read_header(std::string_view bytes, std::size_t start, bool is_last) {
    header_.clear();
    for (CellReader reader(bytes, start, *dialect_); !reader.at_end();) {
      auto read = reader.next();
      if (auto* malformed = std::get_if<Malformed>(&read)) {
        if (reader.is_at_end() && !is_last) return std::nullopt;
        return std::move(*malformed);
      }
      const Cell& cell = std::get<Cell>(read);
      header_.push_back(text_of(bytes.substr(cell.offset, cell.length), cell.quoted));
      if (!is_last && cell.last && !reader.is_behind_line()) return std::nullopt;
      if (cell.last) break;
      if (!is_last && reader.is_at_end()) return std::nullopt;
    }
    if (!is_last && header_.empty()) return std::nullopt;
    auto chosen = wanted_columns(header_, selection_, start);
    if (auto* malformed = std::get_if<Malformed>(&chosen)) return std::move(*malformed);
    wanted_ = std::move(std::get<std::vector<std::size_t>>(chosen));
    begun_ = true;
    return std::nullopt;
  }

  void add(Fields& found, const Cell& cell, std::size_t column) const {
    const bool is_wanted = wanted_.empty() || std::find(wanted_.begin(), wanted_.end(), column) != wanted_.end();
    if (!is_wanted || cell.length == 0) return;
    found.fields.push_back({.offset = cell.offset,
                            .length = cell.length,
                            .guarded = cell.quoted ? std::string_view("\"") : dialect_->guarded,
                            .name = column < header_.size() ? static_cast<std::uint32_t>(column + 1) : 0});
  }

  Selection selection_;
  const Dialect* dialect_;
  bool told_by_head_;
  bool begun_ = false;  // the first row is known
  std::vector<std::string> header_;
  std::vector<std::size_t> wanted_;
};

}  // namespace

FoundFields find_csv(std::string_view content, const Selection& selection) {
  return CellFinder(selection, nullptr).next(content, true).found;
}

FoundFields find_tsv(std::string_view content, const Selection& selection) {
  return CellFinder(selection, &kTabs).next(content, true).found;
}

std::unique_ptr<PieceFinder> csv_in_pieces(const Selection& selection) {
  return std::make_unique<CellFinder>(selection, nullptr);
}

std::unique_ptr<PieceFinder> tsv_in_pieces(const Selection& selection) {
  return std::make_unique<CellFinder>(selection, &kTabs);
}

}  // namespace unbake::formats

// CSV and its relatives: cells between separators, quoted or not.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "formats/finders.hpp"

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

/// The separator that the first line has most of, outside quotation marks.
const Dialect& dialect_of(std::string_view content) {
  std::array<std::size_t, kQuotedDialects.size()> counts{};
  bool quoted = false;
  for (const char c : content) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
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

FoundFields find_cells(std::string_view content, const Selection& selection, const Dialect& dialect) {
  const std::size_t start = byte_order_mark(content);
  Fields found;
  std::vector<std::string> header;
  std::vector<Cell> cells;
  for (CellReader reader(content, start, dialect); !reader.at_end();) {
    auto read = reader.next();
    if (auto* malformed = std::get_if<Malformed>(&read)) return std::move(*malformed);
    cells.push_back(std::get<Cell>(read));
    const Cell& cell = cells.back();
    header.push_back(text_of(content.substr(cell.offset, cell.length), cell.quoted));
    if (cell.last) break;
  }
  auto chosen = wanted_columns(header, selection, start);
  if (auto* malformed = std::get_if<Malformed>(&chosen)) return std::move(*malformed);
  const auto& wanted = std::get<std::vector<std::size_t>>(chosen);
  for (const std::string& name : header) found.names.push_back(name);

  std::size_t column = 0;
  for (CellReader reader(content, start, dialect); !reader.at_end();) {
    auto read = reader.next();
    if (auto* malformed = std::get_if<Malformed>(&read)) return std::move(*malformed);
    const Cell& cell = std::get<Cell>(read);
    const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), column) != wanted.end();
    if (is_wanted && cell.length > 0) {
      found.fields.push_back({.offset = cell.offset,
                              .length = cell.length,
                              .guarded = cell.quoted ? std::string_view("\"") : dialect.guarded,
                              .name = column < header.size() ? static_cast<std::uint32_t>(column + 1) : 0});
    }
    column = cell.last ? 0 : column + 1;
  }
  return found;
}

}  // namespace

FoundFields find_csv(std::string_view content, const Selection& selection) {
  return find_cells(content, selection, dialect_of(content));
}

FoundFields find_tsv(std::string_view content, const Selection& selection) {
  return find_cells(content, selection, kTabs);
}

}  // namespace unbake::formats

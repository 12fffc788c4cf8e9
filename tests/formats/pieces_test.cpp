// A content that is read in pieces has the fields that it has as a whole, wherever the pieces are cut.
#include "formats/pieces.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "formats/format.hpp"

namespace unbake::formats {
namespace {

using Told = std::vector<std::tuple<std::size_t, std::size_t, std::string, std::string>>;

void tell(const Fields& found, std::size_t base, Told& told) {
  for (const Field& f : found.fields) {
    told.emplace_back(base + f.offset, f.length, std::string(f.guarded), found.names[f.name]);
  }
}

// The fields of `content`, whose bytes come `block` at a time; nothing if it is malformed.
std::optional<Told> in_pieces(const Format& format, std::string_view content, std::size_t block) {
  const auto finder = format.in_pieces({});
  Told told;
  std::size_t begin = 0;
  for (std::size_t end = 0; begin < content.size();) {
    end = std::min(end + block, content.size());
    Piece piece = finder->next(content.substr(begin, end - begin), end == content.size());
    if (std::holds_alternative<Malformed>(piece.found)) return std::nullopt;
    tell(std::get<Fields>(piece.found), begin, told);
    begin += piece.length;
  }
  return told;
}

std::optional<Told> as_a_whole(const Format& format, std::string_view content) {
  const FoundFields found = format.find(content, {});
  if (std::holds_alternative<Malformed>(found)) return std::nullopt;
  Told told;
  tell(std::get<Fields>(found), 0, told);
  return told;
}

RC_GTEST_PROP(Pieces, HaveTheFieldsOfTheWhole, ()) {
  const auto part = rc::gen::element<std::string>(
      "old", "\n", "\r\n", "\r", "\n\n", ",", "\"", "\"\"", "'", "''", "\\", " ", "1", "$$", "$a$", "--", "/*", "*/",
      "/*!", "E'", "#", "COPY x (a,b) FROM stdin;\n", "\\.\n", "Subject: ", "From: ", "\n From ", "\nFrom ", "\t", ";",
      "\xEF\xBB\xBF", "\xC3\xA9", "\xFF");
  std::string content;
  for (const std::string& p : *rc::gen::container<std::vector<std::string>>(part)) content += p;
  for (const Format& format : formats()) {
    if (format.in_pieces == nullptr) continue;
    const auto whole = as_a_whole(format, content);
    for (const std::size_t block : {std::size_t{1}, std::size_t{5}, std::size_t{64}}) {
      if (in_pieces(format, content, block) != whole) {
        RC_LOG() << format.name << " in blocks of " << block << " differs";
        RC_ASSERT(false);
      }
    }
  }
}

TEST(Pieces, OfCsvKnowTheHeader) {
  const Format& csv = *find_format("csv");
  std::string content = "id;name\n";
  for (int i = 0; i < 100; ++i) content += std::to_string(i) + ";\"two\nlines\"\n";
  Selection selection;
  selection.columns = {"name"};
  const auto finder = csv.in_pieces(selection);
  Piece head = finder->next(std::string_view(content).substr(0, 100), false);
  ASSERT_GT(head.length, 0U);
  EXPECT_TRUE(std::string_view(content).substr(0, head.length).ends_with("lines\"\n"));
  Piece rest = finder->next(std::string_view(content).substr(head.length), true);
  const auto& fields = std::get<Fields>(rest.found);
  ASSERT_FALSE(fields.fields.empty());
  for (const Field& f : fields.fields) {
    EXPECT_EQ(content.substr(head.length + f.offset, f.length), "two\nlines");
    EXPECT_EQ(fields.names[f.name], "name");
  }
}

TEST(Pieces, WaitForTheEndOfARecord) {
  const auto finder = find_format("csv")->in_pieces({});
  const Piece piece = finder->next("a,\"b\nc\nd\n", false);
  EXPECT_EQ(piece.length, 0U);
  EXPECT_TRUE(std::holds_alternative<Fields>(piece.found));
}

}  // namespace
}  // namespace unbake::formats

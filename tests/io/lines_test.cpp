#include "io/lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/temporary_folder.hpp"

namespace unbake::io {
namespace {

std::vector<std::string> lines_of(const std::string& content) {
  const TemporaryFolder folder;
  auto opened = Input::open(folder.write("file", content));
  LineReader reader(std::get<Input>(opened));
  std::vector<std::string> lines;
  for (;;) {
    const auto line = std::get<std::string_view>(reader.next());
    if (line.empty()) return lines;
    lines.emplace_back(line);
  }
}

TEST(LineReader, KeepsLineEnds) {
  EXPECT_EQ(lines_of(""), std::vector<std::string>{});
  EXPECT_EQ(lines_of("\n"), std::vector<std::string>{"\n"});
  EXPECT_EQ(lines_of("a\r\n\nb"), (std::vector<std::string>{"a\r\n", "\n", "b"}));
}

TEST(LineReader, TakesLinesOfEveryLength) {
  std::vector<std::string> lines;
  std::string content;
  for (const std::size_t length : {0U, 200000U, 1U, 262143U, 262144U, 1000000U, 3U}) {
    lines.push_back(std::string(length, static_cast<char>('a' + lines.size())) + "\n");
    content += lines.back();
  }
  EXPECT_EQ(lines_of(content), lines);
}

}  // namespace
}  // namespace unbake::io

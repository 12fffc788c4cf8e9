#include "io/input.hpp"

#include <gtest/gtest.h>

#include "io/temporary_folder.hpp"

namespace unbake::io {
namespace {

std::string read_whole(const std::string& path) {
  auto opened = Input::open(path);
  auto read = read_all(std::get<Input>(opened));
  return std::get<std::string>(read);
}

TEST(Input, ReadsWholeFiles) {
  const TemporaryFolder folder;
  for (const std::size_t size : {0U, 1U, 65535U, 65536U, 300001U}) {
    std::string content(size, '\0');
    for (std::size_t i = 0; i < size; ++i) content[i] = static_cast<char>(i * 31);
    EXPECT_EQ(read_whole(folder.write("file", content)), content) << size;
  }
}

TEST(Input, ReadsFilesThatTellNoSize) { EXPECT_FALSE(read_whole("/proc/self/status").empty()); }

TEST(Input, SaysWhyNotAndWhatToDo) {
  const TemporaryFolder folder;
  const auto missing = Input::open(folder.path("missing"));
  EXPECT_EQ(std::get<Failure>(missing).what, "cannot be read: No such file or directory");
  EXPECT_EQ(std::get<Failure>(missing).remedy, "Check the name.");
  const auto directory = Input::open(folder.path(""));
  EXPECT_EQ(std::get<Failure>(directory).what, "is a directory");
}

TEST(Input, KnowsItselfByOtherNames) {
  const TemporaryFolder folder;
  const std::string path = folder.write("file", "x");
  std::filesystem::create_symlink(path, folder.path("link"));
  auto opened = Input::open(path);
  const auto& input = std::get<Input>(opened);
  EXPECT_TRUE(input.is_file(folder.path("link")));
  EXPECT_FALSE(input.is_file(folder.write("other", "x")));
  EXPECT_FALSE(input.is_file(folder.path("missing")));
}

}  // namespace
}  // namespace unbake::io

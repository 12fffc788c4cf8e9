#include "io/output.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>

namespace unbake::io {
namespace {

TEST(Output, WritesEverythingToASlowNonBlockingPipe) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_NONBLOCK), 0);
  ASSERT_EQ(::fcntl(ends[0], F_SETFL, 0), 0);
  std::string received;
  std::thread reader([&] {
    char buffer[777];
    for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
      received.append(buffer, static_cast<std::size_t>(count));
    }
  });
  std::string sent;
  Output output(ends[1]);
  for (int i = 0; i < 3000; ++i) {
    const std::string piece(static_cast<std::size_t>(i), static_cast<char>('a' + i % 26));
    output.write(piece);
    sent += piece;
  }
  output.write(std::string(500000, 'x'));
  sent.append(500000, 'x');
  EXPECT_FALSE(output.flush());
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  EXPECT_EQ(received, sent);
}

TEST(Output, KeepsTheFirstFailure) {
  const int full = ::open("/dev/full", O_WRONLY);
  Output output(full);
  output.write("x");
  EXPECT_FALSE(output.failed());
  const auto failure = output.flush();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->what, "cannot be written: No space left on device");
  EXPECT_TRUE(output.flush());
  EXPECT_FALSE(output.reader_gone());
  ::close(full);
}

TEST(Output, KnowsWhenNobodyReads) {
  auto* const old = std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  Output output(ends[1]);
  output.write("x");
  EXPECT_TRUE(output.flush());
  EXPECT_TRUE(output.reader_gone());
  ::close(ends[1]);
  std::signal(SIGPIPE, old);
}

}  // namespace
}  // namespace unbake::io

#include "io/interrupt.hpp"

#include <unistd.h>

#include <csignal>
#include <cstring>

namespace unbake::io {
namespace {

// A signal handler can reach nothing but globals.
char pending_path[4096];
volatile std::sig_atomic_t pending = 0;

constexpr int kSignals[] = {SIGHUP, SIGINT, SIGTERM};

extern "C" void remove_pending(int number) {
  if (pending != 0) ::unlink(pending_path);
  // The handler was reset when it was called: this ends the program the way the signal says.
  std::raise(number);
}

}  // namespace

void remove_on_signal(const char* path) {
  pending = 0;
  if (path == nullptr || std::strlen(path) >= sizeof pending_path) return;
  std::strcpy(pending_path, path);
  pending = 1;
  for (const int number : kSignals) {
    struct sigaction action {};
    action.sa_handler = &remove_pending;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    struct sigaction old {};
    ::sigaction(number, &action, &old);
    // nohup and shells in the background ignore signals on purpose.
    if (old.sa_handler == SIG_IGN) ::sigaction(number, &old, nullptr);
  }
}

}  // namespace unbake::io

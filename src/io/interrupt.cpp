#include "io/interrupt.hpp"

#include <unistd.h>

#include <csignal>
#include <cstring>

namespace unbake::io {
namespace {

// A signal handler can reach nothing but globals.
char pending_path[4096];
volatile std::sig_atomic_t pending = 0;
volatile std::sig_atomic_t noted = 0;

constexpr int kSignals[] = {SIGHUP, SIGINT, SIGTERM};

extern "C" void remove_pending(int number) {
  if (pending != 0) ::unlink(pending_path);
  // The handler was reset when it was called: this ends the program the way the signal says.
  std::raise(number);
}

extern "C" void note(int number) { noted = number; }

void handle_signals(void (*handler)(int), unsigned flags) {
  for (const int number : kSignals) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(flags);
    sigemptyset(&action.sa_mask);
    struct sigaction old {};
    ::sigaction(number, &action, &old);
    // nohup and shells in the background ignore signals on purpose.
    if (old.sa_handler == SIG_IGN) ::sigaction(number, &old, nullptr);
  }
}

}  // namespace

void remove_on_signal(const char* path) {
  pending = 0;
  if (path == nullptr || std::strlen(path) >= sizeof pending_path) return;
  std::strcpy(pending_path, path);
  pending = 1;
  handle_signals(&remove_pending, SA_RESETHAND);
}

void note_signals() {
  handle_signals(&note, 0);
  std::signal(SIGIO, SIG_IGN);
}

int noted_signal() { return noted; }

void end_by_signal(int number) {
  std::signal(number, SIG_DFL);
  std::raise(number);
  // Only a signal that is blocked gets here.
  ::_exit(128 + number);
}

}  // namespace unbake::io

// Leaving nothing behind when a signal ends the program.
#ifndef UNBAKE_IO_INTERRUPT_HPP_
#define UNBAKE_IO_INTERRUPT_HPP_

namespace unbake::io {

/// From now on SIGHUP, SIGINT and SIGTERM remove the file at `path`, then end the program as they always do; with a
/// null pointer they remove nothing. One file at a time; paths longer than 4095 bytes are not remembered.
void remove_on_signal(const char* path);

/// From now on SIGHUP, SIGINT and SIGTERM are noted instead of ending the program, but for those that are ignored.
/// Leases that are broken (SIGIO) end nothing either.
void note_signals();

/// The signal that was noted, or 0.
int noted_signal();

/// Ends the program as `number` does that nobody handles.
[[noreturn]] void end_by_signal(int number);

}  // namespace unbake::io

#endif  // UNBAKE_IO_INTERRUPT_HPP_

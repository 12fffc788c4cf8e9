// What the functions of this folder answer when the system refuses.
#ifndef UNBAKE_IO_FAILURE_HPP_
#define UNBAKE_IO_FAILURE_HPP_

#include <string>

namespace unbake::io {

/// Why something could not be done, for a person.
struct Failure {
  std::string what;    ///< Without subject and full stop: `cannot be read: Permission denied`.
  std::string remedy;  ///< One sentence: what to do about it. Empty if `what` says it.

  /// Both, as the end of a message.
  [[nodiscard]] std::string text() const { return what + (remedy.empty() ? "." : ". " + remedy); }
};

/// `doing` (`cannot be read`) with the system's words for `error_number`, and what one does about it.
Failure system_failure(const char* doing, int error_number);

}  // namespace unbake::io

#endif  // UNBAKE_IO_FAILURE_HPP_

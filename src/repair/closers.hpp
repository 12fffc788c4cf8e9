// Whether a quotation mark that is opened can be closed again.
#ifndef UNBAKE_REPAIR_CLOSERS_HPP_
#define UNBAKE_REPAIR_CLOSERS_HPP_

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "base/symbol.hpp"

namespace unbake::repair {

/// What is behind the places of a window in their paragraph. Of 45,000 typographic quotation marks that open in the
/// text the model was trained on, one in 700 has nothing beyond ASCII behind it in its paragraph.
class Closers {
 public:
  /// `behind` is the text after the window. Both must outlive the calls of `may_follow`.
  void look_at(std::span<const base::Symbol> window, std::string_view behind) {
    window_ = window;
    behind_ = behind;
    last_.reset();
  }

  /// Whether something that may be a closing quotation mark, or damage of one, is behind symbol `index`. Looks at the
  /// text behind the window once, and not far.
  [[nodiscard]] bool may_follow(std::size_t index);

 private:
  std::span<const base::Symbol> window_;
  std::string_view behind_;
  std::optional<std::size_t> last_;  // the last symbol that may be one; the size of the window if one is behind it
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_CLOSERS_HPP_

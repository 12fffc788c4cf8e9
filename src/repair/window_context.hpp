// What stands before and in a window, as the search sees it.
#ifndef UNBAKE_REPAIR_WINDOW_CONTEXT_HPP_
#define UNBAKE_REPAIR_WINDOW_CONTEXT_HPP_

#include <cstddef>
#include <span>
#include <string_view>

#include "base/symbol.hpp"
#include "repair/quote_balance.hpp"

namespace unbake::repair {

/// What is known around a window: before its first symbol, and behind its last one.
struct WindowContext {
  char32_t before_last = U'\n';
  char32_t last = U'\n';
  QuoteBalance quotes;
  std::string_view behind = {};  ///< The text after the window.
};

/// The symbols of a window, with those before it at -1 and -2.
class SymbolsInContext {
 public:
  SymbolsInContext(std::span<const base::Symbol> window, const WindowContext& context)
      : window_(window), context_(context) {}

  [[nodiscard]] char32_t at(std::ptrdiff_t i) const {
    if (i >= 0) return window_[static_cast<std::size_t>(i)].value;
    return i == -1 ? context_.last : context_.before_last;
  }

 private:
  std::span<const base::Symbol> window_;
  WindowContext context_;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_WINDOW_CONTEXT_HPP_

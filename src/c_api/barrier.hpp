// The barrier that no exception passes, and the strings that pass it.
#ifndef UNBAKE_C_API_BARRIER_HPP_
#define UNBAKE_C_API_BARRIER_HPP_

#include <cstddef>
#include <new>
#include <string_view>
#include <utility>

#include "unbake/result.hpp"
#include "unbake/unbake.h"

namespace unbake::c_api {

/// What `work` returns; where it throws, the status that says so.
template <typename Work>
[[nodiscard]] unbake_status guarded(Work&& work) noexcept {
  try {
    return std::forward<Work>(work)();
  } catch (const std::bad_alloc&) {
    return UNBAKE_NO_MEMORY;
  } catch (...) {
    return UNBAKE_INTERNAL;
  }
}

/// True if the view has bytes where it says so.
[[nodiscard]] inline bool is_valid(unbake_view view) { return view.data != nullptr || view.size == 0; }

[[nodiscard]] inline std::string_view to_string_view(unbake_view view) {
  return view.size == 0 ? std::string_view() : std::string_view(view.data, view.size);
}

[[nodiscard]] inline unbake_view to_view(std::string_view text) { return {text.data(), text.size()}; }

/// Makes `out` a copy of `text`. Throws `std::bad_alloc`.
void set_string(unbake_string& out, std::string_view text);

/// Sets `message`, unless it is null, and returns `status`. A message there is no memory for is left out.
[[nodiscard]] unbake_status fail(unbake_status status, std::string_view words, unbake_string* message) noexcept;

/// The same of an error of the C++ interface.
[[nodiscard]] unbake_status fail(const Error& error, unbake_string* message) noexcept;

}  // namespace unbake::c_api

#endif  // UNBAKE_C_API_BARRIER_HPP_

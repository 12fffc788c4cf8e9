// Strings of the C interface, held as C++ holds things; and a text that is damaged.
#ifndef UNBAKE_TESTS_C_API_C_STRINGS_HPP_
#define UNBAKE_TESTS_C_API_C_STRINGS_HPP_

#include <memory>
#include <string>
#include <string_view>

#include "unbake/unbake.h"

namespace unbake::tests {

inline const std::string kClean = "Le caf\xC3\xA9 est ferm\xC3\xA9 jusqu\xE2\x80\x99\xC3\xA0 mardi.";
inline const std::string kDamaged =
    "Le caf\xC3\x83\xC2\xA9 est ferm\xC3\x83\xC2\xA9 jusqu\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2\xC3\x83\xC2\xA0 mardi.";

inline unbake_view view(std::string_view text) { return unbake_view_of(text.data(), text.size()); }
inline std::string text_of(unbake_view view) { return view.size == 0 ? "" : std::string(view.data, view.size); }

/// An owned string of the interface.
class Owned {
 public:
  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { unbake_string_clear(&string_); }
  unbake_string* operator&() { return &string_; }  // NOLINT(google-runtime-operator)
  [[nodiscard]] std::string text() const {
    return string_.data == nullptr ? "" : std::string(string_.data, string_.size);
  }
  [[nodiscard]] const unbake_string& raw() const { return string_; }

 private:
  unbake_string string_ = UNBAKE_NO_STRING;
};

using Fixer = std::unique_ptr<unbake_fixer, decltype(&unbake_fixer_free)>;

/// The fixer of these options, which are good.
inline Fixer fixer_of(const unbake_options& options) {
  unbake_fixer* made = nullptr;
  (void)unbake_fixer_new(&options, &made, nullptr);
  return {made, &unbake_fixer_free};
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_C_API_C_STRINGS_HPP_

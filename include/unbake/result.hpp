// unbake: the value-or-error type of the public interface.
#ifndef UNBAKE_RESULT_HPP_
#define UNBAKE_RESULT_HPP_

#include <string>
#include <utility>
#include <variant>

namespace unbake {

/// What went wrong, in words for a person: what, where and what to do about it.
struct Error {
  /// The kind of failure, for programs.
  enum class Code {
    kUnknownEncoding,  ///< A name that `encodings()` does not list.
    kUnknownProfile,   ///< A name that `profiles()` does not list.
    kBadPath,          ///< A damage path that cannot be parsed, is empty or is too long.
    kUnencodable,      ///< A character that the encoding of a layer has no bytes for.
    kBadPlan,          ///< A plan that does not belong to the text it is applied to.
    kBadOption,        ///< An option outside its documented range.
    kBadEvidence,      ///< Text that is no evidence, or that of a later version.
    kBinary,           ///< Bytes that are no text.
  };
  Code code;
  std::string message;
};

/// Either a value or an `Error`; shaped like `std::expected`, which C++20 lacks.
/// `value()` of an error and `error()` of a value are programming mistakes (`std::bad_variant_access`).
template <typename T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace unbake

#endif  // UNBAKE_RESULT_HPP_

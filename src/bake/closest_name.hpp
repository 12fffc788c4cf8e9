// The closest of some names to a misspelled one, for error messages.
#ifndef UNBAKE_BAKE_CLOSEST_NAME_HPP_
#define UNBAKE_BAKE_CLOSEST_NAME_HPP_

#include <cstddef>
#include <string>
#include <string_view>

namespace unbake::baking {

/// Keeps the best of the names it is offered; the first wins among equals.
class ClosestName {
 public:
  explicit ClosestName(std::string_view misspelled);
  void offer(std::string_view name);
  /// ` (did you mean NAME?)`, or nothing if no name is near.
  [[nodiscard]] std::string suggestion() const;

 private:
  std::string misspelled_;
  std::string_view best_;
  std::size_t distance_;
};

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_CLOSEST_NAME_HPP_

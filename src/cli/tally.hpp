// Counting repairs by the damage they undo.
#ifndef UNBAKE_CLI_TALLY_HPP_
#define UNBAKE_CLI_TALLY_HPP_

#include <cstddef>
#include <map>
#include <string>

#include "unbake/unbake.hpp"

namespace unbake::cli {

struct Tally {
  std::size_t repairs = 0;
  std::size_t lost = 0;  ///< Places that nothing can bring back, where they are asked for.
  std::map<std::string, std::size_t> by_path;
  std::map<std::string, std::size_t> converted;  ///< Files converted to UTF-8, by the encoding they had.

  /// True if there is nothing to change.
  [[nodiscard]] bool empty() const { return repairs == 0 && converted.empty(); }

  void add(const Plan& plan);
  void add(const Tally& other);

  /// `3 repairs (utf-8>gbk 2, utf-8>windows-1252 1)`; of what is converted: `converted from koi8-r`, and the repairs
  [[nodiscard]] std::string text() const;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_TALLY_HPP_

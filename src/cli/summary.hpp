// What a command did to many files, in numbers.
#ifndef UNBAKE_CLI_SUMMARY_HPP_
#define UNBAKE_CLI_SUMMARY_HPP_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "cli/tally.hpp"

namespace unbake::cli {

struct Summary {
  std::size_t files = 0;    ///< That were looked at.
  std::size_t damaged = 0;  ///< Of those, with repairs.
  Tally total;
  std::map<std::string, std::size_t> files_by_path;

  void add(const Tally& tally);

  /// `2 of 3 files would change: 12 repairs`, with `outcome` between, and a table of the damage if there is any.
  [[nodiscard]] std::string text(std::string_view outcome) const;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SUMMARY_HPP_

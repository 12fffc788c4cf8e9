// A repair as reports show it.
#ifndef UNBAKE_REPORT_FOUND_HPP_
#define UNBAKE_REPORT_FOUND_HPP_

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

namespace unbake::report {

/// Line and column from 1; columns in characters.
struct Point {
  std::size_t line = 1;
  std::size_t column = 1;
};

struct Found {
  std::string file;
  Point begin;
  Point end;            ///< Behind the last character.
  std::size_t offset;   ///< Of what is replaced, in bytes from the start of the file.
  std::size_t length;   ///< Bytes.
  std::string field;    ///< What the format calls the field; may be empty.
  std::string written;  ///< What is put there, in the escaping of the field.
  std::string before;   ///< The damage.
  std::string after;    ///< The text it should be.
  std::string left;     ///< Text of the same line before it, not all of it if it is long.
  std::string right;    ///< The same behind it.
  bool near = false;    ///< The repair before it in the run is of the same kind, in the same line and close;
  std::string between;  ///< then, the text that stands between the two.
  std::string path;
  double confidence = 0;
  bool chosen = false;  ///< A byte was lost, and a character of `after` was chosen.
  std::string kind;     ///< Of what nothing can bring back; empty of a repair. Then `after` and `written` mean nothing.
};

/// What a run has found, for a report in the end.
struct Log {
  std::vector<Found> all;
  std::size_t files = 0;  ///< That were looked at.

  void add(Log more) {
    std::move(more.all.begin(), more.all.end(), std::back_inserter(all));
    files += more.files;
  }
};

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_FOUND_HPP_

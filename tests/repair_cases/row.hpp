// The rows of tests/cases: one repair, or one text that must be left alone, a line.
#ifndef UNBAKE_TESTS_REPAIR_CASES_ROW_HPP_
#define UNBAKE_TESTS_REPAIR_CASES_ROW_HPP_

#include <string>
#include <vector>

#include "bake/flat_json.hpp"

namespace unbake::tests {

struct Row {
  std::string id;
  std::string mojibake;  ///< What is given.
  std::string truth;     ///< What is wanted.
  std::string path;      ///< How `truth` was damaged; empty if it was not.
  std::string profile;
  std::string scope;  ///< `whole`: baking all of `truth` gives `mojibake`; `span`: a part; `clean`: nothing is damaged.
  std::string more;   ///< `yes` if one more layer on top must be undone as well.
  std::string note;
};

/// The subjects: the names of the files, without `known-failures`.
inline const std::vector<std::string>& subjects() {
  static const std::vector<std::string> names = {
      "by-hand",
      "cesu-8",
      "layers",
      "latin-as-latin",
      "vietnamese-fonts",
      "legacy-as-legacy",
      "lost-bytes",
      "negative",
      "quoted",
      "spans",
      "spelled",
      "spelled-negative",
      "unrecoverable",
      "utf-8-as-cjk",
      "utf-8-as-gbk-lossy",
      "utf-8-as-other-pages",
      "utf-8-as-windows-1252",
  };
  return names;
}

inline std::vector<Row> read_rows(const std::string& subject) {
  std::vector<Row> rows;
  for (const FlatObject& o : read_cases(subject + ".jsonl")) {
    rows.push_back({o.at("id"), o.at("mojibake"), o.at("truth"), o.at("path"), o.at("profile"), o.at("scope"),
                    o.at("more"), o.at("note")});
  }
  return rows;
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_REPAIR_CASES_ROW_HPP_

// Names of encodings as GoogleTest takes them.
#ifndef UNBAKE_TESTS_ENCODING_TEST_NAME_HPP_
#define UNBAKE_TESTS_ENCODING_TEST_NAME_HPP_

#include <string>
#include <string_view>

namespace unbake::testing {

/// `name` with underscores for hyphens.
inline std::string test_name(std::string_view name) {
  std::string result(name);
  for (char& c : result)
    if (c == '-') c = '_';
  return result;
}

}  // namespace unbake::testing

#endif  // UNBAKE_TESTS_ENCODING_TEST_NAME_HPP_

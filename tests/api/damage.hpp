// Damage for the tests of the public interface, made by itself.
#ifndef UNBAKE_TESTS_API_DAMAGE_HPP_
#define UNBAKE_TESTS_API_DAMAGE_HPP_

#include <string>
#include <string_view>

#include "unbake/unbake.hpp"

namespace unbake::tests {

/// An English sentence with an e with acute, curly quotes and a dash.
inline const std::string kSentence =
    "It\xE2\x80\x99s the caf\xC3\xA9 \xE2\x80\x94 \xE2\x80\x9Cnice\xE2\x80\x9D, isn\xE2\x80\x99t it?\n";

inline std::string damaged(std::string_view path = "utf-8>windows-1252", std::string_view profile = "whatwg") {
  return bake(kSentence, path, profile).value();
}

/// Dashes that went through GBK and lost their last byte.
inline const std::string kLossy = "desperate \xE9\x88\xA5? and creative \xE9\x88\xA5? in the \xE9\x88\xA5?long run\n";

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_API_DAMAGE_HPP_

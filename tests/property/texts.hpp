// Texts to try promises on: bytes, pieces of the corpus and of damage, mixtures of all.
#ifndef UNBAKE_TESTS_PROPERTY_TEXTS_HPP_
#define UNBAKE_TESTS_PROPERTY_TEXTS_HPP_

#include <rapidcheck.h>

#include <ostream>
#include <string>

#include "unbake/unbake.hpp"

namespace unbake {

/// How RapidCheck shows options.
void showValue(const Options& options, std::ostream& out);

}  // namespace unbake

namespace unbake::tests {

/// ASCII, controls and NUL included, up to a few kilobytes.
rc::Gen<std::string> ascii_text();

/// Any bytes.
rc::Gen<std::string> any_bytes();

/// Any code points, biased to the blocks where damage is found.
rc::Gen<std::string> any_characters();

/// Lines of `corpus/clean`, `corpus/negative` and `corpus/baked`, whole or cut at any byte, one after the other.
rc::Gen<std::string> corpus_mixture();

/// Whole lines of `corpus/clean`, in any languages, side by side or below each other.
rc::Gen<std::string> clean_mixture();

/// Fragments of damage, of U+FFFD, of raw and truncated UTF-8, NUL, spaces and letters, one after the other.
rc::Gen<std::string> fragments();

/// A `corpus_mixture` that is spelled out in escapes, entities or percent signs.
rc::Gen<std::string> spelled_mixture();

/// Any of these.
rc::Gen<std::string> any_text();

/// Any options, some of them out of range.
rc::Gen<Options> any_options();

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_PROPERTY_TEXTS_HPP_

// Where a repaired character stands: in a text that somebody wrote, or by itself in code.
#ifndef UNBAKE_PIPELINE_SPELLED_CONTEXT_HPP_
#define UNBAKE_PIPELINE_SPELLED_CONTEXT_HPP_

#include <string_view>

#include "notation/view.hpp"

namespace unbake::pipeline {

enum class Setting {
  kText,        ///< In or at a word, of several letters unless other words are near.
  kBesideText,  ///< Near a word, but perhaps what the text is about.
  kAlone,       ///< A value, a row of a table, part of a set of characters.
};

/// The setting of `place`, which was repaired, in `text`, where all repairs were made. Looks at a few hundred bytes.
Setting setting_of(std::string_view text, notation::Stretch place);

/// The same for what was legacy text, which has no structure that would tell it from code: it must be words among
/// words.
Setting legacy_setting_of(std::string_view text, notation::Stretch place);

/// Whether `place` is in a line as headers of mail are, or in the continuation of one.
bool is_in_header(std::string_view text, notation::Stretch place);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_SPELLED_CONTEXT_HPP_

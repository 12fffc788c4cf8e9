// What is left of text that nothing can bring back, told by its looks.
#ifndef UNBAKE_PIPELINE_RESIDUE_HPP_
#define UNBAKE_PIPELINE_RESIDUE_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"

namespace unbake::pipeline {

/// What left it.
enum class ResidueKind : std::uint8_t {
  kNone,
  kReplacement,    ///< U+FFFD, which stands for bytes that a decoder could not read.
  kReadAgain,      ///< U+FFFD written as UTF-8 and read by another encoding.
  kQuestionMarks,  ///< Question marks for characters that an encoding did not have.
  kUnwritten,      ///< Memory that was never written, or freed: the filling of a debugger, read as GBK.
};

struct Residue {
  std::size_t begin;  ///< Bytes from the start of the text.
  std::size_t end;
  ResidueKind kind;
  encoding::EncodingId reader;  ///< Of what was read again, and of memory.
  bool is_quoted;               ///< Enclosed in quotation marks or the like by itself: the text is about it.
};

/// All residues of `text`, in order. Question marks count only where they stand for letters, in a text that has more
/// of them: `???? ???????`, `f??r`, and not `what???`. Linear in the length of `text`.
std::vector<Residue> find_residues(std::string_view text);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_RESIDUE_HPP_

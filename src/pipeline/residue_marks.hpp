// Question marks that stand for letters.
#ifndef UNBAKE_PIPELINE_RESIDUE_MARKS_HPP_
#define UNBAKE_PIPELINE_RESIDUE_MARKS_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

namespace unbake::pipeline {

/// A stretch of a text, in bytes, that begins and ends with question marks; words of them with what parts them.
struct QuestionMarks {
  std::size_t begin;
  std::size_t end;
};

/// The question marks of `text` that an encoder wrote for letters it did not have, in order: whole words of them side
/// by side, and two or more inside of a word. Nothing if there are too few to be a habit of the text. Linear.
std::vector<QuestionMarks> find_question_marks(std::string_view text);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_RESIDUE_MARKS_HPP_

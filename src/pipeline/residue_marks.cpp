#include "pipeline/residue_marks.hpp"

#include <algorithm>
#include <iterator>

namespace unbake::pipeline {
namespace {

// A word of question marks is part of a row if another one is beside it. Most words are not of one length, and some are
// long: rows of like short ones are columns of a table, or somebody's doubts.
constexpr std::size_t kLeastLongest = 4;
constexpr std::size_t kLeastWords = 2;
// What a text must have to have the habit: places inside of words, and question marks in rows.
constexpr std::size_t kLeastInside = 2;
constexpr std::size_t kLeastInRows = 8;

bool is_letter(char c) {
  const auto folded = static_cast<unsigned char>(c | 0x20);
  return (folded >= 'a' && folded <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<QuestionMarks> find() {
    for (std::size_t i = text_.find('?'); i != std::string_view::npos; i = text_.find('?', i)) {
      const std::size_t begin = i;
      i = std::min(text_.find_first_not_of('?', begin), text_.size());
      look_at({begin, i});
    }
    close_row();
    if (inside_.size() < kLeastInside && in_rows_ < kLeastInRows) return {};
    std::vector<QuestionMarks> found;
    std::merge(rows_.begin(), rows_.end(), inside_.begin(), inside_.end(), std::back_inserter(found),
               [](const QuestionMarks& x, const QuestionMarks& y) { return x.begin < y.begin; });
    return found;
  }

 private:
  static std::size_t length(const QuestionMarks& run) { return run.end - run.begin; }

  void look_at(const QuestionMarks& run) {
    const char before = run.begin == 0 ? '\n' : text_[run.begin - 1];
    const char after = run.end == text_.size() ? '\n' : text_[run.end];
    if (length(run) < 2) {
      // A word of one letter, in a row; or else the end of a sentence.
      const bool goes_on = !row_.empty() && after == ' ' && is_beside(row_.back().end, run.begin);
      if (goes_on) row_.push_back(run);
      return;
    }
    if (is_letter(before) && is_letter(after)) {
      inside_.push_back(run);
      return;
    }
    if (!is_in(" \t\n\r([\"'>:;,", before) || !is_in(" \t\n\r)]\"'<:;,.!", after)) return;
    if (!row_.empty() && !is_beside(row_.back().end, run.begin)) close_row();
    row_.push_back(run);
  }

  // Whether a space, and perhaps punctuation before it, parts two words.
  [[nodiscard]] bool is_beside(std::size_t end, std::size_t begin) const {
    const std::string_view between = text_.substr(end, begin - end);
    return between == " " || (between.size() == 2 && between[1] == ' ' && is_in(",.;:!", between[0]));
  }

  void close_row() {
    std::size_t least = text_.size();
    std::size_t most = 0;
    std::size_t sum = 0;
    for (const QuestionMarks& word : row_) {
      least = std::min(least, length(word));
      most = std::max(most, length(word));
      sum += length(word);
    }
    if (row_.size() >= kLeastWords && most >= kLeastLongest && least < most) {
      rows_.push_back({row_.front().begin, row_.back().end});
      in_rows_ += sum;
    }
    row_.clear();
  }

  std::string_view text_;
  std::vector<QuestionMarks> row_;  // the words so far
  std::vector<QuestionMarks> rows_;
  std::vector<QuestionMarks> inside_;
  std::size_t in_rows_ = 0;  // question marks
};

}  // namespace

std::vector<QuestionMarks> find_question_marks(std::string_view text) { return Finder(text).find(); }

}  // namespace unbake::pipeline

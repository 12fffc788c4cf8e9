// The walk over the windows of a text, each of which is searched.
#ifndef UNBAKE_PIPELINE_WALK_HPP_
#define UNBAKE_PIPELINE_WALK_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

#include "detect/window_finder.hpp"
#include "pipeline/pipeline.hpp"
#include "repair/established_path.hpp"
#include "repair/path_costs.hpp"
#include "repair/search.hpp"

namespace unbake::pipeline {

/// What is kept of a window that was searched, to search it again. Offsets are bytes from the start of the text.
struct SearchedWindow {
  std::size_t begin;
  std::size_t end;
  std::size_t decided;          ///< The next window begins at or after it.
  repair::QuoteBalance quotes;  ///< At `decided`.
  bool is_cut;
  std::vector<encoding::Conversion> conversions;
  std::vector<detect::LegacyLine> latin_lines;
};

/// Finds the windows of a text in order and searches them. Memory is one window.
class Walk {
 public:
  /// `text` and `costs` must outlive it. `established` are paths that are known before it starts.
  Walk(std::string_view text, const repair::PathCosts& costs, const Settings& settings,
       repair::EstablishedPaths established);

  /// From now on windows open at what may stand for lost characters as well, which may be `everywhere`.
  void look_at_markers(bool everywhere) { finder_.look_at_markers(everywhere); }

  /// Searches the next window at or after where the last one was decided; false if there are no more.
  bool next();
  /// Searches a window that an earlier walk over the text has found. Windows come in order.
  void again(const SearchedWindow& window);
  /// Leaves out a window that an earlier walk has found.
  void pass_over(const SearchedWindow& window);

  /// The window that was searched last, and what was found in it.
  [[nodiscard]] const detect::Window& window() const { return window_; }
  [[nodiscard]] const std::vector<repair::Candidate>& candidates() const { return candidates_; }
  [[nodiscard]] SearchedWindow searched() const;
  /// Where it was decided up to, in bytes from the start of the text.
  [[nodiscard]] std::size_t decided() const { return decided_; }
  /// The paths that were proven up to here.
  [[nodiscard]] const repair::EstablishedPaths& established() const { return established_; }

 private:
  void search();
  void see_setting(repair::Candidate& candidate) const;
  void see_text_before(std::size_t begin);
  void follow_quotes(std::size_t from, std::size_t to);
  [[nodiscard]] bool changes_nothing(const repair::Candidate& candidate) const;
  [[nodiscard]] std::size_t offset_of(std::size_t symbol) const;
  void replay(std::size_t decided);
  std::size_t leave_to_next();

  std::string_view text_;
  repair::EstablishedPaths established_;
  repair::Searcher searcher_;
  detect::WindowFinder finder_;
  detect::Window window_;
  repair::WindowContext context_;
  std::vector<repair::Candidate> candidates_;  // of the window
  const repair::PathCosts& costs_;
  std::size_t decided_ = 0;
};

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_WALK_HPP_

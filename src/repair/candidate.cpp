#include "repair/candidate.hpp"

#include "base/utf8.hpp"

namespace unbake::repair {
namespace {

// A run of damaged steps [first, last) in which no layer waits for bytes at either end.
struct Run {
  std::size_t first;
  std::size_t last;
};

// Whether the run that ends with `before` can be one candidate with the one that ends with `after`.
bool same_path(const Step& before, const Step& after) {
  if (before.depth != after.depth) return false;
  for (std::size_t k = 0; k < before.depth; ++k) {
    if (after.sources[k] != before.sources[k] || (after.readers[k] & ~before.readers[k]) != 0) return false;
  }
  return true;
}

// Runs of damage, each as long as one path explains it.
std::vector<Run> find_runs(const std::vector<Step>& path) {
  std::vector<Run> runs;
  std::size_t start = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!path[i].damaged) {
      start = i + 1;
      continue;
    }
    if (!path[i].idle) continue;
    if (!runs.empty() && runs.back().last == start && start > 0 && path[start - 1].damaged &&
        same_path(path[start - 1], path[i])) {
      runs.back().last = i + 1;
    } else {
      runs.push_back({start, i + 1});
    }
    start = i + 1;
  }
  return runs;
}

// Divides the last run, if it reaches the end, at or just behind the step `cut`, where no layer waits for bytes.
void divide_last(std::vector<Run>& runs, const std::vector<Step>& path, std::size_t cut) {
  if (runs.empty() || runs.back().last != path.size() || runs.back().first >= cut) return;
  while (cut < path.size() && !path[cut - 1].idle) ++cut;
  if (cut >= path.size()) return;
  runs.back().last = cut;
  runs.push_back({cut, path.size()});
}

Candidate make_candidate(const std::vector<Step>& path, const Run& run) {
  Candidate candidate;
  candidate.first = run.first;
  candidate.last = run.last;
  candidate.depth = path[run.last - 1].depth;
  candidate.readers = path[run.last - 1].readers;
  candidate.sources = path[run.last - 1].sources;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const Step& step = path[i];
    candidate.habits |= step.habits;
    candidate.decoders &= step.decoders;
    for (std::size_t j = 0; j < step.output_length; ++j) {
      if ((step.chosen >> j & 1) != 0)
        candidate.chosen.push_back({candidate.after.size(), step.output[j], lossy_character(step.lossy)});
      base::append_utf8(candidate.after, step.output[j]);
    }
    if (step.idle) candidate.joints.push_back({i + 1, candidate.after.size()});
  }
  if (candidate.chosen.empty()) candidate.joints.clear();
  return candidate;
}

}  // namespace

Candidate part_before(const Candidate& candidate, std::size_t joint) {
  const Joint end = candidate.joints[joint];
  Candidate part = candidate;
  part.last = end.symbol;
  part.after.resize(end.offset);
  part.joints.resize(joint + 1);
  std::erase_if(part.chosen, [&](const ChosenCharacter& c) { return c.offset >= end.offset; });
  return part;
}

Candidate part_behind(const Candidate& candidate, std::size_t joint) {
  const Joint start = candidate.joints[joint];
  Candidate part = candidate;
  part.first = start.symbol;
  part.after.erase(0, start.offset);
  part.joints.erase(part.joints.begin(), part.joints.begin() + static_cast<std::ptrdiff_t>(joint) + 1);
  std::erase_if(part.chosen, [&](const ChosenCharacter& c) { return c.offset < start.offset; });
  for (Joint& j : part.joints) j.offset -= start.offset;
  for (ChosenCharacter& c : part.chosen) c.offset -= start.offset;
  return part;
}

std::vector<Candidate> find_candidates(const std::vector<Step>& parse, std::size_t cut) {
  std::vector<Candidate> candidates;
  std::vector<Run> runs = find_runs(parse);
  divide_last(runs, parse, cut);
  for (const Run& run : runs) candidates.push_back(make_candidate(parse, run));
  return candidates;
}

}  // namespace unbake::repair

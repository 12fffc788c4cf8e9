// Decisions about a text, with what always holds of them.
#ifndef UNBAKE_TESTS_PIPELINE_DECIDING_HPP_
#define UNBAKE_TESTS_PIPELINE_DECIDING_HPP_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bake/proof.hpp"
#include "detect/examples.hpp"
#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// The decisions about `text`; fails the test if they are unsorted, overlap, leave it, or if a repair is unproven or
/// less confident than asked for.
inline std::vector<Decision> decisions_of(std::string_view text, const Settings& settings = {}) {
  std::vector<Decision> decisions = decide(text, settings);
  std::size_t done = 0;
  for (const Decision& d : decisions) {
    EXPECT_GE(d.offset, done);
    EXPECT_GE(d.length, 1U);
    EXPECT_LE(d.offset + d.length, text.size());
    EXPECT_GE(d.confidence, 0);
    EXPECT_LE(d.confidence, 1);
    EXPECT_FALSE(d.path.empty());
    EXPECT_LE(d.path.size(), static_cast<std::size_t>(settings.max_layers));
    EXPECT_LE(d.structure, 0);
    for (const Choice& c : d.choices) {
      EXPECT_GT(c.length, 0U);
      EXPECT_LE(c.offset + c.length, d.after.size());
      EXPECT_FALSE(c.alternatives.empty());
    }
    done = d.offset + d.length;
    if (d.verdict != Verdict::kRepaired) continue;
    EXPECT_GE(d.confidence, settings.min_confidence);
    if (d.notation) continue;                                            // proven with what is spelled
    if (settings.lossy == Lossy::kMark && !d.choices.empty()) continue;  // a marked loss bakes to something else
    EXPECT_TRUE(baking::proves(d.after, text.substr(done, baking::kContextLength), d.path, d.profile,
                               text.substr(d.offset, d.length)));
  }
  return decisions;
}

/// `text` with the repairs among `decisions` made.
inline std::string repaired(std::string_view text, const std::vector<Decision>& decisions) {
  std::string out;
  std::size_t done = 0;
  for (const Decision& d : decisions) {
    if (d.verdict != Verdict::kRepaired) continue;
    out.append(text.substr(done, d.offset - done)).append(d.after);
    done = d.offset + d.length;
  }
  return out.append(text.substr(done));
}

inline std::string repaired(std::string_view text, const Settings& settings = {}) {
  return repaired(text, decisions_of(text, settings));
}

}  // namespace unbake::pipeline

#endif  // UNBAKE_TESTS_PIPELINE_DECIDING_HPP_

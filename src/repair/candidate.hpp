// Candidates: runs of damage with what they would become.
#ifndef UNBAKE_REPAIR_CANDIDATE_HPP_
#define UNBAKE_REPAIR_CANDIDATE_HPP_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "encoding/encoding.hpp"
#include "repair/hypothesis.hpp"

namespace unbake::repair {

/// A character that was chosen because bytes of it are lost.
struct ChosenCharacter {
  std::size_t offset;  ///< Bytes from the start of `Candidate::after`.
  char32_t value;
  LossyCharacter lossy;  ///< What is left of it.
};

/// A place within a candidate where no layer waits for bytes: it may be divided there.
struct Joint {
  std::size_t symbol;  ///< The symbol behind it, in the window.
  std::size_t offset;  ///< Bytes of `Candidate::after` before it.
};

/// A run of damage that the best parse found, with what it would become.
struct Candidate {
  std::size_t first;  ///< Index of its first symbol in the window.
  std::size_t last;   ///< Index past its last symbol.
  std::string after;  ///< UTF-8.
  int depth = 0;      ///< Layers, 1 to `kMaxDepth`.
  /// For each layer, outermost (the last misreading) first, the readers that explain it, never empty.
  std::array<ReaderSet, kMaxDepth> readers{};
  std::array<encoding::EncodingId, kMaxDepth> sources{};  ///< And what the text was encoded in.
  float language = 0;                                     ///< Log-likelihood gain of the text, in nats.
  float structure = 0;                                    ///< Cost of claiming the damage, at most 0.
  float document = 0;                                     ///< What the document says for it besides, at least 0.
  bool shares_gain = false;                               ///< Its gain is that of the candidate before it.
  std::vector<ChosenCharacter> chosen;
  std::vector<Joint> joints;           ///< In order, its end among them; none where no byte is lost.
  std::uint8_t habits = 0;             ///< How bytes were lost: bits of `LossHabit`.
  DecoderSet decoders = kAllDecoders;  ///< Those that lose bytes so.
  [[nodiscard]] float gain() const { return language + structure + document; }
};

/// The part of `candidate` before a joint of it, or behind it. Each gains what the whole does.
Candidate part_before(const Candidate& candidate, std::size_t joint);
Candidate part_behind(const Candidate& candidate, std::size_t joint);

/// The damaged runs of a parse, in order: each as long as one path explains it, and no layer waits for bytes at either
/// end. A run that reaches the end of the parse, and may go on behind it, is two: they meet at or just behind the step
/// `cut`. Their gains are not known yet.
std::vector<Candidate> find_candidates(const std::vector<Step>& parse, std::size_t cut);

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_CANDIDATE_HPP_

// Detector, repair engine and validator put together: the only place that knows all three.
#ifndef UNBAKE_PIPELINE_PIPELINE_HPP_
#define UNBAKE_PIPELINE_PIPELINE_HPP_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bake/path.hpp"
#include "bake/profile.hpp"
#include "detect/document_evidence.hpp"
#include "encoding/reader_index.hpp"
#include "notation/notation.hpp"
#include "pipeline/residue.hpp"
#include "repair/alternatives.hpp"
#include "repair/search.hpp"

namespace unbake::pipeline {

/// What becomes of a character that had to be chosen because bytes of it are lost.
enum class Lossy {
  kGuess,  ///< The likeliest is taken.
  kMark,   ///< U+FFFD where the likeliest is not likely enough.
  kLeave,  ///< Spans in which a byte was lost are not repaired.
};

struct Settings {
  double min_confidence = 0.95;
  int max_layers = repair::kMaxDepth;
  Lossy lossy = Lossy::kGuess;
  bool report = false;  ///< Also return what is not repaired, if it is likelier than not to be damage.
  encoding::ReaderSet readers = ~encoding::ReaderSet{0};      ///< Only misreadings as these are considered.
  std::optional<std::vector<baking::Layer>> only;             ///< Only these layers are undone, if there is a value,
  std::vector<baking::Layer> never;                           ///< and none of these.
  notation::NotationSet notations = notation::kAllNotations;  ///< Damage spelled in these is repaired too.
  detect::DocumentEvidence evidence;                          ///< What other documents have said.
};

enum class Verdict {
  kRepaired,
  kUnsure,         ///< Not likely enough.
  kUnproven,       ///< Does not bake back.
  kLeavesDamage,   ///< The repaired text is damaged itself, or has new control characters: the damage is deeper than is
                   ///< looked for.
  kUnrecoverable,  ///< Nothing is left to restore.
  kMentioned,      ///< The text talks about the damage: it is meant to stand there.
  kStandsAlone,    ///< Spelled, and not in text: code or a table, as far as one can tell.
};

/// A character of the repaired text that was chosen, with what else would fit.
struct Choice {
  std::size_t offset;                             ///< Bytes from the start of `Decision::after`.
  std::size_t length;                             ///< Bytes there.
  std::vector<repair::Alternative> alternatives;  ///< The chosen one first.
};

/// What was decided about a damaged span.
struct Decision {
  std::size_t offset = 0;  ///< Bytes from the start of the text.
  std::size_t length = 0;
  std::string after;                           ///< As it is to stand in the text: in `notation` if there is one.
  std::optional<notation::Notation> notation;  ///< In which characters of the span are spelled.
  baking::Path path;                           ///< Oldest layer first.
  baking::ProfileId profile{};
  float language = 0;  ///< Nats; see `unbake::ScoreParts`.
  float structure = 0;
  float document = 0;
  double confidence = 0;
  std::vector<Choice> choices;  ///< `Alternative::probability` is calibrated.
  Verdict verdict = Verdict::kUnsure;
  ResidueKind residue = ResidueKind::kNone;  ///< Of what is `kUnrecoverable`, once it is named.
};

/// The repairs of `text`, in order, and with `Settings::report` what else looks damaged. The repairs are stable:
/// deciding about the repaired text finds nothing more to repair. Linear in the length of `text`; besides the decisions
/// memory is a window, and the repaired text if there are repairs.
std::vector<Decision> decide(std::string_view text, const Settings& settings);

struct FirstLook;

/// A first look at a text, which finds what the text says to other documents, and need not be taken again to decide it,
/// unless much was found. Memory is bounded.
class Glance {
 public:
  /// `Settings::evidence` is not heard: what is repeated is no news. Linear in the length of `text`.
  Glance(std::string_view text, const Settings& settings);

  /// What the text says to other documents about how they may be damaged.
  [[nodiscard]] const detect::DocumentEvidence& evidence() const { return evidence_; }

  /// `decide` of the same text, with the same settings but for their evidence.
  [[nodiscard]] std::vector<Decision> decide(std::string_view text, const Settings& settings) const;

 private:
  /// Windows whose record is kept: of a text with more another look is taken.
  static constexpr std::size_t kMostKept = 2048;

  detect::DocumentEvidence evidence_;
  std::shared_ptr<const FirstLook> found_;  // null if it was not kept
};

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_PIPELINE_HPP_

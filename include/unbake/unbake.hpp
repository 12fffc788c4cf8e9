// unbake: repairs text that was decoded with the wrong encoding.
//
//   #include <unbake/unbake.hpp>
//
//   std::string page = ...;                        // UTF-8, damaged in places, or clean
//   unbake::Fixed fixed = unbake::fix(page);
//   if (fixed.changed()) save(fixed.text());       // else: not one byte differs, nothing was copied
//
// To see what would be done, and why, before doing it:
//
//   unbake::Plan plan = unbake::plan(page);
//   for (const unbake::Edit& e : plan.edits)
//     std::cout << e.offset << ": " << page.substr(e.offset, e.length) << " -> " << e.after
//               << " (" << e.path << ", " << e.confidence << ")\n";
//   std::string repaired = unbake::apply(page, plan).value();
//
// WORDS
// A *layer* is one wrong decoding: text encoded in A and read as B, written `A>B`, for example `utf-8>gbk`.
// A *path* is the layers, oldest first: `utf-8>windows-1252 | utf-8>windows-1252`. A *profile* says how the decoder
// of a layer fails: what it does with a byte that means nothing. *Baking* is the making of damage, forwards.
// A *notation* spells characters in ASCII: `\u00e9`, `&eacute;`, `%C3%A9`.
// An *edit* is one accepted repair of one span of bytes; a *plan* is sorted, disjoint edits.
//
// PROMISES
// Text is any bytes, expected to be mostly UTF-8; bytes that are not are carried through. Bytes outside the edits of
// a plan are never touched. Every edit is proven: baking its `after` along its `path` and `profile` gives the damaged
// span again, byte for byte; where characters are spelled, what they stand for. `fix(fix(x)) == fix(x)`. The answer
// depends on text and options only, never on machine, locale, threads or time. Time is linear in the length of the
// text.
//
// THREADS AND LIFETIMES
// Every function is pure and may be called from any number of threads at once. Everything returned is a value that
// owns its memory, but for `Fixed::text()`, whose comment says how long it lives. Functions throw nothing but
// `std::bad_alloc`.
#ifndef UNBAKE_UNBAKE_HPP_
#define UNBAKE_UNBAKE_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "unbake/evidence.hpp"
#include "unbake/export.hpp"
#include "unbake/result.hpp"

namespace UNBAKE_EXPORT unbake {

/// What to do where a byte was lost on the way and more than one character fits.
enum class Lossy {
  kGuess,  ///< Take the likeliest character; `Edit::losses` has the others.
  kMark,  ///< U+FFFD where the likeliest is not as likely as `Options::min_confidence`. Such an edit is proven with the
          ///< likeliest character in place.
  kLeave,  ///< Leave every span in which a byte was lost.
};

/// How a repair is decided. The defaults are meant for text of which nothing is known.
struct Options {
  /// An edit is made when its confidence is at least this: 0 to 1.
  double min_confidence = 0.95;
  /// The most layers of damage to undo: 1 to 5.
  int max_layers = 5;
  Lossy lossy = Lossy::kGuess;
  /// If not empty, only these layers (`utf-8>gbk`) are considered.
  std::vector<std::string> allow;
  /// Layers that are never considered.
  std::vector<std::string> deny;
  /// Damage that is spelled in these notations (`caf\u00c3\u00a9`) is repaired too; see `notations()`. `all` and `none`
  /// are names as well.
  std::vector<std::string> notations = {"all"};
  /// What other documents of the same origin say: see evidence.hpp.
  Evidence evidence;
};

/// A character that could stand where a byte was lost.
struct LossCandidate {
  std::string text;    ///< UTF-8, one character.
  double probability;  ///< Calibrated, 0 to 1, that it was written there; those of a loss sum to at most 1.
};

/// A place where a byte was lost and a character had to be chosen.
struct Loss {
  std::size_t offset;                     ///< Bytes from the start of `Edit::after`.
  std::size_t length;                     ///< Bytes of `Edit::after` that were chosen.
  std::vector<LossCandidate> candidates;  ///< The chosen one first, then the others, likeliest first.
};

/// Where the score of an edit comes from, in nats (natural-logarithm units); the parts sum to `Edit::score`.
struct ScoreParts {
  double language = 0;   ///< How much likelier the repaired text is than the damaged text, as language.
  double structure = 0;  ///< The price of the damage itself: entering a path, losing bytes. Never above 0.
  double document = 0;   ///< What the rest of the document, and `Options::evidence`, say for or against this path.
};

/// One repair: replace `length` bytes at `offset` of the text by `after`.
struct Edit {
  std::size_t offset = 0;  ///< Bytes from the start of the text.
  std::size_t length = 0;  ///< Bytes, at least 1.
  std::string after;       ///< UTF-8; spelled in `notation` if there is one.
  std::string notation;    ///< The notation in which characters of the span are spelled; empty if none is.
  std::string path;        ///< The damage undone, oldest layer first.
  std::string profile;     ///< The decoder profile with which `after` bakes to the damaged span; see `profiles()`.
  double score = 0;        ///< Log-likelihood gain of the repair, in nats.
  double confidence = 0;   ///< Calibrated probability, 0 to 1, that the text was damaged so; this decides.
  double fidelity = 0;     ///< The same that `after` is what was written; below `confidence` if bytes were lost.
  ScoreParts parts;
  std::vector<Loss> losses;  ///< Empty if nothing was lost.
};

/// Sorted, disjoint edits of one text. An empty plan changes not one byte.
struct Plan {
  std::vector<Edit> edits;
  [[nodiscard]] bool empty() const noexcept { return edits.empty(); }
};

/// The plan for `text`. Linear in its length; memory is the plan and a working window that does not grow.
/// Options out of range are clamped to it; names in `allow` and `deny` that are no layer match nothing
/// (use `check_options` to learn of either).
[[nodiscard]] Plan plan(std::string_view text, const Options& options = {});

/// `text` with the edits of `plan` made. Fails (`kBadPlan`) if the edits are unsorted, overlap or leave the text.
[[nodiscard]] Result<std::string> apply(std::string_view text, const Plan& plan);

/// The answer of `fix`: the repaired text, or the very text that was given.
class Fixed {
 public:
  /// True if at least one edit was made.
  [[nodiscard]] bool changed() const noexcept { return !plan_.empty(); }
  /// The repaired text if `changed()`, else the view that was given to `fix`, whose bytes were not copied:
  /// in that case it lives as long as they do.
  [[nodiscard]] std::string_view text() const noexcept { return changed() ? std::string_view(repaired_) : original_; }
  [[nodiscard]] const Plan& plan() const noexcept { return plan_; }

 private:
  friend Fixed fix(std::string_view text, const Options& options);
  Fixed(std::string_view original, std::string repaired, Plan plan)
      : original_(original), repaired_(std::move(repaired)), plan_(std::move(plan)) {}

  std::string_view original_;
  std::string repaired_;
  Plan plan_;
};

/// `apply(text, plan(text, options))`, without a copy if there is nothing to do.
[[nodiscard]] Fixed fix(std::string_view text, const Options& options = {});

/// What was decided about a span.
enum class Verdict {
  kRepaired,       ///< An edit of the plan.
  kUnsure,         ///< A repair was found, but its confidence is below `Options::min_confidence`.
  kUnproven,       ///< A repair was found that does not bake back to the damaged span, or that leaves damage.
  kUnrecoverable,  ///< Damage with nothing left to restore, such as U+FFFD read again; `Finding::kind` says which.
  kMentioned,      ///< The text talks about the damage instead of suffering from it; the edit says what it would be.
};

/// A span that is damaged, or looks so, with the decision about it and its reason.
struct Finding {
  Edit edit;
  Verdict verdict;
  std::string reason;  ///< One English sentence.
  /// Of `kUnrecoverable`: `replacement-character`, `replacement-read-again`, `question-marks` or `unwritten-memory`.
  /// Empty otherwise. `edit` then says where, and nothing of a repair.
  std::string kind;
};

/// Every span that is damaged, or likelier than not to be, in order: those that are not repaired included.
[[nodiscard]] std::vector<Finding> explain(std::string_view text, const Options& options = {});

/// What `text` says about how others like it were damaged: what was found that is proven or unsure, before it was known
/// what others say: `Options::evidence` is not looked at. Linear in the length of `text`, as `plan` is.
[[nodiscard]] Evidence collect_evidence(std::string_view text, const Options& options = {});

/// Makes damage: encodes and decodes `text` along `path` (`utf-8>gbk`, layers separated by ` | `, oldest first), each
/// decoder failing as `profile` says. Bytes of `text` that are not UTF-8 are an error.
[[nodiscard]] Result<std::string> bake(std::string_view text, std::string_view path,
                                       std::string_view profile = "whatwg");

/// Nothing, or what is wrong with `options`.
[[nodiscard]] Result<std::monostate> check_options(const Options& options);

/// An encoding that unbake knows.
struct EncodingInfo {
  std::string_view name;                  ///< The name of the WHATWG Encoding Standard, or unbake's own.
  std::vector<std::string_view> aliases;  ///< Other names it goes by.
  bool misreads;                          ///< True if `fix` looks for text that was wrongly read as this encoding.
};

/// A decoder, by which a profile is named, or a loss rule that may be added to one: `DECODER(+LOSS_RULE)*`. Or a
/// notation.
struct ProfileInfo {
  std::string_view name;
  std::string_view description;
};

[[nodiscard]] std::vector<EncodingInfo> encodings();      ///< All encodings, sorted by name.
[[nodiscard]] std::vector<ProfileInfo> profiles();        ///< All decoders, the common ones first.
[[nodiscard]] std::vector<ProfileInfo> loss_rules();      ///< All loss rules, in the order in which they are applied.
[[nodiscard]] std::vector<ProfileInfo> notations();       ///< All notations; see `Edit::notation`.
[[nodiscard]] std::vector<std::string> paths();           ///< All single layers that `fix` undoes, likeliest first.
[[nodiscard]] std::vector<std::string_view> languages();  ///< The languages the model was trained on, sorted.
[[nodiscard]] std::string_view version();                 ///< `MAJOR.MINOR.PATCH`.

}  // namespace unbake

#endif  // UNBAKE_UNBAKE_HPP_

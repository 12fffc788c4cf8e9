// From the gain of a repair to the probability that it is right.
#ifndef UNBAKE_VALIDATE_CONFIDENCE_HPP_
#define UNBAKE_VALIDATE_CONFIDENCE_HPP_

#include <span>

namespace unbake::validate {

/// The calibrated probability, 0 to 1, that a repair with a log-likelihood gain of `gain` nats is right.
/// Monotone in `gain`. docs/model.md has the measurement that it was fitted to.
double confidence(double gain);

/// The calibrated probability, 0 to 1, that a character that was chosen where a byte is lost is the one that was
/// written; `share` is its probability among those that fit, as the language model tells from the characters beside it.
/// Monotone in `share`: what stands around it says less than the model believes, which knows no words.
double choice_probability(double share);

/// The calibrated probability, 0 to 1, that a repair of `confidence` is what was written, character by character:
/// `choices` are the `choice_probability` of each that was chosen. `confidence` if there are none, else below it.
double fidelity(double confidence, std::span<const double> choices);

}  // namespace unbake::validate

#endif  // UNBAKE_VALIDATE_CONFIDENCE_HPP_

// From the gain of a repair to the probability that it is right.
#ifndef UNBAKE_VALIDATE_CONFIDENCE_HPP_
#define UNBAKE_VALIDATE_CONFIDENCE_HPP_

namespace unbake::validate {

/// The calibrated probability, 0 to 1, that a repair with a log-likelihood gain of `gain` nats is right.
/// Monotone in `gain`. docs/model.md has the measurement that it was fitted to.
double confidence(double gain);

}  // namespace unbake::validate

#endif  // UNBAKE_VALIDATE_CONFIDENCE_HPP_

#include "validate/confidence.hpp"

#include <algorithm>
#include <cmath>

#include "generated/loss_calibration.hpp"

namespace unbake::validate {
namespace {

// A logistic curve: even odds at `kEvenGain`, and e times better odds for every `kScale` nats more.
constexpr double kEvenGain = 3.5;
constexpr double kScale = 2.2;

// Shares nearer to 0 and 1 than this were not measured.
constexpr double kLeastShare = 1e-7;

double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

}  // namespace

double confidence(double gain) { return logistic((gain - kEvenGain) / kScale); }

double choice_probability(double share) {
  const double bounded = std::clamp(share, kLeastShare, 1 - kLeastShare);
  return logistic(kChoiceIntercept + kChoiceSlope * std::log(bounded / (1 - bounded)));
}

double fidelity(double confidence, std::span<const double> choices) {
  double cost = 0;  // in nats, if the choices were independent
  double least = 1;
  for (const double probability : choices) {
    least = std::min(least, probability);
    cost -= std::log(std::max(probability, kLeastShare));
  }
  if (cost <= 0) return confidence;
  // All of them are right less often than any one is.
  return confidence * std::min(least, logistic(kFidelityIntercept + kFidelitySlope * std::log(cost)));
}

}  // namespace unbake::validate

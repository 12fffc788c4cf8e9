#include "validate/confidence.hpp"

#include <cmath>

namespace unbake::validate {
namespace {

// A logistic curve: even odds at `kEvenGain`, and e times better odds for every `kScale` nats more.
constexpr double kEvenGain = 3.5;
constexpr double kScale = 2.2;

}  // namespace

double confidence(double gain) { return 1 / (1 + std::exp(-(gain - kEvenGain) / kScale)); }

}  // namespace unbake::validate

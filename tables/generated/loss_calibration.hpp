// Made by `./dev eval --fit-losses --write FILE`; do not edit.
#ifndef UNBAKE_TABLES_GENERATED_LOSS_CALIBRATION_HPP_
#define UNBAKE_TABLES_GENERATED_LOSS_CALIBRATION_HPP_

namespace unbake::validate {

// Log-odds of a chosen character, from the log-odds of its share; of a repair, from the logarithm of its losses' cost.
inline constexpr double kChoiceIntercept = 0.21351;
inline constexpr double kChoiceSlope = 0.18474;
inline constexpr double kFidelityIntercept = -0.25171;
inline constexpr double kFidelitySlope = -1.45901;

}  // namespace unbake::validate

#endif  // UNBAKE_TABLES_GENERATED_LOSS_CALIBRATION_HPP_

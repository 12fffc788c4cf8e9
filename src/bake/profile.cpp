#include "bake/profile.hpp"

#include <array>

#include "bake/closest_name.hpp"

namespace unbake::baking {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

template <typename Row>
Result<std::size_t> find_row(std::span<const Row> rows, std::string_view name, std::string_view kind) {
  ClosestName closest(name);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].name == name) return i;
    closest.offer(rows[i].name);
  }
  return Error{Error::Code::kUnknownProfile, "unknown " + std::string(kind) + " '" + std::string(name) + "'" +
                                                 closest.suggestion() + "; 'unbake list profiles' names them all"};
}

}  // namespace

Result<ProfileId> parse_profile(std::string_view spelled) {
  const std::size_t name_end = std::min(spelled.find('+'), spelled.size());
  const Result<std::size_t> decoder =
      find_row(std::span<const Decoder>(decoders()), trim(spelled.substr(0, name_end)), "profile");
  if (!decoder) return decoder.error();
  unsigned rules = 0;
  for (std::size_t begin = name_end + 1; begin <= spelled.size();) {
    const std::size_t end = std::min(spelled.find('+', begin), spelled.size());
    const Result<std::size_t> rule = find_row(loss_rules(), trim(spelled.substr(begin, end - begin)), "loss rule");
    if (!rule) return rule.error();
    rules |= 1U << *rule;
    begin = end + 1;
  }
  return ProfileId{static_cast<std::uint8_t>(*decoder), static_cast<RuleSet>(rules)};
}

std::string to_string(ProfileId profile) {
  std::string spelled(decoders()[profile.decoder].name);
  for (std::size_t i = 0; i < loss_rules().size(); ++i) {
    if ((profile.rules >> i & 1) == 0) continue;
    spelled += '+';
    spelled += loss_rules()[i].name;
  }
  return spelled;
}

std::span<const ProfileId> proof_order() {
  // The table of decoders is in this order already.
  static constexpr auto kOrder = [] {
    std::array<ProfileId, kDecoderCount> order{};
    for (std::size_t i = 0; i < order.size(); ++i) order[i].decoder = static_cast<std::uint8_t>(i);
    return order;
  }();
  return kOrder;
}

}  // namespace unbake::baking

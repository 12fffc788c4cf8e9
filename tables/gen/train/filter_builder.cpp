#include "train/filter_builder.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "model/word_parts_format.hpp"

namespace unbake::train {
namespace {

model::FilterShape choose_shape(std::size_t keys, std::uint64_t seed) {
  const double n = static_cast<double>(std::max<std::size_t>(keys, 16));
  // Segment length and size factor of the paper, for three slots a key.
  const int bits = std::clamp(static_cast<int>(std::floor(std::log(n) / std::log(3.33) + 2.25)), 2, 18);
  const std::uint32_t length = 1U << bits;
  const double factor = std::max(1.125, 0.875 + 0.25 * std::log(1e6) / std::log(n));
  const auto capacity = static_cast<std::uint32_t>(std::ceil(n * factor));
  const std::uint32_t segments =
      std::max(1U, (capacity + length - 1) / length - std::min(2U, (capacity + length - 1) / length - 1));
  return {seed, length, segments * length};
}

// Peels the hypergraph of keys: keys in the order in which each owns a slot that no later one needs; nothing if stuck.
struct Peeled {
  std::uint32_t entry;
  std::uint32_t slot;
};

std::optional<std::vector<Peeled>> peel(const std::vector<model::FilterPlace>& places, std::size_t slot_count) {
  std::vector<std::uint32_t> degree(slot_count, 0);
  std::vector<std::uint32_t> owners(slot_count, 0);  // exclusive or of the entries at a slot
  for (std::uint32_t e = 0; e < places.size(); ++e) {
    for (const std::uint32_t s : places[e].slots) {
      ++degree[s];
      owners[s] ^= e;
    }
  }
  std::vector<std::uint32_t> single;
  for (std::uint32_t s = 0; s < slot_count; ++s) {
    if (degree[s] == 1) single.push_back(s);
  }
  std::vector<Peeled> order;
  order.reserve(places.size());
  while (!single.empty()) {
    const std::uint32_t s = single.back();
    single.pop_back();
    if (degree[s] != 1) continue;
    const std::uint32_t e = owners[s];
    order.push_back({e, s});
    for (const std::uint32_t t : places[e].slots) {
      owners[t] ^= e;
      if (--degree[t] == 1) single.push_back(t);
    }
  }
  if (order.size() != places.size()) return std::nullopt;
  return order;
}

// Fills slots so that those of each entry together give `word_of` its place and its number.
template <typename Word, typename KeyOf, typename WordOf>
model::FilterShape fill(std::size_t entries, std::vector<Word>& slots, KeyOf key_of, WordOf word_of) {
  for (std::uint64_t seed = 1;; ++seed) {
    const model::FilterShape shape = choose_shape(entries, seed);
    std::vector<model::FilterPlace> places;
    places.reserve(entries);
    for (std::size_t i = 0; i < entries; ++i) places.push_back(model::filter_place(shape, key_of(i)));
    const std::optional<std::vector<Peeled>> order = peel(places, shape.slot_count());
    if (!order) continue;
    slots.assign(shape.slot_count(), 0);
    for (auto it = order->rbegin(); it != order->rend(); ++it) {
      const model::FilterPlace& place = places[it->entry];
      Word word = word_of(place, it->entry);
      for (const std::uint32_t s : place.slots) {
        if (s != it->slot) word = static_cast<Word>(word ^ slots[s]);
      }
      slots[it->slot] = word;
    }
    return shape;
  }
}

}  // namespace

Filter build_filter(const std::vector<FilterEntry>& entries) {
  Filter filter;
  filter.shape = fill(
      entries.size(), filter.slots, [&](std::size_t i) { return entries[i].key; },
      [&](const model::FilterPlace& place, std::size_t i) {
        return static_cast<std::uint16_t>(place.fingerprint | entries[i].value);
      });
  return filter;
}

KeyFilter build_key_filter(const std::vector<std::uint64_t>& keys) {
  KeyFilter filter;
  filter.shape = fill(
      keys.size(), filter.slots, [&](std::size_t i) { return keys[i]; },
      [](const model::FilterPlace& place, std::size_t) { return model::word_part_print(place); });
  return filter;
}

}  // namespace unbake::train

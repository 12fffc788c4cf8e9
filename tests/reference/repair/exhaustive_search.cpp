#include "reference/repair/exhaustive_search.hpp"

#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace unbake::reference {
namespace {

using repair::Hypothesis;

// All that the future of a hypothesis depends on; if a certain text is wanted, also how much of it there is.
using State = std::tuple<char32_t, char32_t, std::uint8_t, bool, std::uint8_t, std::vector<std::uint64_t>, std::size_t>;

State state_of(const Hypothesis& h, std::size_t of_wanted) {
  // Parts of words look back two characters more, where some of them were chosen.
  std::vector<std::uint64_t> layers{h.chosen_lately};
  if (h.chosen_lately != 0) layers.insert(layers.end(), h.earlier.begin(), h.earlier.end());
  for (std::size_t k = 0; k < h.step.depth; ++k) {
    const repair::LayerState& layer = h.layers[k];
    layers.push_back(layer.readers);
    layers.push_back(static_cast<std::uint64_t>(layer.source));
    layers.push_back(layer.pending_length);
    for (std::size_t i = 0; i < layer.pending_length; ++i) layers.push_back(layer.pending[i]);
  }
  return {h.before_last, h.last, h.quotes.key(), h.established, h.step.depth, std::move(layers), of_wanted};
}

struct Node {
  Hypothesis hypothesis;
  std::u32string text;
};

}  // namespace

std::optional<Parse> ExhaustiveSearch::run(const std::u32string_view* wanted, std::span<const base::Symbol> window,
                                           std::span<const encoding::Conversion> conversions) {
  expander_.offer(conversions, {});
  expander_.look_at(window, {});
  expander_.keep_all();
  std::map<State, Node> nodes;
  nodes.emplace(state_of(Hypothesis{}, 0), Node{});
  std::vector<Hypothesis> out;
  for (std::size_t i = 0; i < window.size(); ++i) {
    expander_.go_to(i);
    std::map<State, Node> next;
    for (auto& [state, node] : nodes) {
      const std::uint8_t depth = node.hypothesis.step.depth;
      node.hypothesis.step = {};
      node.hypothesis.step.depth = depth;
      out.clear();
      expander_.expand(node.hypothesis, expander_.bytes_of(0, window[i].value), true, 0, out);
      for (const Hypothesis& h : out) {
        std::u32string text =
            node.text + std::u32string(h.step.output.begin(), h.step.output.begin() + h.step.output_length);
        if (wanted != nullptr && wanted->substr(0, text.size()) != text) continue;
        const auto [it, is_new] = next.try_emplace(state_of(h, wanted == nullptr ? 0 : text.size()), Node{h, text});
        if (!is_new && h.score > it->second.hypothesis.score) it->second = {h, std::move(text)};
      }
    }
    nodes = std::move(next);
  }
  std::optional<Parse> best;
  for (const auto& [state, node] : nodes) {
    if (!node.hypothesis.is_idle() || (wanted != nullptr && node.text != *wanted)) continue;
    if (!best || node.hypothesis.score > best->score) best = Parse{node.hypothesis.score, node.text};
  }
  return best;
}

Parse ExhaustiveSearch::best(std::span<const base::Symbol> window, std::span<const encoding::Conversion> conversions) {
  return run(nullptr, window, conversions).value();  // there always is one: the text as it stands
}

std::optional<Parse> ExhaustiveSearch::best_giving(std::u32string_view text, std::span<const base::Symbol> window,
                                                   std::span<const encoding::Conversion> conversions) {
  return run(&text, window, conversions);
}

}  // namespace unbake::reference

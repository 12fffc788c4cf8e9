#include "pipeline/deepest_layer.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "bake/proof.hpp"
#include "base/utf8.hpp"
#include "encoding/encoding.hpp"
#include "model/language_memory.hpp"
#include "pipeline/single_letter.hpp"
#include "repair/path_costs.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

// As in the weighing of passages: the share of what the others gain that speaks for one.
constexpr float kShareOfOthers = 0.5F;

// What was damaged once was so again more often than text is damaged at all: the price is less by this, in nats.
constexpr float kAgain = 2.0F;

// The last layer of a repair: the text that it is when that layer is left, and what undoing it gains, in nats.
struct LastLayer {
  Decision* decision;
  std::string shallower;
  float language;
  float price;
  float others = 0;  // what the last layers of other repairs on the same path gain
};

bool is_before(const LastLayer& x, const LastLayer& y) {
  const auto key = [](const baking::Layer& l) { return std::pair(l.from, l.read_as); };
  const baking::Path& a = x.decision->path;
  const baking::Path& b = y.decision->path;
  const auto less = [&](const baking::Layer& l, const baking::Layer& m) { return key(l) < key(m); };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less);
}

encoding::ReaderSet bit_of(const baking::Layer& layer) {
  return encoding::ReaderSet{1} << encoding::get(layer.read_as).reader_bit;
}
bool is_utf8(const baking::Layer& layer) { return layer.from == encoding::EncodingId::kUtf8; }

class LastLayers {
 public:
  LastLayers(std::string_view text, double min_confidence)
      : text_(text), min_confidence_(min_confidence), language_(model::Model::builtin()) {}

  // Whether any repair was made shallower; it may be so again.
  bool leave_doubtful(std::vector<Decision>& decisions) {
    layers_.clear();
    for (Decision& d : decisions) {
      if (std::optional<LastLayer> layer = last_layer(d)) layers_.push_back(*std::move(layer));
    }
    std::stable_sort(layers_.begin(), layers_.end(), is_before);
    add_up_others();
    bool has_changed = false;
    for (LastLayer& layer : layers_) {
      const float gain = layer.language - layer.price + kShareOfOthers * layer.others;
      if (validate::confidence(gain) < min_confidence_) has_changed = leave(layer) || has_changed;
    }
    return has_changed;
  }

 private:
  std::optional<LastLayer> last_layer(Decision& d) {
    const bool is_layered = d.verdict == Verdict::kRepaired && d.path.size() > 1 && !d.notation && d.choices.empty();
    if (!is_layered || !std::all_of(d.path.begin(), d.path.end(), is_utf8)) return std::nullopt;
    const baking::ProfileId lossless{d.profile.decoder, 0};
    if (!baking::bake_into(d.after, std::span(d.path).first(1), lossless, bake_)) return std::nullopt;
    const float price =
        std::min(costs_.cost_of(bit_of(d.path[0])), costs_.cost_of_deeper(bit_of(d.path[0]), bit_of(d.path[1]))) -
        kAgain;
    const float setting =
        gain_by_setting({text_.substr(0, d.offset), bake_.text, text_.substr(d.offset + d.length), d.after});
    const float language = likelihood(d, d.after) - likelihood(d, bake_.text) + setting;
    return LastLayer{&d, bake_.text, language, price + costs_.damage.stay * static_cast<float>(length(d.after) - 1)};
  }

  static std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }

  // log P of `piece` in the place of what is repaired, with the two characters behind it.
  float likelihood(const Decision& d, std::string_view piece) {
    constexpr std::size_t kContextBytes = 8;
    const std::size_t begin = d.offset - std::min(d.offset, kContextBytes);
    line_.assign(text_.substr(begin, d.offset - begin));
    const std::size_t first = line_.size();
    line_ += piece;
    const std::size_t last = line_.size();
    line_ += text_.substr(std::min(d.offset + d.length, text_.size()), kContextBytes);
    std::pair<char32_t, char32_t> before{U'\n', U'\n'};
    float sum = 0;
    int behind = 0;
    for (std::size_t i = 0; i < line_.size() && behind < 2;) {
      const base::CodePoint c = base::decode_utf8(line_, i);
      if (i >= first) sum += language_.log_probability(before.first, before.second, c.value);
      behind += i >= last ? 1 : 0;
      before = {before.second, c.value};
      i += c.length;
    }
    return sum;
  }

  void add_up_others() {
    for (auto path = layers_.begin(); path != layers_.end();) {
      const auto is_other_path = [&](const LastLayer& l) { return l.decision->path != path->decision->path; };
      const auto end = std::find_if(path, layers_.end(), is_other_path);
      float sum = 0;
      for (auto l = path; l != end; ++l) sum += std::max(0.0F, l->language);
      for (; path != end; ++path) path->others = sum - std::max(0.0F, path->language);
    }
  }

  bool leave(LastLayer& layer) {
    Decision& d = *layer.decision;
    const baking::Path path(d.path.begin() + 1, d.path.end());
    const auto proof = baking::find_proof(layer.shallower, text_.substr(d.offset + d.length, baking::kContextLength),
                                          path, text_.substr(d.offset, d.length), d.profile, proof_);
    if (!proof) return false;
    d.profile = *proof;
    d.path = path;
    d.after = std::move(layer.shallower);
    d.language -= layer.language;
    d.structure += layer.price;
    d.confidence = validate::confidence(d.language + d.structure + d.document);
    return true;
  }

  std::string_view text_;
  double min_confidence_;
  repair::PathCosts costs_;
  model::LanguageMemory language_;
  baking::BakeBuffers bake_;
  baking::ProofBuffers proof_;
  std::string line_;
  std::vector<LastLayer> layers_;
};

}  // namespace

void leave_doubtful_layers(std::string_view text, double min_confidence, std::vector<Decision>& decisions) {
  const bool is_layered = std::any_of(decisions.begin(), decisions.end(), [](const Decision& d) {
    return d.verdict == Verdict::kRepaired && d.path.size() > 1;
  });
  if (!is_layered) return;
  LastLayers layers(text, min_confidence);
  for (int k = 1; k < repair::kMaxDepth && layers.leave_doubtful(decisions); ++k) {
  }
}

}  // namespace unbake::pipeline

#include "decode/decode.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "decode/declaration.hpp"
#include "decode/evidence.hpp"
#include "decode/signs.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;
using encoding::Family;

constexpr std::size_t kEvidence = 8192;
// Bytes that are surely part of the evidence that was weighed.
constexpr std::size_t kLooked = 1024;
// Fewer bytes are looked at as a whole.
constexpr std::size_t kShort = 512;
constexpr std::size_t kPlaces = 6;
constexpr std::size_t kLater = 256;
// Another encoding must be so much likelier in a later place, in nats, for the text to be looked at line by line.
constexpr float kDoubt = 20.0F;
// Only encodings as common as this are tried there.
constexpr float kCommon = 2.0F;
// Scores count every character as if it stood alone, and are three times too sure (kScale); so hints weigh three times
// what they are worth. One declaration in a hundred is wrong; a language or a country is a weaker hint.
constexpr float kDeclared = 14.0F;
constexpr float kUsual = 4.0F;
constexpr float kMarked = 40.0F;
// Most texts of one place are in one encoding; and so is nearly all of one text.
constexpr float kNeighbour = 8.0F;
constexpr float kPrevious = 24.0F;
// A hint is contradicted if the text is so much likelier otherwise.
constexpr float kContradicted = 20.0F;
// UTF-8 with few characters beyond ASCII may be legacy text by chance; with more it is not.
constexpr std::size_t kFew = 2;
constexpr float kSound = 12.0F;
// Pages so close, in nats, are compared again in words where they differ.
constexpr float kRival = 30.0F;
constexpr std::size_t kWords = 24;
// Evidence of fewer bytes is a word or two; what is rare is so much rarer then.
constexpr std::size_t kHardlyAny = 24;
constexpr float kRarer = 3.0F;
// One nat of the score is worth this much in the confidence: characters of a text are not independent.
constexpr float kScale = 3.0F;
// Alternatives that are less likely are not named.
constexpr double kWorthNaming = 0.001;
// A character of text costs less than this on average, in nats; what has more in UTF-16 is not text.
constexpr float kMostPerCharacter = 8.5F;

Bytes bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

bool is_wide(EncodingId id) {
  const Family family = encoding::get(id).family;
  return family == Family::kUtf16 || family == Family::kUtf32;
}

// Whether a character of UTF-8 beyond ASCII is among the bytes.
bool has_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const base::CodePoint c = base::decode_utf8(bytes, at);
    if (!base::is_raw_byte(c.value)) return true;
    at += c.length;
  }
  return false;
}

// Whether nearly all that is beyond ASCII is UTF-8, and much is: no other text looks like that.
bool is_utf8_with_strays(std::string_view bytes) {
  constexpr std::size_t kMany = 48;
  constexpr std::size_t kHardlyAnyBad = 16;  // one in so many
  std::size_t characters = 0;
  std::size_t bad = 0;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const base::CodePoint c = base::decode_utf8(bytes, at);
    ++(base::is_raw_byte(c.value) ? bad : characters);
    at += c.length;
  }
  return characters >= kMany && bad * kHardlyAnyBad <= characters;
}

bool looks_like_markup(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos ||
         head.find("<meta") != std::string::npos;
}

// The encoding of most bytes.
EncodingId most_of(const std::vector<Piece>& pieces) {
  std::array<std::size_t, encoding::kEncodingCount> bytes{};
  EncodingId most = pieces.front().id;
  for (const Piece& piece : pieces) {
    bytes[static_cast<std::size_t>(piece.id)] += piece.length;
    if (bytes[static_cast<std::size_t>(piece.id)] > bytes[static_cast<std::size_t>(most)]) most = piece.id;
  }
  return most;
}

class Decoding {
 public:
  Decoding(std::string_view bytes, const Hints& hints) : bytes_(bytes), hints_(hints) {}

  Decoded run() {
    if (bytes_.empty()) return std::move(result_);
    collect_votes();
    decide();
    settle_votes();
    return std::move(result_);
  }

 private:
  void vote(Source source, std::optional<EncodingId> id, float weight) {
    if (!id) return;
    result_.votes.push_back({source, *id, false, false});
    raise(*id, weight);
  }

  void raise(EncodingId id, float weight) {
    const auto known = std::find_if(among_.begin(), among_.end(), [id](const Candidate& c) { return c.id == id; });
    if (known != among_.end()) {
      known->rarity = std::min(known->rarity, 0.0F) - weight;
    } else if (encoding::get(id).family != Family::kStateful) {
      among_.push_back({id, -weight});  // what another has as a whole is not among them: gbk
    }
  }

  void collect_votes() {
    among_.assign(candidates().begin(), candidates().end());
    vote(Source::kHttp, hints_.http_charset.empty() ? std::nullopt : encoding_of_header(hints_.http_charset),
         kDeclared);
    if (hints_.is_html || looks_like_markup(bytes_)) vote(Source::kMeta, encoding_of_meta(bytes_), kDeclared);
    if (!hints_.is_continued) vote(Source::kXml, encoding_of_xml(bytes_), kDeclared);
    if (hints_.neighbour) raise(*hints_.neighbour, kNeighbour);
    if (hints_.previous) raise(*hints_.previous, kPrevious);
    for (const EncodingId id : usual_encodings(hints_.language)) raise_usual(id);
    for (const EncodingId id : usual_encodings_of_domain(hints_.domain)) raise_usual(id);
  }

  void raise_usual(EncodingId id) {
    for (Candidate& c : among_) {
      if (c.id == id) c.rarity -= kUsual;
    }
  }

  void decide() {
    if (hints_.forced) return force(*hints_.forced);
    if (is_continued_escape()) return take(*hints_.previous, 1);
    const bool is_binary = !hints_.is_continued && looks_binary(bytes_);
    if (by_mark() || by_width(is_binary)) return;
    if (is_binary) {
      result_ = {};
      result_.is_binary = true;
      return;
    }
    if (const auto escaped = escaped_encoding(bytes_, score_)) return take(*escaped, 0.99);
    is_sound_ = base::find_invalid_utf8(bytes_) == bytes_.size();
    if (is_sound_ && is_surely_utf8()) return take(EncodingId::kUtf8, 1);
    by_language();
  }

  // A mark of that very encoding is none of the text.
  void force(EncodingId id) {
    const auto mark = hints_.is_continued ? std::nullopt : byte_order_mark(bytes_);
    if (mark && mark->id == id) skipped_ = mark->length;
    take(id, 1);
  }

  // Text in an encoding with escapes, or in a wide one, is not looked at anew: its lines may be too short to tell.
  bool is_continued_escape() const {
    if (!hints_.previous) return false;
    if (is_wide(*hints_.previous)) return true;
    return encoding::get(*hints_.previous).family == Family::kStateful && skip_ascii(bytes_, 0) == bytes_.size();
  }

  bool by_mark() {
    const auto mark = hints_.is_continued ? std::nullopt : byte_order_mark(bytes_);
    if (!mark) return false;
    result_.votes.insert(result_.votes.begin(), Vote{Source::kByteOrderMark, mark->id, false, false});
    if (mark->id == EncodingId::kUtf8) {
      skipped_ = mark->length;
      raise(mark->id, kMarked);
      return false;
    }
    // The mark of UTF-16 is two letters of legacy text, too.
    if (!reads_well(mark->id, bytes_.substr(mark->length))) return false;
    skipped_ = mark->length;
    take(mark->id, 1);
    return true;
  }

  bool reads_well(EncodingId id, std::string_view bytes) {
    std::vector<char32_t> text;
    read_as(id, bytes_of(bytes.substr(0, 4096)), true, text);
    return text.empty() || score_(text) > -kMostPerCharacter * static_cast<float>(text.size());
  }

  // UTF-16 and UTF-32 of most scripts have bytes of zero, and of the others what looks like controls.
  bool by_width(bool is_binary) {
    const std::string_view head = bytes_.substr(0, 4096);
    if ((head.find('\0') == std::string_view::npos && !is_binary) || bytes_.size() < 2) return false;
    std::vector<Candidate> wide;
    for (const Candidate& c : among_) {
      if (is_wide(c.id) || c.id == EncodingId::kUtf8 || c.id == EncodingId::kWindows1252) wide.push_back(c);
    }
    const auto ranked = identify(bytes_of(head), wide, score_, 2);
    if (!is_wide(ranked.front().id) || !reads_well(ranked.front().id, head)) return false;
    take(ranked.front().id, 0.99);
    return true;
  }

  bool is_surely_utf8() const {
    std::size_t characters = 0;
    for (std::size_t at = skip_ascii(bytes_, 0); at < bytes_.size(); at = skip_ascii(bytes_, at)) {
      if (++characters > kFew) return true;
      at += base::decode_utf8(bytes_, at).length;
    }
    return characters == 0;
  }

  void by_language() {
    if (is_sound_) raise(EncodingId::kUtf8, kSound);
    const std::string evidence = evidence_from(bytes_, skipped_, kEvidence);
    const std::vector<Candidate> all = among_;
    if (!has_utf8(evidence)) {
      const auto is_utf8 = [](const Candidate& c) { return c.id == EncodingId::kUtf8; };
      among_.erase(std::remove_if(among_.begin(), among_.end(), is_utf8), among_.end());
    }
    weigh_rarity(evidence.size());
    if (is_utf8_with_strays(evidence)) {
      ranked_ = {{EncodingId::kUtf8, 0}};
    } else {
      ranked_ = identify(bytes_of(evidence), among_, score_, 8);
      compare_where_they_differ();
    }
    const EncodingId best = ranked_.front().id;
    const double confidence = weigh_alternatives(evidence);
    const bool may_be_mixed =
        !is_sound_ && !is_wide(best) && (best == EncodingId::kUtf8 || has_sound_line(bytes_) || is_doubted());
    if (!may_be_mixed) return take(best, confidence);
    take_pieces(split(bytes_.substr(skipped_), all, score_), confidence);
  }

  // Of a word or two it counts more which encodings are common.
  void weigh_rarity(std::size_t evidence) {
    if (evidence >= kHardlyAny) return;
    for (Candidate& c : among_) {
      if (c.rarity > 0) c.rarity *= kRarer;
    }
  }

  // Pages that are nearly the same may differ in a letter that the evidence does not have.
  void compare_where_they_differ() {
    const auto is_rival = [&](const Ranked& r) {
      return encoding::get(r.id).family == Family::kSingleByte && r.score > ranked_.front().score - kRival;
    };
    std::vector<Ranked*> rivals;
    for (Ranked& r : ranked_) {
      if (is_rival(r)) rivals.push_back(&r);
    }
    if (rivals.size() < 2 || rivals.front() != &ranked_.front()) return;
    std::array<bool, 256> differs{};
    for (unsigned i = 0x80; i < 0x100; ++i) {
      const auto byte = static_cast<std::uint8_t>(i);
      const auto character = encoding::decode_step(rivals.front()->id, {&byte, 1}).code_points[0];
      for (const Ranked* r : rivals)
        differs[i] = differs[i] || encoding::decode_step(r->id, {&byte, 1}).code_points[0] != character;
    }
    const std::string words = words_with(bytes_.substr(std::min(skipped_ + kLooked, bytes_.size())), differs, kWords);
    // Only what they differ by counts: encodings that are no rivals are not asked.
    std::vector<float> scores;
    std::vector<char32_t> text;
    for (const Ranked* r : rivals) {
      text.clear();
      read_as(r->id, bytes_of(words), false, text);
      scores.push_back(score_(text));
    }
    const float most = *std::max_element(scores.begin(), scores.end());
    for (std::size_t i = 0; i < rivals.size(); ++i) rivals[i]->score += scores[i] - most;
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [](const Ranked& x, const Ranked& y) { return x.score > y.score; });
  }

  bool is_doubted() {
    if (bytes_.size() < kShort) return false;
    std::vector<Candidate> common;
    for (const Candidate& c : among_) {
      if (c.rarity <= kCommon || c.id == ranked_.front().id) common.push_back(c);
    }
    for (const std::string& evidence : later_evidence(bytes_, kPlaces, kLater)) {
      const auto ranked = identify(bytes_of(evidence), common, score_, common.size());
      const auto first =
          std::find_if(ranked.begin(), ranked.end(), [&](const Ranked& r) { return r.id == ranked_.front().id; });
      if (first == ranked.end() || first->score < ranked.front().score - kDoubt) return true;
    }
    return false;
  }

  // The confidence of the best encoding; those that read the evidence otherwise are the alternatives.
  double weigh_alternatives(std::string_view evidence) {
    std::vector<char32_t> best;
    std::vector<char32_t> other;
    read_as(ranked_.front().id, bytes_of(evidence), true, best);
    double sum = 1;
    for (const Ranked& r : ranked_) {
      other.clear();
      read_as(r.id, bytes_of(evidence), true, other);
      if (other == best) continue;
      const double odds = std::exp((r.score - ranked_.front().score) / kScale);
      sum += odds;
      result_.alternatives.push_back({r.id, odds});
    }
    for (Guess& guess : result_.alternatives) guess.confidence /= sum;
    const auto hardly = [](const Guess& guess) { return guess.confidence < kWorthNaming; };
    result_.alternatives.erase(std::remove_if(result_.alternatives.begin(), result_.alternatives.end(), hardly),
                               result_.alternatives.end());
    return 1 / sum;
  }

  void take(EncodingId id, double confidence) { take_pieces({{0, bytes_.size() - skipped_, id}}, confidence); }

  void take_pieces(std::vector<Piece> pieces, double confidence) {
    std::vector<EncodingId> usual;
    std::vector<BadBytes> bad;
    result_.id = most_of(pieces);
    for (Piece& piece : pieces) {
      piece.offset += skipped_;
      usual.push_back(piece.id);
      const std::string_view bytes = bytes_.substr(piece.offset, piece.length);
      if (is_sound_ && piece.id == EncodingId::kUtf8) {
        result_.text.append(bytes);
      } else {
        convert(piece.id, bytes, piece.offset, result_.text, bad);
      }
    }
    result_.confidence = confidence;
    result_.pieces = std::move(pieces);
    read_strays(bad, usual);
  }

  // Bad bytes in UTF-8 may be of another encoding; elsewhere nothing is known of them.
  void read_strays(const std::vector<BadBytes>& bad, const std::vector<EncodingId>& usual) {
    if (bad.empty()) return;
    const bool has_utf8 = std::find(usual.begin(), usual.end(), EncodingId::kUtf8) != usual.end();
    if (has_utf8 && !hints_.forced) {
      result_.strays = repair_strays(bytes_, bad, score_, usual, result_.text);
      return;
    }
    for (const BadBytes& b : bad) result_.strays.push_back({b, {}, "\xEF\xBF\xBD"});
  }

  void settle_votes() {
    const float best = ranked_.empty() ? 0 : ranked_.front().score;
    for (Vote& vote : result_.votes) {
      vote.agrees = vote.id == result_.id || reads_the_same(vote.id);
      if (vote.agrees) continue;
      const auto ranked =
          std::find_if(ranked_.begin(), ranked_.end(), [&](const Ranked& r) { return r.id == vote.id; });
      vote.contradicted = ranked == ranked_.end() || ranked->score < best - kContradicted;
    }
  }

  // Whether the text is the same in that encoding, too: ASCII is in most, and a page of Windows has that of ISO.
  bool reads_the_same(EncodingId id) const {
    if (result_.is_binary || result_.pieces.size() != 1 || !result_.strays.empty()) return false;
    const std::string_view bytes = bytes_.substr(skipped_);
    std::vector<BadBytes> bad;
    // A look at the head tells most that differ. What is cut at its end is left out.
    constexpr std::size_t kSome = 4096;
    constexpr std::size_t kCut = 16;
    std::string text;
    convert(id, bytes.substr(0, kSome), 0, text, bad);
    if (bytes.size() > kSome) {
      text.resize(text.size() - std::min(kCut, text.size()));
      if (!result_.text.starts_with(text)) return false;
      text.clear();
      bad.clear();
      convert(id, bytes, 0, text, bad);
    }
    return bad.empty() && text == result_.text;
  }

  std::string_view bytes_;
  const Hints& hints_;
  TextScore score_{model::Model::builtin(), model::LatinLanguages::builtin()};
  std::vector<Candidate> among_;
  std::vector<Ranked> ranked_;
  bool is_sound_ = false;    // known to be UTF-8 throughout
  std::size_t skipped_ = 0;  // bytes of the byte order mark
  Decoded result_;
};

}  // namespace

Decoded decode(std::string_view bytes, const Hints& hints) { return Decoding(bytes, hints).run(); }

}  // namespace unbake::decoding

#include "unbake/decode_stream.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "api/decoded.hpp"
#include "decode/sections.hpp"
#include "unbake/sections.hpp"

namespace unbake {
namespace {

// Bytes in one encoding, all sections together.
struct Share {
  std::string_view encoding;
  std::uint64_t bytes;
};

// Adds `vote` to those of the sections before.
void merge(EncodingVote vote, std::vector<EncodingVote>& votes) {
  for (EncodingVote& known : votes) {
    if (known.source != vote.source || known.encoding != vote.encoding) continue;
    known.contradicted |= vote.contradicted;
    known.agrees &= vote.agrees;
    return;
  }
  votes.push_back(vote);
}

}  // namespace

class DecodeStream::State {
 public:
  explicit State(DecodeHints hints) : hints_(std::move(hints)), repaired_(hints_.options) {
    Result<decoding::Hints> known = api::known_hints(hints_);
    if (known) {
      sections_.emplace(std::move(known).value());
    } else {
      error_ = known.error();
    }
  }

  Result<std::string_view> push(std::string_view bytes) {
    answer_.clear();
    if (error_) return *error_;
    sections_->push(bytes);
    return take();
  }

  Result<std::string_view> finish() {
    answer_.clear();
    if (error_) return *error_;
    sections_->finish();
    is_finished_ = true;
    return take();
  }

  [[nodiscard]] const DecodeSummary& summary() const { return summary_; }

 private:
  Result<std::string_view> take() {
    while (std::optional<decoding::DecodedSection> section = sections_->next()) {
      if (section->decoded.is_binary) {
        error_ = api::binary_error();
        return *error_;
      }
      Decoded decoded = api::decoded_of(std::move(section->decoded));
      note(decoded, *section);
      if (hints_.repair) {
        repaired_.push(decoded.text);
        take_repaired();
      } else {
        answer_ += decoded.text;
      }
    }
    if (is_finished_) {
      close_piece();
      repaired_.finish();
      take_repaired();
    }
    return std::string_view(answer_);
  }

  void take_repaired() {
    while (const std::optional<Section> section = repaired_.next()) {
      summary_.repairs += section->plan.edits.size();
      answer_ += section->repaired();
    }
  }

  void note(Decoded& decoded, const decoding::DecodedSection& section) {
    for (const EncodingVote& vote : decoded.votes) merge(vote, summary_.votes);
    if (decoded.confidence < summary_.confidence) {
      summary_.confidence = decoded.confidence;
      summary_.alternatives = std::move(decoded.alternatives);
    }
    for (StrayBytes& stray : decoded.strays) {
      ++summary_.stray_count;
      if (summary_.strays.size() == DecodeSummary::kMostTold) continue;
      stray.offset += section.offset;
      summary_.strays.push_back(std::move(stray));
    }
    for (DecodedPiece& piece : decoded.pieces) {
      piece.offset += section.offset;
      add(piece, section.is_ascii);
    }
  }

  // ASCII is a part of the piece before it, or of that behind it if there is none.
  void add(const DecodedPiece& piece, bool is_ascii) {
    if (!is_ascii) count(piece);
    if (!open_) {
      open_ = piece;
      is_open_ascii_ = is_ascii;
    } else if (is_ascii || is_open_ascii_ || open_->encoding == piece.encoding) {
      open_->length += piece.length;
      if (!is_ascii) open_->encoding = piece.encoding;
      is_open_ascii_ = is_open_ascii_ && is_ascii;
    } else {
      close_piece();
      open_ = piece;
    }
  }

  void close_piece() {
    if (!open_) return;
    ++summary_.piece_count;
    if (summary_.pieces.size() < DecodeSummary::kMostTold) summary_.pieces.push_back(*open_);
    open_.reset();
  }

  void count(const DecodedPiece& piece) {
    const auto same = [&](const Share& share) { return share.encoding == piece.encoding; };
    auto known = std::find_if(shares_.begin(), shares_.end(), same);
    if (known == shares_.end()) known = shares_.insert(known, {piece.encoding, 0});
    known->bytes += piece.length;
    const auto fewer = [](const Share& x, const Share& y) { return x.bytes < y.bytes; };
    summary_.encoding = std::max_element(shares_.begin(), shares_.end(), fewer)->encoding;
  }

  DecodeHints hints_;
  std::optional<Error> error_;
  std::optional<decoding::SectionDecoder> sections_;
  SectionStream repaired_;
  std::string answer_;  // of the last call
  DecodeSummary summary_;
  std::vector<Share> shares_;
  std::optional<DecodedPiece> open_;  // may go on in the next section
  bool is_open_ascii_ = false;
  bool is_finished_ = false;
};

DecodeStream::DecodeStream(DecodeHints hints) : state_(std::make_unique<State>(std::move(hints))) {}
DecodeStream::DecodeStream(DecodeStream&&) noexcept = default;
DecodeStream& DecodeStream::operator=(DecodeStream&&) noexcept = default;
DecodeStream::~DecodeStream() = default;

Result<std::string_view> DecodeStream::push(std::string_view bytes) { return state_->push(bytes); }
Result<std::string_view> DecodeStream::finish() { return state_->finish(); }
const DecodeSummary& DecodeStream::summary() const noexcept { return state_->summary(); }

}  // namespace unbake

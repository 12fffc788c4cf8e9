#include "cli/part_reader.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "formats/pieces.hpp"
#include "unbake/sections.hpp"

namespace unbake::cli {

class Cutter {
 public:
  Cutter() = default;
  Cutter(const Cutter&) = delete;
  Cutter& operator=(const Cutter&) = delete;
  virtual ~Cutter() = default;
  virtual void push(std::string_view bytes) = 0;
  virtual void finish() = 0;
  /// Fills in the next part but for its place; false if more bytes are needed. `at_once`: what is there is wanted,
  /// however little.
  virtual bool next(Part& part, bool at_once) = 0;
};

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

/// Plain text, in the sections of the library.
class TextCutter final : public Cutter {
 public:
  void push(std::string_view bytes) override { sections_.push(bytes); }
  void finish() override { sections_.finish(); }
  bool next(Part& part, bool) override {
    std::optional<Section> section = sections_.next();
    if (!section) return false;
    part.text = std::move(section->text);
    const std::size_t mark = section->offset == 0 ? formats::byte_order_mark(part.text) : 0;
    if (mark < part.text.size()) part.fields.fields.push_back({.offset = mark, .length = part.text.size() - mark});
    return true;
  }

 private:
  SectionCutter sections_;
};

/// Bytes that wait to be cut.
class Waiting {
 public:
  void push(std::string_view bytes) {
    bytes_.erase(0, std::exchange(begin_, 0));
    bytes_.append(bytes);
  }
  [[nodiscard]] std::string_view bytes() const { return std::string_view(bytes_).substr(begin_); }
  std::string take(std::size_t length) {
    if (begin_ == 0 && length == bytes_.size()) return std::exchange(bytes_, {});
    std::string taken(bytes().substr(0, length));
    begin_ += length;
    return taken;
  }

 private:
  std::string bytes_;
  std::size_t begin_ = 0;  // what was taken
};

/// Whole lines, each a content of its own.
class LineCutter final : public Cutter {
 public:
  void push(std::string_view bytes) override { waiting_.push(bytes); }
  void finish() override { finished_ = true; }
  bool next(Part& part, bool at_once) override {
    const std::string_view bytes = waiting_.bytes();
    if (bytes.empty()) return false;
    if (skipping_) {
      const std::size_t feed = bytes.find('\n');
      skipping_ = feed == std::string_view::npos;
      pass(part, skipping_ ? bytes.size() : feed + 1);
      return true;
    }
    const std::size_t length = lines_in(bytes, at_once);
    if (length > 0) {
      part.text = waiting_.take(length);
      searched_ = 0;
      return true;
    }
    if (bytes.size() < PartReader::kLongestLine) return false;
    skipping_ = true;
    part.trouble = {1,
                    {"is longer than " + std::to_string(PartReader::kLongestLine >> 20) + " MiB, and was not looked at",
                     "It was passed on as it is, and the others were processed."}};
    pass(part, bytes.size());
    return true;
  }

 private:
  /// Bytes of the lines that are to be given out now.
  std::size_t lines_in(std::string_view bytes, bool at_once) {
    if (bytes.size() < kBlock && !at_once && !finished_) return 0;
    if (finished_ && bytes.size() <= kBlock) return bytes.size();
    std::size_t feed = bytes.substr(0, kBlock).rfind('\n');
    if (feed == std::string_view::npos) feed = bytes.find('\n', std::max(searched_, std::min(kBlock, bytes.size())));
    if (feed != std::string_view::npos) return feed + 1;
    searched_ = bytes.size();
    return finished_ ? bytes.size() : 0;
  }

  void pass(Part& part, std::size_t length) {
    part.text = waiting_.take(length);
    part.is_passed = true;
    searched_ = 0;
  }

  Waiting waiting_;
  std::size_t searched_ = 0;  // bytes in which there is no line feed
  bool skipping_ = false;     // the rest of a line that is too long
  bool finished_ = false;
};

/// Records of a format that is read in pieces.
class RecordCutter final : public Cutter {
 public:
  explicit RecordCutter(std::unique_ptr<formats::PieceFinder> finder) : finder_(std::move(finder)) {}

  void push(std::string_view bytes) override { waiting_.push(bytes); }
  void finish() override { finished_ = true; }
  bool next(Part& part, bool) override {
    const std::string_view bytes = waiting_.bytes();
    if (bytes.empty() || (bytes.size() < wanted_ && !finished_)) return false;
    if (broken_) {
      part.is_passed = true;
      part.text = waiting_.take(bytes.size());
      return true;
    }
    formats::Piece piece = finder_->next(bytes, finished_);
    if (auto* malformed = std::get_if<formats::Malformed>(&piece.found)) {
      give_up(part, std::move(*malformed));
    } else if (piece.length > 0) {
      part.text = waiting_.take(piece.length);
      part.fields = std::get<formats::Fields>(std::move(piece.found));
      wanted_ = SectionCutter::kLongest;
    } else if (bytes.size() < formats::kLongestRecord) {
      wanted_ = 2 * bytes.size();
      return false;
    } else {
      give_up(part,
              {0, {"has a record of more than " + std::to_string(formats::kLongestRecord >> 20) + " MiB here", ""}});
    }
    return true;
  }

 private:
  void give_up(Part& part, formats::Malformed malformed) {
    broken_ = true;
    wanted_ = 0;
    const std::size_t line = Document::line_of(waiting_.bytes(), malformed.offset);
    malformed.failure.remedy = malformed.failure.remedy.empty()
                                   ? "Mend it, or have it repaired as plain text: --as plain"
                                   : malformed.failure.remedy;
    part.trouble = {line, std::move(malformed.failure)};
    part.is_passed = part.is_broken = true;
    part.text = waiting_.take(waiting_.bytes().size());
  }

  std::unique_ptr<formats::PieceFinder> finder_;
  Waiting waiting_;
  std::size_t wanted_ = SectionCutter::kLongest;  // bytes that are worth a try
  bool broken_ = false;
  bool finished_ = false;
};

std::unique_ptr<Cutter> cutter_for(const formats::Format& format, const formats::Selection& selection) {
  if (format.by_line) return std::make_unique<LineCutter>();
  if (format.in_pieces != nullptr) return std::make_unique<RecordCutter>(format.in_pieces(selection));
  return std::make_unique<TextCutter>();
}

/// The position behind `text`, which begins at `begin`.
Position behind(std::string_view text, Position begin) {
  const std::size_t feed = text.rfind('\n');
  if (feed == std::string_view::npos) return PositionFinder(text, begin).find(text.size());
  const auto feeds = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return PositionFinder(text.substr(feed + 1), {begin.line + feeds, 1}).find(text.size() - feed - 1);
}

}  // namespace

bool PartReader::can_read(const formats::Format& format) {
  return format.by_line || format.in_pieces != nullptr || &format == &formats::formats().front();
}

PartReader::PartReader(io::Input& input, const formats::Format& format, const formats::Selection& selection,
                       std::function<void()> before_waiting)
    : input_(input),
      before_waiting_(std::move(before_waiting)),
      cutter_(cutter_for(format, selection)),
      block_(kBlock),
      leaves_fields_(!format.by_line) {}

PartReader::~PartReader() = default;

files::Supply PartReader::next(Part& part, bool may_wait) {
  for (;;) {
    if (cutter_->next(part, false)) {
      place(part);
      return files::Supply::kItem;
    }
    if (at_end_) return files::Supply::kEnd;
    if (!input_.is_ready()) {
      if (cutter_->next(part, true)) {
        place(part);
        return files::Supply::kItem;
      }
      if (!may_wait) return files::Supply::kLater;
      before_waiting_();
    }
    auto count = input_.read(block_.data(), block_.size());
    if (auto* failed = std::get_if<io::Failure>(&count)) {
      failure_ = std::move(*failed);
      return files::Supply::kEnd;
    }
    const std::size_t read = std::get<std::size_t>(count);
    if (read == 0) {
      at_end_ = true;
      cutter_->finish();
    } else {
      cutter_->push({block_.data(), read});
    }
  }
}

void PartReader::place(Part& part) {
  part.offset = offset_;
  part.begin = position_;
  if (part.trouble) part.trouble->line += position_.line - 1;
  offset_ += part.text.size();
  position_ = behind(part.text, position_);
  if (part.is_passed) return;
  part.ignored = formats::ignored_ranges(part.text, ignored_);
  if (leaves_fields_) formats::leave_alone(part.ignored, part.fields);
}

}  // namespace unbake::cli

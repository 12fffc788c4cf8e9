#include "cli/repair_content.hpp"

#include <utility>

#include "cli/file_loop.hpp"
#include "files/content_hash.hpp"
#include "io/compression.hpp"

namespace unbake::cli {
namespace {

/// Collects the replacements of an input as a patch, and its hash.
class PatchSink final : public Sink {
 public:
  /// A long patch is put away in the folder of the file.
  explicit PatchSink(const std::string& path) : patch_(path.substr(0, path.rfind('/') + 1) + ".") {}

  void keep(std::string_view bytes) override {
    const std::string_view begun = head_.empty() ? bytes : head_;
    const std::size_t wanted = io::compression_of(begun) == io::Compression::kNone ? kBinaryHead : io::kPackedHead;
    if (head_.size() < wanted) head_ += bytes.substr(0, wanted - head_.size());
    hash_.add(bytes);
    offset_ += bytes.size();
  }
  void replace(std::string_view old_bytes, std::string_view new_bytes) override {
    if (!abandoned_) patch_.add({offset_, old_bytes.size(), std::string(new_bytes)});
    keep(old_bytes);
  }

  void abandon() override {
    patch_.clear();
    abandoned_ = true;
  }
  [[nodiscard]] bool takes_content() const override { return false; }

  /// May be called once.
  RepairedContent content(Tally tally) { return {std::move(patch_), hash_.text(), looks_binary(), std::move(tally)}; }

 private:
  [[nodiscard]] bool looks_binary() const {
    const bool packed = io::compression_of(head_) != io::Compression::kNone;
    return cli::looks_binary(packed ? io::unpacked_head(head_, kBinaryHead) : head_);
  }

  std::size_t offset_ = 0;
  std::string head_;
  files::ContentHash hash_;
  files::LongPatch patch_;
  bool abandoned_ = false;
};

}  // namespace

std::optional<RepairedContent> repair_content(const files::FoundFile& file, const Settings& settings, Console& console,
                                              std::uint64_t& bytes) {
  Tally tally;
  PatchSink sink(file.path);
  if (look_into(file, settings, console, planner(settings, tally), &sink, bytes) != Looked::kYes) return std::nullopt;
  return sink.content(std::move(tally));
}

}  // namespace unbake::cli

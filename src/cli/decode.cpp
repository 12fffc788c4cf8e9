#include "cli/decode.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/decode_report.hpp"
#include "cli/display.hpp"
#include "io/icu_converter.hpp"
#include "io/input.hpp"
#include "io/safe_file.hpp"
#include "unbake/decode_stream.hpp"

namespace unbake::cli {
namespace {

// Where the text goes: to standard output, to a file that is put in place when all is done, or nowhere.
class Target {
 public:
  Target(const Settings& settings, Console& console) : settings_(settings), console_(console) {}

  // False if there is no use in going on.
  bool write(std::string_view text) {
    if (settings_.output) {
      if (!file_ && !create()) return false;
      file_->output().write(text);
      return !file_->output().failed();
    }
    if (is_report_only()) return true;
    console_.out().write(text);
    return !console_.out().failed();
  }

  void finish() {
    if (!file_) return;
    if (const auto failure = file_->commit()) console_.error(*settings_.output, *failure);
  }

 private:
  [[nodiscard]] bool is_report_only() const { return settings_.report_encoding || settings_.json; }

  bool create() {
    auto created = io::SafeFile::create(*settings_.output);
    if (const auto* failure = std::get_if<io::Failure>(&created)) {
      console_.error(*settings_.output, *failure);
      return false;
    }
    file_ = std::move(std::get<std::unique_ptr<io::SafeFile>>(created));
    return true;
  }

  const Settings& settings_;
  Console& console_;
  std::unique_ptr<io::SafeFile> file_;
};

// Decodes one file, block by block.
class FileDecoding {
 public:
  FileDecoding(const std::string& path, const Settings& settings, Console& console)
      : path_(path), settings_(settings), console_(console), target_(settings, console) {}

  void run(io::Input& input) {
    open_stream();
    constexpr std::size_t kBlock = std::size_t{1} << 18;
    const auto block = std::make_unique<std::array<char, kBlock>>();
    while (true) {
      const auto got = input.read(block->data(), block->size());
      if (const auto* failure = std::get_if<io::Failure>(&got)) {
        return console_.error(display_name(path_), *failure);
      }
      const std::size_t length = std::get<std::size_t>(got);
      if (!take({block->data(), length}, length == 0)) return;
      if (length == 0) break;
    }
    target_.finish();
    if (settings_.report_encoding || settings_.json) report();
  }

 private:
  // An encoding that the library does not have is made UTF-8 first.
  void open_stream() {
    DecodeHints hints = settings_.hints;
    hints.repair = !settings_.no_repair;
    if (!hints.from.empty() && !is_known(hints.from)) {
      converter_ = io::IcuConverter::open(hints.from);
      if (converter_) hints.from = "utf-8";
    }
    stream_.emplace(std::move(hints));
  }

  static bool is_known(const std::string& name) { return decode("", {.from = name}).has_value(); }

  bool take(std::string_view bytes, bool is_last) {
    std::string converted;
    if (converter_) {
      converter_->convert(bytes, is_last, converted);
      bytes = converted;
    }
    // What is left of the bytes before comes with the last call.
    if (auto text = stream_->push(bytes); !write(text)) return false;
    return !is_last || write(stream_->finish());
  }

  bool write(const Result<std::string_view>& text) {
    if (text) return target_.write(*text);
    const bool about_file = text.error().code == Error::Code::kBinary;
    console_.error(about_file ? display_name(path_) : "", {text.error().message, ""});
    return false;
  }

  void report() {
    DecodeSummary summary = stream_->summary();
    if (converter_) {
      summary.encoding = converter_->name();
      for (DecodedPiece& piece : summary.pieces) piece.encoding = converter_->name();
    }
    console_.out().write(settings_.json ? decode_json(path_, summary) : decode_report(summary));
  }

  const std::string& path_;
  const Settings& settings_;
  Console& console_;
  Target target_;
  std::optional<io::IcuConverter> converter_;
  std::optional<DecodeStream> stream_;
};

}  // namespace

ExitStatus run_decode(const Settings& settings, Console& console) {
  const auto paths = settings.inputs();
  if (paths.size() > 1) {
    console.error("",
                  {"it takes one file, and " + std::to_string(paths.size()) + " are named", "Decode them one by one."});
    return ExitStatus::kDone;
  }
  auto opened = io::Input::open(paths.front());
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(display_name(paths.front()), *failure);
  } else {
    FileDecoding(paths.front(), settings, console).run(std::get<io::Input>(opened));
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli

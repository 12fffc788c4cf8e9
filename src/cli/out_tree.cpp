#include "cli/out_tree.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/display.hpp"
#include "cli/file_loop.hpp"
#include "cli/file_selection.hpp"
#include "cli/summary.hpp"
#include "files/new_file.hpp"
#include "files/temporary.hpp"
#include "io/interrupt.hpp"

namespace unbake::cli {
namespace {

using Inode = std::pair<dev_t, ino_t>;

std::optional<Inode> inode_of(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return std::nullopt;
  return Inode(about.st_dev, about.st_ino);
}

class OutTree {
 public:
  OutTree(const Settings& settings, Console& console) : settings_(&settings), console_(&console) {}

  ExitStatus run() {
    io::note_signals();
    const std::vector<files::FoundFile> files = selected();
    for_each_file<std::optional<Tally>>(
        files, *settings_, *console_,
        [this](const files::FoundFile& file, const Settings& settings, Console& console, std::uint64_t& bytes) {
          return write(file, settings, console, bytes);
        },
        [this](const files::FoundFile& file, const std::optional<Tally>& tally) {
          if (tally) tell(file, *tally);
          return io::noted_signal() == 0;
        },
        [] { return io::noted_signal() == 0; });
    if (const int signal = io::noted_signal(); signal != 0) {
      temporaries_.remove_all();
      console_->flush();
      console_->note("interrupted. Every file that was written is whole. Run the same command again.");
      io::end_by_signal(signal);
    }
    if (!settings_->quiet && !settings_->list) {
      console_->out().write(summary_.text("repaired"));
      console_->out().write("Written to " + display_name(*settings_->out_folder) + ": " +
                            counted(summary_.files, "file") + "\n");
    }
    return ExitStatus::kDone;
  }

 private:
  [[nodiscard]] std::string target_of(const files::FoundFile& file) const {
    return *settings_->out_folder + "/" + file.path.substr(file.inside);
  }

  /// The files to write: without those that would be written onto one that is read, or onto each other.
  std::vector<files::FoundFile> selected() {
    const auto folder = inode_of(*settings_->out_folder);
    for (const std::string& path : named_paths(*settings_)) {
      if (path == kStandardInput || (folder && inode_of(path) == folder)) {
        console_->error(display_name(path), {"cannot be repaired into " + display_name(*settings_->out_folder),
                                             "Name files, and other directories than that of --out-dir."});
        return {};
      }
    }
    std::vector<files::FoundFile> files = select_files(*settings_, *console_);
    std::set<Inode> inputs;
    for (const files::FoundFile& file : files) {
      if (const auto inode = inode_of(file.path)) inputs.insert(*inode);
    }
    std::map<std::string, std::size_t> targets;
    for (const files::FoundFile& file : files) ++targets[target_of(file)];
    std::erase_if(files, [&](const files::FoundFile& file) {
      const std::string target = target_of(file);
      const auto there = inode_of(target);
      const bool onto_input = there && inputs.contains(*there);
      if (!onto_input && targets.at(target) == 1) return false;
      console_->refuse(display_name(file.path), {"would be written to " + display_name(target) + ", " +
                                                     (onto_input ? "which is read too" : "and so would another file"),
                                                 "Use another --out-dir for it."});
      return true;
    });
    return files;
  }

  /// In any thread: what was repaired; nothing if the file was not written.
  std::optional<Tally> write(const files::FoundFile& file, const Settings& settings, Console& console,
                             std::uint64_t& bytes) {
    const std::string target = target_of(file);
    Tally tally;
    LateFile late(target, temporaries_);
    if (look_into(file, settings, console, planner(settings, tally), &late, bytes) != Looked::kYes) return std::nullopt;
    struct stat about {};
    const mode_t mode = ::stat(file.path.c_str(), &about) == 0 ? about.st_mode : 0600;
    if (const auto failure = late.commit(mode)) {
      console.error(display_name(target), *failure);
      return std::nullopt;
    }
    return tally;
  }

  /// The new file, which is not begun before it is known that there is something to write.
  class LateFile final : public Sink {
   public:
    LateFile(const std::string& path, files::Temporaries& temporaries) : path_(&path), temporaries_(&temporaries) {}
    void keep(std::string_view bytes) override { write(bytes); }
    void replace(std::string_view, std::string_view new_bytes) override { write(new_bytes); }
    [[nodiscard]] bool stopped() const override {
      return failure_.has_value() || (file_ && file_->output().failed()) || io::noted_signal() != 0;
    }

    std::optional<io::Failure> commit(mode_t mode) {
      write({});
      if (failure_) return failure_;
      if (io::noted_signal() != 0) return io::Failure{"was given up", "Run the same command again."};
      return file_->commit(mode);
    }

   private:
    void write(std::string_view bytes) {
      if (failure_) return;
      if (!file_) {
        auto created = files::NewFile::create(*path_, *temporaries_);
        if (auto* failure = std::get_if<io::Failure>(&created)) {
          failure_ = std::move(*failure);
          return;
        }
        file_ = std::move(std::get<std::unique_ptr<files::NewFile>>(created));
      }
      file_->output().write(bytes);
    }

    const std::string* path_;
    files::Temporaries* temporaries_;
    std::unique_ptr<files::NewFile> file_;
    std::optional<io::Failure> failure_;
  };

  void tell(const files::FoundFile& file, const Tally& tally) {
    summary_.add(tally);
    if (settings_->verbose) {
      console_->note(display_name(file.path) + ": written to " + display_name(target_of(file)));
    }
    if (tally.empty() || settings_->quiet) return;
    console_->out().write(settings_->list ? listed_name(target_of(file), *settings_)
                                          : display_name(file.path) + ": " + tally.text() + "\n");
  }

  const Settings* settings_;
  Console* console_;
  files::Temporaries temporaries_;
  Summary summary_;
};

}  // namespace

ExitStatus write_out_tree(const Settings& settings, Console& console) { return OutTree(settings, console).run(); }

}  // namespace unbake::cli

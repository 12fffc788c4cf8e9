// Looking at many files at the same time, and reporting on them in order.
#ifndef UNBAKE_CLI_FILE_LOOP_HPP_
#define UNBAKE_CLI_FILE_LOOP_HPP_

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/progress.hpp"
#include "cli/settings.hpp"
#include "cli/source.hpp"
#include "files/ordered_work.hpp"
#include "files/walk.hpp"

namespace unbake::cli {

/// Whether the texts of a file were looked at.
enum class Looked : std::uint8_t {
  kYes,
  kFailed,  ///< It could not be read; the console has been told.
  kPassed,  ///< It was found in a folder and is no text, or is gone: nothing to speak of.
};

/// Like `process`, or `look_at` if there is no sink, of a file that was named or found. Binary files that were found
/// are passed over, also compressed ones, unless the settings say otherwise; so are archives if there is a sink. Adds
/// the bytes of the file to `bytes`.
Looked look_into(const files::FoundFile& file, const Settings& settings, Console& console, const Examine& examine,
                 Sink* sink, std::uint64_t& bytes);

/// True if these are the first bytes of a binary file: there is a NUL among them, and they are not UTF-16.
bool looks_binary(std::string_view head);
inline constexpr std::size_t kBinaryHead = 8000;

/// The threads that the settings want.
std::size_t jobs(const Settings& settings);

/// What the work on one file comes to.
template <typename Result>
struct FileResult {
  Console console;  ///< What it has to say.
  Result result;
  std::uint64_t bytes = 0;  ///< That were read.
};

/// Calls `work(file, settings, console, bytes)` for every file, with several at a time, then `take(file, result)` for
/// each in order, after what it told its console was passed on. The console of `work` collects; its settings have a
/// collection of evidence, and a log, of their own. `idle` is called now and then in this thread; a false answer ends
/// the loop.
template <typename Result, typename Work, typename Take, typename Idle>
void for_each_file(const std::vector<files::FoundFile>& files, const Settings& settings, Console& console, Work work,
                   Take take, Idle idle) {
  struct Done {
    FileResult<Result> file;
    Evidence evidence;
    report::Log log;
  };
  // What was named is not copied for every file: that may be as many names as there are files.
  Settings bare = settings;
  for (auto* names : {&bare.arguments, &bare.listed_files, &bare.words}) names->clear();
  ProgressLine progress(settings.progress, files.size());
  files::work_in_order<Done>(
      files.size(), jobs(settings),
      [&](std::size_t index) {
        Done done{{console.collecting(), {}, 0}, {}, {}};
        Settings own = bare;
        own.jobs = std::max<std::size_t>(1, jobs(settings) / files.size());  // within a file
        if (settings.collected != nullptr) own.collected = &done.evidence;
        if (settings.log != nullptr) own.log = &done.log;
        done.file.result = work(files[index], own, done.file.console, done.file.bytes);
        return done;
      },
      [&](std::size_t index, Done done) {
        if (settings.collected != nullptr) settings.collected->merge(done.evidence);
        if (settings.log != nullptr) settings.log->add(std::move(done.log));
        if (progress.shown() && done.file.console.has_collected()) {
          progress.clear();
          console.take(done.file.console);
          console.flush();
        } else {
          console.take(done.file.console);
        }
        progress.advance(done.file.bytes);
        return take(files[index], std::move(done.file.result)) && !console.out().failed();
      },
      [&] {
        progress.refresh();
        return idle();
      });
  progress.clear();
}

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_FILE_LOOP_HPP_

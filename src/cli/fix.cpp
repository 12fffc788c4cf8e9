#include "cli/fix.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/diff.hpp"
#include "cli/display.hpp"
#include "cli/file_loop.hpp"
#include "cli/file_selection.hpp"
#include "cli/out_tree.hpp"
#include "cli/shell_words.hpp"
#include "cli/source.hpp"
#include "cli/summary.hpp"
#include "cli/write_run.hpp"
#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {
namespace {

void note_tally(const std::string& path, const Tally& tally, const Settings& settings, Console& console) {
  if (!settings.verbose) return;
  std::string note = !tally.empty() ? tally.text() : tally.lost > 0 ? "nothing to repair" : "clean";
  if (tally.lost > 0) note += ", " + counted(tally.lost, "place") + " that nothing can bring back";
  console.note(display_name(path) + ": " + note);
}

void repair_to_standard_output(const std::string& path, const Settings& settings, Console& console) {
  Tally tally;
  OutputSink sink(console.out());
  if (process(path, settings, console, planner(settings, tally), sink)) note_tally(path, tally, settings, console);
}

void repair_to_file(const std::string& path, const std::string& target, const Settings& settings, Console& console) {
  auto opened = io::Input::open(path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) return console.error(display_name(path), *failure);
  auto& input = std::get<io::Input>(opened);
  const bool onto_itself = input.is_file(target);
  auto created = io::SafeFile::create(target);
  if (const auto* failure = std::get_if<io::Failure>(&created)) return console.error(target, *failure);
  auto& file = *std::get<std::unique_ptr<io::SafeFile>>(created);
  Tally tally;
  OutputSink sink(file.output());
  if (!process(input, path, settings, console, planner(settings, tally), sink)) return;
  // A part of it was repaired before the rest was seen to be no such thing.
  if (onto_itself && sink.abandoned()) return;
  // A file that needs no repair keeps its time stamp.
  if (!onto_itself || !tally.empty()) {
    if (const auto failure = file.commit()) return console.error(target, *failure);
  }
  note_tally(path, tally, settings, console);
}

/// Tells what would change in one file. What is found there; nothing if it was not looked at.
std::optional<Tally> report(const files::FoundFile& file, const Settings& settings, Console& console,
                            std::uint64_t& bytes) {
  Tally tally;
  NoSink nowhere;
  MemorySink memory;
  Sink& sink = settings.diff ? static_cast<Sink&>(memory) : nowhere;
  if (look_into(file, settings, console, planner(settings, tally), &sink, bytes) != Looked::kYes) return std::nullopt;
  note_tally(file.path, tally, settings, console);
  if (tally.empty() || settings.quiet) return tally;
  if (settings.diff) {
    console.out().write(unified_diff(file.path, memory.text(), memory.replacements(), console.colored()));
  } else if (settings.list) {
    console.out().write(listed_name(file.path, settings));
  } else {
    console.out().write(display_name(file.path) + ": " + tally.text() + "\n");
  }
  return tally;
}

ExitStatus report_all(const Settings& settings, Console& console) {
  Summary summary;
  for_each_file<std::optional<Tally>>(
      select_files(settings, console), settings, console, &report,
      [&](const files::FoundFile&, const std::optional<Tally>& tally) {
        if (tally) summary.add(*tally);
        return true;
      },
      [] { return true; });
  if (!settings.diff && !settings.list && !settings.quiet) {
    console.out().write(summary.text("would change"));
    if (summary.damaged > 0) console.out().write("To repair: " + writing_command(settings.words) + "\n");
  }
  return summary.damaged > 0 ? ExitStatus::kFound : ExitStatus::kDone;
}

}  // namespace

ExitStatus run_fix(const Settings& settings, Console& console) {
  const auto paths = named_paths(settings);
  if (settings.output && paths.size() != 1) {
    console.error("", {"--output takes the text of one file, and " + std::to_string(paths.size()) + " are named",
                       "To repair them in place: unbake fix -w FILE..."});
  } else if (settings.output) {
    repair_to_file(paths.front(), *settings.output, settings, console);
  } else if (settings.out_folder) {
    return write_out_tree(settings, console);
  } else if (settings.write) {
    return write_files(settings, console);
  } else if (settings.diff || settings.list || settings.dry_run || !is_single_file(settings)) {
    return report_all(settings, console);
  } else {
    repair_to_standard_output(paths.front(), settings, console);
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli

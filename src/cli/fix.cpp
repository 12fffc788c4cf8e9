#include "cli/fix.hpp"

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "cli/diff.hpp"
#include "cli/display.hpp"
#include "cli/found.hpp"
#include "cli/source.hpp"
#include "cli/tally.hpp"
#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {
namespace {

/// An examination that plans the repair of each document and counts it.
Examine planner(const Settings& settings, Tally& tally) {
  return [&settings, &tally](Document& document) {
    const Plan made = document.plan(settings.options);
    tally.add(made);
    if (settings.log != nullptr) {
      for (report::Found& found : found_in(document, made)) settings.log->all.push_back(std::move(found));
    }
    return document.replacements(made);
  };
}

void note_tally(const std::string& path, const Tally& tally, const Settings& settings, Console& console) {
  if (settings.verbose) console.note(display_name(path) + ": " + (tally.repairs == 0 ? "clean" : tally.text()));
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
  // A file that needs no repair keeps its time stamp.
  if (!onto_itself || tally.repairs > 0) {
    if (const auto failure = file.commit()) return console.error(target, *failure);
  }
  note_tally(path, tally, settings, console);
}

/// Tells what would change in one input; returns true if something would.
bool report(const std::string& path, const Settings& settings, Console& console, Tally& total) {
  Tally tally;
  NoSink nowhere;
  MemorySink memory;
  Sink& sink = settings.diff ? static_cast<Sink&>(memory) : nowhere;
  if (!process(path, settings, console, planner(settings, tally), sink)) return false;
  total.add(tally);
  note_tally(path, tally, settings, console);
  if (tally.repairs == 0 || settings.quiet) return tally.repairs > 0;
  const std::string name = display_name(path);
  if (settings.diff) {
    console.out().write(unified_diff(path, memory.text(), memory.replacements(), console.colored()));
  } else if (settings.list) {
    console.out().write(name + "\n");
  } else {
    console.out().write(name + ": " + tally.text() + "\n");
  }
  return true;
}

ExitStatus report_all(const Settings& settings, Console& console) {
  Tally total;
  std::size_t damaged = 0;
  const auto paths = settings.inputs();
  for (const std::string& path : paths) damaged += report(path, settings, console, total) ? 1 : 0;
  if (!settings.diff && !settings.list && !settings.quiet) {
    console.out().write(std::to_string(damaged) + " of " + counted(paths.size(), "file") +
                        " would change: " + counted(total.repairs, "repair") + "\n");
    if (damaged > 0) console.out().write("To repair one in place: unbake fix FILE -o FILE\n");
  }
  return damaged > 0 ? ExitStatus::kFound : ExitStatus::kDone;
}

}  // namespace

ExitStatus run_fix(const Settings& settings, Console& console) {
  const auto paths = settings.inputs();
  if (settings.output && paths.size() > 1) {
    console.error("", {"--output takes the text of one file, and " + std::to_string(paths.size()) + " are named",
                       "Repair them one by one: unbake fix FILE -o FILE"});
  } else if (settings.output) {
    repair_to_file(paths.front(), *settings.output, settings, console);
  } else if (settings.diff || settings.list || paths.size() > 1) {
    return report_all(settings, console);
  } else {
    repair_to_standard_output(paths.front(), settings, console);
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli

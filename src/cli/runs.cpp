#include "cli/runs.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "cli/command_line.hpp"
#include "cli/display.hpp"
#include "cli/json_object.hpp"
#include "cli/run_journal.hpp"
#include "cli/shell_words.hpp"
#include "cli/verb_table.hpp"
#include "cli/write_run.hpp"
#include "files/recovery.hpp"
#include "files/renaming.hpp"
#include "io/interrupt.hpp"

namespace unbake::cli {
namespace {

using State = files::Change::State;

/// A run as its journal tells it.
struct Run {
  std::string name;
  std::string path;
  bool running = false;
  files::JournalContent content;

  [[nodiscard]] std::size_t done() const { return content.count(State::kDone); }
  [[nodiscard]] bool undoing() const { return content.count(State::kUndone) + content.count(State::kUndoing) > 0; }
  [[nodiscard]] bool unfinished() const { return !content.ended && !undoing(); }
};

const char* state_name(const Run& run) {
  if (run.running) return "running";
  if (run.undoing()) return run.done() + run.content.count(State::kUndoing) > 0 ? "partly undone" : "undone";
  return run.content.ended ? "done" : "unfinished";
}

/// All runs, oldest first; journals that cannot be read are told to the console.
std::vector<Run> all_runs(Console& console) {
  std::vector<Run> runs;
  const auto folder = files::journal_folder();
  if (const auto* failure = std::get_if<io::Failure>(&folder)) {
    console.error("", *failure);
    return runs;
  }
  for (const std::string& name : files::run_names(std::get<std::string>(folder))) {
    Run run = {name, std::get<std::string>(folder) + "/" + name + std::string(files::kJournalEnding), false, {}};
    auto content = files::read_journal(run.path);
    if (const auto* failure = std::get_if<io::Failure>(&content)) {
      console.error(name, *failure);
      continue;
    }
    run.content = std::move(std::get<files::JournalContent>(content));
    if (run.content.size == 0) continue;  // it ended before it began
    run.running = files::is_running(run.path);
    runs.push_back(std::move(run));
  }
  return runs;
}

std::string change_text(const files::Change& change) {
  constexpr const char* kStates[] = {"pending", "done", "left alone", "being undone", "undone"};
  const std::string state = kStates[static_cast<std::size_t>(change.state)];
  if (const auto* file = std::get_if<files::FileIntent>(&change.intent)) {
    return display_name(file->folder + "/" + file->name) + ": " + counted(file->repairs, "repair") + ", " + state;
  }
  const auto& rename = std::get<files::RenameIntent>(change.intent);
  return display_name(rename.folder + "/" + rename.from) + " -> " + display_name(rename.to) + ": " + state;
}

void print_run(const Run& run, const Settings& settings, Console& console) {
  std::vector<std::string> words = {"unbake"};
  words.insert(words.end(), run.content.begin.words.begin(), run.content.begin.words.end());
  const std::size_t changes = run.done() + run.content.count(State::kUndone);
  if (settings.json) {
    JsonObject object;
    object.add("schema_version", kSchemaVersion)
        .add("run", run.name)
        .add("state", state_name(run))
        .add("changes", changes)
        .add("folder", run.content.begin.folder)
        .add("command", shell_command(words));
    return console.out().write(object.text() + "\n");
  }
  console.out().write(run.name + "  " + state_name(run) + ", " + counted(changes, "change") + ": " +
                      shell_command(words) + "\n");
  if (!settings.verbose) return;
  console.out().write("  in " + display_name(run.content.begin.folder) + "\n");
  for (const files::Change& change : run.content.changes) console.out().write("  " + change_text(change) + "\n");
}

/// The run that the arguments name, or the latest that is `wanted`. Nothing, with a message, if there is none.
template <typename Wanted>
std::optional<Run> choose_run(const Settings& settings, Console& console, const char* none, Wanted wanted) {
  if (settings.arguments.size() > 1) {
    console.error("", {"it takes one RUN, and " + std::to_string(settings.arguments.size()) + " are named",
                       "`unbake runs` lists them."});
    return std::nullopt;
  }
  auto runs = all_runs(console);
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (settings.arguments.empty() ? wanted(*run) : run->name == settings.arguments.front()) return std::move(*run);
  }
  const std::string what = settings.arguments.empty() ? none : "there is no run " + quoted(settings.arguments.front());
  console.error("", {what, "`unbake runs` lists them."});
  return std::nullopt;
}

void end_if_signalled(Console& console, const std::string& advice) {
  const int signal = io::noted_signal();
  if (signal == 0) return;
  console.flush();
  console.note("interrupted. Every file is whole, the old or the new one. " + advice);
  io::end_by_signal(signal);
}

/// Opens the journal of a run and brings what was interrupted to an end. Null, with a message, if that fails.
std::unique_ptr<files::Journal> settled_journal(Run& run, Console& console) {
  auto opened = files::Journal::reopen(run.path, run.content);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(run.name, *failure);
    return nullptr;
  }
  auto journal = std::move(std::get<std::unique_ptr<files::Journal>>(opened));
  const bool settled = files::settle(
      *journal, run.content,
      [&](const std::string& path, const files::Refusal& refusal) { report_refusal(console, path, refusal); });
  return settled ? std::move(journal) : nullptr;
}

/// The settings that a run was begun with. Nothing, with a message, if it cannot go on.
std::optional<Settings> settings_of(const Run& run, const Verb*& verb, Console& console) {
  const files::Begin& begin = run.content.begin;
  if (begin.version != version()) {
    console.error(run.name, {"was begun by unbake " + begin.version + ", and this is " + std::string(version()),
                             "Go on with that version, or undo the run and begin again."});
    return std::nullopt;
  }
  if (::chdir(begin.folder.c_str()) != 0) {
    console.error(begin.folder, io::system_failure("cannot be entered", errno));
    return std::nullopt;
  }
  verb = begin.words.empty() ? nullptr : find_verb(begin.words.front());
  if (verb == nullptr) {
    console.error(run.name, {"has no command to go on with", "Undo it, and begin again."});
    return std::nullopt;
  }
  auto parsed = parse_command_line(*verb, {begin.words.begin() + 1, begin.words.end()});
  if (const auto* failure = std::get_if<io::Failure>(&parsed)) {
    console.error(run.name, *failure);
    return std::nullopt;
  }
  Settings settings = std::move(std::get<Settings>(parsed));
  settings.listed_files = begin.names;
  if (begin.evidence.empty()) return settings;
  auto evidence = Evidence::from_text(begin.evidence);
  if (!evidence) {
    console.error(run.name, {"has evidence that cannot be read: " + evidence.error().message, ""});
    return std::nullopt;
  }
  settings.options.evidence = std::move(evidence).value();
  return settings;
}

}  // namespace

ExitStatus run_runs(const Settings& settings, Console& console) {
  const auto runs = all_runs(console);
  for (const std::string& name : settings.arguments) {
    if (std::none_of(runs.begin(), runs.end(), [&](const Run& run) { return run.name == name; })) {
      console.error("", {"there is no run " + quoted(name), "`unbake runs` lists them."});
    }
  }
  for (const Run& run : runs) {
    const auto& wanted = settings.arguments;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), run.name) == wanted.end()) continue;
    print_run(run, settings, console);
  }
  return ExitStatus::kDone;
}

ExitStatus run_undo(const Settings& settings, Console& console) {
  auto run = choose_run(settings, console, "there is nothing to undo", [](const Run& candidate) {
    return !candidate.running &&
           candidate.done() + candidate.content.count(State::kPending) + candidate.content.count(State::kUndoing) > 0;
  });
  if (!run) return ExitStatus::kDone;
  io::note_signals();
  const auto journal = settled_journal(*run, console);
  if (journal == nullptr) return ExitStatus::kDone;
  const std::size_t changes = run->done();
  files::Temporaries temporaries;
  const std::size_t undone = files::undo(
      *journal, run->content, temporaries,
      [&](const std::string& path, const files::Refusal& refusal) { report_refusal(console, path, refusal); },
      [] { return io::noted_signal() != 0; });
  end_if_signalled(console, "To go on: unbake undo " + run->name);
  console.out().write(std::to_string(undone) + " of " + counted(changes, "change") + " undone\n");
  return ExitStatus::kDone;
}

ExitStatus run_resume(const Settings& settings, Console& console) {
  auto run = choose_run(settings, console, "there is no unfinished run",
                        [](const Run& candidate) { return !candidate.running && candidate.unfinished(); });
  if (!run) return ExitStatus::kDone;
  if (!run->running && !run->unfinished()) {
    console.error(run->name, {run->undoing() ? "is being undone, or is undone" : "came to its end",
                              "There is nothing to go on with."});
    return ExitStatus::kDone;
  }
  io::note_signals();
  auto journal = settled_journal(*run, console);
  if (journal == nullptr) return ExitStatus::kDone;
  end_if_signalled(console, "To go on: unbake resume " + run->name);
  const Verb* verb = nullptr;
  const auto begun = settings_of(*run, verb, console);
  if (!begun) return ExitStatus::kDone;
  if (verb->bit == kFix) return write_files(*begun, console, std::move(journal));
  if (!run->content.planned) {
    // It was still planning, and has renamed nothing: it begins again, as another run.
    for (std::size_t number = 1; number <= run->content.changes.size(); ++number) {
      journal->add(files::Outcome{files::Outcome::Kind::kLeft, number, ""});
    }
    journal->add(files::End{});
    if (const auto failure = journal->sync()) console.error(run->name, *failure);
    return verb->run(*begun, console);
  }
  std::vector<files::RenameIntent> pending;
  for (const files::Change& change : run->content.changes) {
    if (change.state == State::kPending) pending.push_back(std::get<files::RenameIntent>(change.intent));
  }
  rename_files(*journal, pending, run->content.changes.size(), begun->quiet, console);
  return ExitStatus::kDone;
}

void rename_files(files::Journal& journal, const std::vector<files::RenameIntent>& intents, std::size_t looked,
                  bool quiet, Console& console) {
  bool complete = true;
  const std::size_t made = files::make_renames(
      journal, intents,
      [&](const std::string& path, const files::Refusal& refusal) {
        complete = complete && refusal.kind != files::Refusal::Kind::kFailed;
        report_refusal(console, path, refusal);
      },
      [] { return io::noted_signal() != 0; });
  if (complete && io::noted_signal() == 0) journal.add(files::End{});
  if (const auto failure = journal.sync()) console.error("", *failure);
  end_if_signalled(console, "To go on: unbake resume " + journal.name());
  if (quiet) return;
  console.out().write(std::to_string(made) + " of " + counted(looked, "name") + " changed\n");
  console.out().write("To undo this: unbake undo " + journal.name() + "\n");
}

}  // namespace unbake::cli

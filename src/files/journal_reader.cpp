#include <algorithm>
#include <cstdlib>
#include <utility>

#include "files/folder_stream.hpp"
#include "files/journal.hpp"
#include "io/input.hpp"
#include "io/lines.hpp"

namespace unbake::files {
namespace {

/// Adds records to what a journal says; false if one does not fit in.
class Collector {
 public:
  explicit Collector(JournalContent& content) : content_(&content) {}

  bool add(Record record) {
    // Only the first record may be a beginning, and it must be.
    if (std::holds_alternative<Begin>(record) == std::exchange(begun_, true)) return false;
    return std::visit([this](auto& what) { return take(what); }, record);
  }

 private:
  bool take(Begin& begin) {
    content_->begin = std::move(begin);
    return true;
  }
  bool take(Folder& folder) {
    content_->folders.push_back(std::move(folder));
    return true;
  }
  template <typename Intent>
  bool take(Intent& intent) {
    if (intent.number != content_->changes.size() + 1) return false;
    content_->changes.push_back({std::move(intent), Change::State::kPending, ""});
    return true;
  }
  bool take(Outcome& outcome) {
    if (outcome.number == 0 || outcome.number > content_->changes.size()) return false;
    Change& change = content_->changes[outcome.number - 1];
    constexpr Change::State kStates[] = {Change::State::kDone, Change::State::kLeft, Change::State::kUndoing,
                                         Change::State::kUndone};
    change.state = kStates[static_cast<std::size_t>(outcome.kind)];
    change.undo_temporary = std::move(outcome.temporary);
    change.undo_inverse = std::move(outcome.inverse);
    return true;
  }
  bool take(Planned&) { return content_->planned = true; }
  bool take(End&) { return content_->ended = true; }

  JournalContent* content_;
  bool begun_ = false;
};

}  // namespace

std::size_t JournalContent::count(Change::State state) const {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [state](const Change& change) { return change.state == state; }));
}

std::variant<JournalContent, io::Failure> read_journal(const std::string& path) {
  auto opened = io::Input::open(path);
  if (auto* failure = std::get_if<io::Failure>(&opened)) return *failure;
  io::LineReader lines(std::get<io::Input>(opened));
  JournalContent content;
  Collector collector(content);
  std::size_t torn = 0;
  for (std::size_t number = 1;; ++number) {
    const auto read = lines.next();
    if (const auto* failure = std::get_if<io::Failure>(&read)) return *failure;
    const std::string_view line = std::get<std::string_view>(read);
    if (line.empty()) break;
    auto record = line.ends_with('\n') ? parse_journal_line(line.substr(0, line.size() - 1)) : std::nullopt;
    if (!record) {
      if (torn == 0) torn = number;
      continue;
    }
    if (torn > 0 || !collector.add(std::move(*record))) {
      return io::Failure{"its journal is damaged in line " + std::to_string(torn > 0 ? torn : number),
                         "What it says is not to be relied on; the files themselves are whole. It is " + path};
    }
    content.size += line.size();
  }
  return content;
}

std::variant<std::string, io::Failure> journal_folder() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state == '/') return std::string(state) + "/unbake/runs";
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/') return std::string(home) + "/.local/state/unbake/runs";
  return io::Failure{"there is no place for the journal, without which nothing is changed",
                     "Set XDG_STATE_HOME or HOME to the path of a folder."};
}

std::vector<std::string> run_names(const std::string& folder) {
  std::vector<std::string> names;
  const FolderStream entries = open_folder(folder);
  if (!entries) return names;
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string name = entry->d_name;
    if (name.ends_with(kJournalEnding)) names.push_back(name.substr(0, name.size() - kJournalEnding.size()));
  }
  // Names begin with the time.
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace unbake::files

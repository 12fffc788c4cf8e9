#include <algorithm>
#include <cstdlib>
#include <optional>
#include <type_traits>
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

  /// `at` is where the record begins.
  bool add(Record record, std::size_t at) {
    at_ = at;
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
  bool take(PatchPart& part) {
    if (part.number == 0 || part.number > content_->changes.size() + 1) return false;
    if (part.number != parts_number_) parts_.clear();
    parts_number_ = part.number;
    parts_.push_back(at_);
    return true;
  }
  /// Where the patch of change `number` begins whose last record is this one; none if there are not as many `parts`.
  std::optional<std::size_t> patch_begin(std::size_t number, std::size_t parts) {
    std::vector<std::size_t> found;
    if (number == parts_number_) found = std::exchange(parts_, {});
    if (parts == 0) return at_;
    // What comes before is of a record that was never written.
    return parts <= found.size() ? std::optional(found[found.size() - parts]) : std::nullopt;
  }
  bool take(FileIntent& intent) {
    const auto at = patch_begin(intent.number, intent.parts);
    if (!at) return false;
    intent.inverse = {};
    if (!take_intent(intent)) return false;
    content_->changes.back().inverse_at = *at;
    return true;
  }
  bool take(RenameIntent& intent) { return take_intent(intent); }
  template <typename Intent>
  bool take_intent(Intent& intent) {
    if (intent.number != content_->changes.size() + 1) return false;
    content_->changes.push_back({std::move(intent), Change::State::kPending, "", 0, 0});
    return true;
  }
  bool take(Outcome& outcome) {
    if (outcome.number == 0 || outcome.number > content_->changes.size()) return false;
    Change& change = content_->changes[outcome.number - 1];
    constexpr Change::State kStates[] = {Change::State::kDone, Change::State::kLeft, Change::State::kUndoing,
                                         Change::State::kUndone};
    change.state = kStates[static_cast<std::size_t>(outcome.kind)];
    change.undo_temporary = std::move(outcome.temporary);
    const auto at = patch_begin(outcome.number, outcome.parts);
    change.undo_inverse_at = at.value_or(0);
    return at.has_value();
  }
  bool take(Planned&) { return content_->planned = true; }
  bool take(End&) { return content_->ended = true; }

  JournalContent* content_;
  std::size_t at_ = 0;
  std::vector<std::size_t> parts_;  ///< Where the last parts are, which all are of change
  std::size_t parts_number_ = 0;
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
    if (torn > 0 || !collector.add(std::move(*record), content.size)) {
      return io::Failure{"its journal is damaged in line " + std::to_string(torn > 0 ? torn : number),
                         "What it says is not to be relied on; the files themselves are whole. It is " + path};
    }
    content.size += line.size();
  }
  return content;
}

std::variant<LongPatch, io::Failure> read_patch(const std::string& path, std::size_t at, std::size_t number,
                                                const std::string& folder) {
  auto opened = io::Input::open(path);
  if (auto* failure = std::get_if<io::Failure>(&opened)) return *failure;
  auto& input = std::get<io::Input>(opened);
  if (auto failure = input.begin_at(at)) return *failure;
  io::LineReader lines(input);
  LongPatch patch(folder);
  for (;;) {
    const auto read = lines.next();
    if (const auto* failure = std::get_if<io::Failure>(&read)) return *failure;
    const std::string_view line = std::get<std::string_view>(read);
    auto record = line.ends_with('\n') ? parse_journal_line(line.substr(0, line.size() - 1)) : std::nullopt;
    if (!record) return io::Failure{"has a journal that has changed", "Nothing was done."};
    bool at_end = false;
    // There may be records of others between.
    std::visit(
        [&](auto& what) {
          if constexpr (requires { what.inverse; }) {
            if (what.number != number) return;
            for (io::Replacement& replacement : what.inverse) patch.add(std::move(replacement));
            at_end = !std::is_same_v<std::decay_t<decltype(what)>, PatchPart>;
          }
        },
        *record);
    if (at_end) return patch;
  }
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

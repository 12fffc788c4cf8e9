#include "cli/run_journal.hpp"

#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

namespace unbake::cli {

std::optional<io::Failure> RunJournal::begin() {
  const std::lock_guard guard(mutex_);
  if (failure_ || journal_) return failure_;
  auto folder = files::journal_folder();
  if (auto* failure = std::get_if<io::Failure>(&folder)) return failure_ = *failure;
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).string();
  if (error) return failure_ = io::Failure{"the working folder is gone", "Go to another one."};
  files::Begin begin = {.version = std::string(version()),
                        .folder = here,
                        .words = settings_->words,
                        .names = settings_->listed_files,
                        .evidence = settings_->evidence ? settings_->options.evidence.to_text() : ""};
  auto created = files::Journal::create(std::get<std::string>(folder), begin);
  if (auto* failure = std::get_if<io::Failure>(&created)) return failure_ = *failure;
  journal_ = std::move(std::get<std::unique_ptr<files::Journal>>(created));
  return std::nullopt;
}

std::optional<io::Failure> RunJournal::announce(const std::string& folder) {
  if (auto failure = begin()) return failure;
  return journal_->announce(folder);
}

void report_refusal(Console& console, const std::string& path, const files::Refusal& refusal) {
  if (refusal.kind == files::Refusal::Kind::kFailed) {
    console.error(display_name(path), refusal.failure);
  } else {
    console.refuse(display_name(path), refusal.failure);
  }
}

}  // namespace unbake::cli

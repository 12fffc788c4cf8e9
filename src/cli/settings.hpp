// What the command line asks for.
#ifndef UNBAKE_CLI_SETTINGS_HPP_
#define UNBAKE_CLI_SETTINGS_HPP_

#include <optional>
#include <string>
#include <vector>

#include "files/backup_name.hpp"
#include "formats/format.hpp"
#include "report/found.hpp"
#include "unbake/decode.hpp"
#include "unbake/unbake.hpp"

namespace unbake::cli {

enum class Color { kAuto, kAlways, kNever };
enum class Progress { kAuto, kAlways, kNever };
enum class ReportFormat { kText, kJson, kSarif, kGithub };

/// The name of standard input on the command line.
inline constexpr const char* kStandardInput = "-";

/// The answers to all options of all verbs; an option that a verb does not have keeps its default.
struct Settings {
  std::vector<std::string> arguments;  ///< Paths, or what the verb takes instead.
  Options options;

  bool help = false;
  bool diff = false;
  bool list = false;
  bool quiet = false;
  bool verbose = false;
  bool json = false;
  bool lost = false;                                 ///< What nothing can bring back is a finding of `check`, too.
  ReportFormat report_format = ReportFormat::kText;  ///< Of `check`.
  std::optional<std::string> report;                 ///< The page to write.
  report::Log* log = nullptr;                        ///< Where repairs are noted for it, if it is asked for.
  std::optional<std::string> baseline;               ///< The known findings.
  std::optional<std::string> write_baseline;         ///< Where to note all findings.
  const formats::Format* as = nullptr;               ///< What inputs are; null: what their names tell.
  formats::Selection selection;
  std::optional<std::string> output;
  std::optional<std::string> out_folder;
  std::optional<std::string> evidence;      ///< The file to read evidence from.
  std::optional<std::string> evidence_out;  ///< The file to write evidence to.
  Evidence* collected = nullptr;            ///< Where what each document says is added up, if it is asked for.
  Color color = Color::kAuto;

  // Which files.
  bool hidden = false;
  bool follow = false;
  int unrestricted = 0;  ///< How often that was said.
  bool binary = false;   ///< Read binary files as well.
  bool to_utf8 = false;  ///< Convert what is in another encoding.
  bool null_separated = false;
  std::vector<std::string> globs;
  std::optional<std::string> files_from;
  std::vector<std::string> listed_files;  ///< What `files_from` lists.

  // How they are changed.
  bool write = false;
  bool dry_run = false;
  bool keep_modified = false;
  bool links_kept = false;  ///< Write into files that have several names.
  std::optional<files::Backup> backup;
  std::string suffix;
  std::size_t jobs = 0;  ///< 0: as many as there are processors.
  Progress progress = Progress::kAuto;
  std::vector<std::string> words;  ///< The command line itself, with the verb.

  std::string path;  ///< Of damage, for `bake`.
  std::string profile = "whatwg";
  DecodeHints hints;  ///< For `decode`.
  bool report_encoding = false;
  bool no_repair = false;

  /// The arguments as paths to read: standard input if there is none.
  [[nodiscard]] std::vector<std::string> inputs() const {
    return arguments.empty() ? std::vector<std::string>{kStandardInput} : arguments;
  }
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SETTINGS_HPP_

#include "cli/evidence_file.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {
namespace {

bool is_missing(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) != 0 && errno == ENOENT;
}

}  // namespace

bool read_evidence(Settings& settings, Console& console) {
  if (!settings.evidence) return true;
  const std::string& path = *settings.evidence;
  if (settings.evidence_out == path && is_missing(path)) return true;
  auto opened = io::Input::open(path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(display_name(path), *failure);
    return false;
  }
  const auto read = io::read_all(std::get<io::Input>(opened));
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return false;
  }
  auto evidence = Evidence::from_text(std::get<std::string>(read));
  if (!evidence) {
    console.error(display_name(path), {"is no evidence: " + evidence.error().message,
                                       "Name a file that --evidence-out wrote, or make a new one with it."});
    return false;
  }
  settings.options.evidence = std::move(evidence).value();
  return true;
}

void write_evidence(const Settings& settings, const Evidence& collected, Console& console) {
  if (!settings.evidence_out) return;
  const std::string& path = *settings.evidence_out;
  Evidence all = settings.options.evidence;
  all.merge(collected);
  auto created = io::SafeFile::create(path);
  if (const auto* failure = std::get_if<io::Failure>(&created)) return console.error(path, *failure);
  auto& file = *std::get<std::unique_ptr<io::SafeFile>>(created);
  file.output().write(all.to_text());
  if (const auto failure = file.commit()) console.error(path, *failure);
}

}  // namespace unbake::cli

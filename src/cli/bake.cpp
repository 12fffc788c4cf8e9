#include "cli/bake.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/suggestion.hpp"
#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {
namespace {

std::vector<std::string> encoding_names() {
  std::vector<std::string> names;
  for (const EncodingInfo& encoding : encodings()) {
    names.emplace_back(encoding.name);
    for (const std::string_view alias : encoding.aliases) names.emplace_back(alias);
  }
  return names;
}

/// The names in a path, as they were written but for their case.
std::vector<std::string> names_in_path(std::string_view path) {
  std::vector<std::string> names(1);
  for (const char c : path) {
    if (c == '>' || c == '|') {
      names.emplace_back();
    } else if (c != ' ' && c != '\t') {
      names.back().push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  return names;
}

std::string suggested_encodings(std::string_view path) {
  const auto known = encoding_names();
  std::string suggestion;
  for (const std::string& name : names_in_path(path)) {
    if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
      suggestion += did_you_mean(name, known);
    }
  }
  return suggestion;
}

std::string suggested_profile(std::string_view wrong) {
  std::vector<std::string> known;
  for (const ProfileInfo& profile : profiles()) known.emplace_back(profile.name);
  return did_you_mean(wrong, known);
}

io::Failure bake_failure(const Error& error, const Settings& settings) {
  switch (error.code) {
    case Error::Code::kUnknownEncoding:
      return {error.message, suggested_encodings(settings.path) + "`unbake list encodings` prints all."};
    case Error::Code::kUnknownProfile:
      return {error.message, suggested_profile(settings.profile) + "`unbake list profiles` prints all."};
    case Error::Code::kBadPath:
      return {error.message,
              "A path looks like 'utf-8>gbk' or 'utf-8>windows-1252 | utf-8>gbk'; quote it for the shell."};
    default:
      return {error.message, "Take another path, or another text."};
  }
}

void write_baked(const std::string& baked, const Settings& settings, Console& console) {
  if (!settings.output) return console.out().write(baked);
  auto created = io::SafeFile::create(*settings.output);
  if (const auto* failure = std::get_if<io::Failure>(&created)) return console.error(*settings.output, *failure);
  auto& file = *std::get<std::unique_ptr<io::SafeFile>>(created);
  file.output().write(baked);
  if (const auto failure = file.commit()) console.error(*settings.output, *failure);
}

}  // namespace

ExitStatus run_bake(const Settings& settings, Console& console) {
  const auto paths = settings.inputs();
  if (settings.path.empty()) {
    console.error("",
                  {"--path is missing", "Say which damage to make, for example: unbake bake --path 'utf-8>gbk' FILE"});
    return ExitStatus::kDone;
  }
  if (paths.size() > 1) {
    console.error("",
                  {"it takes one file, and " + std::to_string(paths.size()) + " are named", "Bake them one by one."});
    return ExitStatus::kDone;
  }
  auto opened = io::Input::open(paths.front());
  std::variant<std::string, io::Failure> read;
  if (auto* failure = std::get_if<io::Failure>(&opened)) {
    read = *failure;
  } else {
    read = io::read_all(std::get<io::Input>(opened));
  }
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(paths.front()), *failure);
    return ExitStatus::kDone;
  }
  const auto baked = bake(std::get<std::string>(read), settings.path, settings.profile);
  if (baked) {
    write_baked(*baked, settings, console);
  } else {
    const bool about_text = baked.error().code == Error::Code::kUnencodable;
    console.error(about_text ? display_name(paths.front()) : "", bake_failure(baked.error(), settings));
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli

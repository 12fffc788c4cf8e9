#include "cli/bake.hpp"

#include <memory>
#include <string>
#include <variant>

#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {
namespace {

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
    console.error(about_text ? display_name(paths.front()) : "", {baked.error().message, ""});
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli

#include "cli/baseline_file.hpp"

#include <memory>
#include <utility>
#include <variant>

#include "io/input.hpp"
#include "io/safe_file.hpp"

namespace unbake::cli {

std::optional<report::Baseline> read_baseline(const std::string& path, Console& console) {
  auto opened = io::Input::open(path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(display_name(path), *failure);
    return std::nullopt;
  }
  const auto read = io::read_all(std::get<io::Input>(opened));
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return std::nullopt;
  }
  auto baseline = report::Baseline::read(std::get<std::string>(read));
  if (!baseline) {
    console.error(display_name(path),
                  {"is no baseline", "Name a file that --write-baseline wrote, or write a new one."});
  }
  return baseline;
}

void write_baseline(const std::string& path, std::span<const report::Found> all, Console& console) {
  report::Baseline baseline;
  for (const report::Found& found : all) baseline.add(found);
  auto created = io::SafeFile::create(path);
  if (const auto* failure = std::get_if<io::Failure>(&created)) return console.error(path, *failure);
  auto& file = *std::get<std::unique_ptr<io::SafeFile>>(created);
  file.output().write(baseline.text());
  if (const auto failure = file.commit()) console.error(path, *failure);
}

}  // namespace unbake::cli

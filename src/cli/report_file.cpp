#include "cli/report_file.hpp"

#include <memory>
#include <variant>

#include "io/safe_file.hpp"
#include "report/html_page.hpp"

namespace unbake::cli {

void write_report(const std::string& path, const report::Log& log, Console& console) {
  auto created = io::SafeFile::create(path);
  if (const auto* failure = std::get_if<io::Failure>(&created)) return console.error(path, *failure);
  auto& file = *std::get<std::unique_ptr<io::SafeFile>>(created);
  file.output().write(report::html_page(log.all, log.files));
  if (const auto failure = file.commit()) console.error(path, *failure);
}

}  // namespace unbake::cli

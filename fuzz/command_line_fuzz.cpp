// The parser of the command line on any words: the first byte chooses the verb, the words end in NULs. It says what is
// wrong, or gives settings within their ranges; and what it took it takes again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/verb_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace unbake::cli;
  if (size == 0) return 0;
  const auto verbs = verb_table();
  const Verb& verb = verbs[data[0] % verbs.size()];
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<std::string> words;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\0');
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  const auto parsed = parse_command_line(verb, words);
  if (const auto* failure = std::get_if<unbake::io::Failure>(&parsed)) {
    if (failure->what.empty()) std::abort();
    return 0;
  }
  const auto& settings = std::get<Settings>(parsed);
  const bool in_range = settings.jobs <= 1024 && settings.options.max_layers >= 1 && settings.options.max_layers <= 5 &&
                        settings.options.min_confidence >= 0 && settings.options.min_confidence <= 1;
  if (!in_range || settings.words.size() != words.size() + 1) std::abort();
  if (!std::holds_alternative<Settings>(parse_command_line(verb, words))) std::abort();
  return 0;
}

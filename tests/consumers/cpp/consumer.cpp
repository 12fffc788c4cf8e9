// Prints its argument repaired, by fix and in pieces, which must agree.
#include <iostream>
#include <string>
#include <unbake/stream.hpp>
#include <unbake/unbake.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string text = argv[1];
  unbake::Options options;
  options.max_layers = 3;
  const unbake::Fixed fixed = unbake::fix(text, options);
  unbake::Evidence evidence = unbake::collect_evidence(text);
  evidence.merge(unbake::Evidence());
  unbake::Stream stream(options);
  std::string streamed(stream.push(text));
  streamed += stream.finish();
  if (!fixed.changed() || streamed != fixed.text() || evidence.empty() || unbake::languages().empty()) return 1;
  if (!unbake::apply(text, unbake::plan(text, options)) || !unbake::check_options(options)) return 1;
  std::cout << fixed.text() << '\n';
}

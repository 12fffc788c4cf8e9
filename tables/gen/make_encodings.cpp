// make_encodings ENCODINGS.TOML FOLDER: writes the tables of all encodings into FOLDER
// (tables/generated).
#include <cstdio>
#include <exception>

#include "encoding_model.hpp"
#include "encoding_tables.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_encodings ENCODINGS.TOML FOLDER\n", stderr);
    return 2;
  }
  try {
    using namespace unbake::gen;
    const Models models = load_models(argv[1]);
    const std::filesystem::path folder = argv[2];
    std::filesystem::create_directories(folder);
    std::size_t total = 0;
    const auto report = [&](const char* name, std::size_t bytes) {
      std::printf("%-16s %7zu bytes\n", name, bytes);
      total += bytes;
    };
    write_ids(models, folder);
    report("registry", write_registry(models, folder));
    report("single_byte", write_single_byte(models, folder));
    report("gbk", write_gbk(models, folder));
    report("big5", write_big5(models, folder));
    report("jis", write_jis(models, folder));
    report("ks_x_1001", write_ks_x_1001(models, folder));
    report("reader_index", write_reader_index(models, folder));
    report("reader_masks", write_reader_masks(models, folder));
    report("total", total);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_encodings: %s\n", error.what());
    return 1;
  }
  return 0;
}

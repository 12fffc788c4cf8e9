#include "formats/format.hpp"

#include <algorithm>
#include <string>

#include "formats/finders.hpp"

namespace unbake::formats {
namespace {

constexpr Format kFormats[] = {
    {"plain", "", "all of it", Selects::kNothing, false, &find_plain},
    {"json", "json geojson webmanifest", "string values, or those of --field", Selects::kFields, false, &find_json},
    {"jsonl", "jsonl ndjson", "the same of JSON Lines, each line by itself", Selects::kFields, true, &find_json},
    {"csv", "csv", "cells, or those of --column; separated by , ; | or tabs", Selects::kColumns, false, &find_csv,
     &csv_in_pieces},
    {"tsv", "tsv", "cells, or those of --column; separated by tabs, never quoted", Selects::kColumns, false, &find_tsv,
     &tsv_in_pieces},
    {"html", "html htm xhtml", "text, and attributes meant for people, or those of --attribute", Selects::kAttributes,
     false, &find_html},
    {"xml", "xml svg rss atom xlf xliff tmx opf ncx", "text, and the attributes of --attribute", Selects::kAttributes,
     false, &find_xml},
    {"srt", "srt", "the text of subtitles", Selects::kNothing, false, &find_srt},
    {"vtt", "vtt", "the text of cues", Selects::kNothing, false, &find_vtt},
    {"ass", "ass ssa", "the text of dialogue", Selects::kNothing, false, &find_ass},
    {"sql", "sql", "strings between single quotes, and the rows of COPY", Selects::kNothing, false, &find_sql,
     &sql_in_pieces},
    {"mail", "eml mbox", "headers with names and words", Selects::kNothing, false, &find_mail, &mail_in_pieces},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view x, std::string_view y) {
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](char a, char b) { return lower(a) == lower(b); });
}

bool has_ending(const Format& format, std::string_view ending) {
  for (std::string_view rest = format.endings; !rest.empty();) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (same_word(rest.substr(0, space), ending)) return true;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return false;
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::optional<io::Failure> refuses(const Format& format, const Selection& selection) {
  const char* option = nullptr;
  if (!selection.fields.empty() && format.selects != Selects::kFields) option = "--field, which is for JSON";
  if (!selection.columns.empty() && format.selects != Selects::kColumns) option = "--column, which is for CSV";
  if (!selection.attributes.empty() && format.selects != Selects::kAttributes) {
    option = "--attribute, which is for HTML and XML";
  }
  if (option == nullptr) return std::nullopt;
  return io::Failure{"is read as " + std::string(format.name) + " and has no " + option,
                     "Say with --as what it is, or leave the option out."};
}

const Format* find_format(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kFormats), std::end(kFormats), [name](const Format& f) { return f.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

const Format& format_of_file(std::string_view file_name) {
  const std::size_t dot = file_name.find_last_of("./");
  if (dot == std::string_view::npos || file_name[dot] == '/') return kFormats[0];
  const std::string_view ending = file_name.substr(dot + 1);
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [ending](const Format& format) { return has_ending(format, ending); });
  return found == std::end(kFormats) ? kFormats[0] : *found;
}

}  // namespace unbake::formats

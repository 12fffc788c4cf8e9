// How each format finds its fields; format.cpp has the table.
#ifndef UNBAKE_FORMATS_FINDERS_HPP_
#define UNBAKE_FORMATS_FINDERS_HPP_

#include <memory>
#include <string_view>

#include "formats/field.hpp"
#include "formats/pieces.hpp"

namespace unbake::formats {

FoundFields find_plain(std::string_view content, const Selection& selection);
FoundFields find_json(std::string_view content, const Selection& selection);
FoundFields find_csv(std::string_view content, const Selection& selection);
FoundFields find_tsv(std::string_view content, const Selection& selection);
FoundFields find_html(std::string_view content, const Selection& selection);
FoundFields find_xml(std::string_view content, const Selection& selection);
FoundFields find_srt(std::string_view content, const Selection& selection);
FoundFields find_vtt(std::string_view content, const Selection& selection);
FoundFields find_ass(std::string_view content, const Selection& selection);
FoundFields find_sql(std::string_view content, const Selection& selection);
FoundFields find_mail(std::string_view content, const Selection& selection);

std::unique_ptr<PieceFinder> csv_in_pieces(const Selection& selection);
std::unique_ptr<PieceFinder> tsv_in_pieces(const Selection& selection);
std::unique_ptr<PieceFinder> sql_in_pieces(const Selection& selection);
std::unique_ptr<PieceFinder> mail_in_pieces(const Selection& selection);

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_FINDERS_HPP_

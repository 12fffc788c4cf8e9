// The report for people: one page that needs no network.
#ifndef UNBAKE_REPORT_HTML_PAGE_HPP_
#define UNBAKE_REPORT_HTML_PAGE_HPP_

#include <cstddef>
#include <span>
#include <string>

#include "report/found.hpp"

namespace unbake::report {

/// Of more repairs, only so many are shown one by one; all are counted.
inline constexpr std::size_t kMostShown = 5000;

/// A page about all repairs in `files` files, those of one file in a row. Whatever is shown is escaped; the page may
/// run nothing but its own script.
std::string html_page(std::span<const Found> all, std::size_t files);

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_HTML_PAGE_HPP_

// The parts of the page of a report that are always the same.
#ifndef UNBAKE_REPORT_HTML_STYLE_HPP_
#define UNBAKE_REPORT_HTML_STYLE_HPP_

#include <string_view>

namespace unbake::report {

/// CSS for light and dark.
std::string_view page_style();

/// JavaScript for filter and search. Without it everything is shown.
std::string_view page_script();

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_HTML_STYLE_HPP_

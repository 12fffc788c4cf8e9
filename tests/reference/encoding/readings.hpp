// The obvious twin of reader_bytes: everything that any reader shows, out of the model that tables
// are generated from.
#ifndef UNBAKE_TESTS_REFERENCE_ENCODING_READINGS_HPP_
#define UNBAKE_TESTS_REFERENCE_ENCODING_READINGS_HPP_

#include <map>
#include <string>

#include "encoding/reader_index.hpp"

namespace unbake::reference {

/// character -> bytes -> readers; the four-byte units of gb18030 beyond the BMP are left out.
using Readings = std::map<char32_t, std::map<std::string, encoding::ReaderSet>>;
const Readings& all_readings();

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_ENCODING_READINGS_HPP_

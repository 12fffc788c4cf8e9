// Johab (KS X 1001 annex 3), which ICU has no converter for: rules instead of a table.
#ifndef UNBAKE_TABLES_GEN_JOHAB_MODEL_HPP_
#define UNBAKE_TABLES_GEN_JOHAB_MODEL_HPP_

#include "encoding_model.hpp"

namespace unbake::gen {

/// The units of johab, given those of euc-kr, from which its symbols and hanja come.
std::map<Bytes, Characters> johab_units(const std::map<Bytes, Characters>& euc_kr);

}  // namespace unbake::gen

#endif  // UNBAKE_TABLES_GEN_JOHAB_MODEL_HPP_

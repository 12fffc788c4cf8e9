// The bytes that a symbol may stand for, in every reader.
#ifndef UNBAKE_REPAIR_SYMBOL_BYTES_HPP_
#define UNBAKE_REPAIR_SYMBOL_BYTES_HPP_

#include "encoding/symbol_bytes.hpp"

namespace unbake::repair {

using encoding::BytesRole;
using encoding::SymbolBytes;
using encoding::SymbolBytesMemory;

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_SYMBOL_BYTES_HPP_

// Counts the bytes on the heap of this program.
#ifndef UNBAKE_TESTS_PATHOLOGICAL_HEAP_HPP_
#define UNBAKE_TESTS_PATHOLOGICAL_HEAP_HPP_

#include <cstddef>

namespace unbake::tests::heap {

/// Bytes that are allocated now.
std::size_t live();
/// The most bytes that were allocated at once since `reset_peak`.
std::size_t peak();
void reset_peak();

}  // namespace unbake::tests::heap

#endif  // UNBAKE_TESTS_PATHOLOGICAL_HEAP_HPP_

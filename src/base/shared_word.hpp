// A word that threads share.
#ifndef UNBAKE_BASE_SHARED_WORD_HPP_
#define UNBAKE_BASE_SHARED_WORD_HPP_

#include <atomic>
#include <cstdint>

namespace unbake::base {

/// Any number of threads may read and write it at once. What is read was written by some thread, as a whole; it says
/// nothing of other memory. So it is only good for what is right by itself, as an entry of a table that holds its key.
class SharedWord {
 public:
  [[nodiscard]] std::uint64_t get() const noexcept { return word_.load(std::memory_order_relaxed); }
  void set(std::uint64_t word) noexcept { word_.store(word, std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> word_{0};
  static_assert(std::atomic<std::uint64_t>::is_always_lock_free);
};

}  // namespace unbake::base

#endif  // UNBAKE_BASE_SHARED_WORD_HPP_

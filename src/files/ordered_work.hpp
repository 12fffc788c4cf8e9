// Work done by several threads, its results taken in order.
#ifndef UNBAKE_FILES_ORDERED_WORK_HPP_
#define UNBAKE_FILES_ORDERED_WORK_HPP_

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace unbake::files {

/// Results that may wait to be taken, for each thread: enough that one slow piece does not stop the others.
inline constexpr std::size_t kAhead = 8;
/// How long the taker waits before it looks at something else.
inline constexpr std::chrono::milliseconds kPatience{50};

/// Calls `work(index)`, for each index below `count`, in `threads` threads (at least 1), and `take(index, result)` for
/// each result in the order of the indexes, in this thread. `idle()` is called in this thread whenever it has waited
/// for a while. Once `take` or `idle` returns false no more is begun, and this returns when what was begun has ended.
/// At most `kAhead * threads` results wait. An exception of `work` is thrown here.
template <typename Result, typename Work, typename Take, typename Idle>
void work_in_order(std::size_t count, std::size_t threads, Work work, Take take, Idle idle) {
  using Answer = std::variant<Result, std::exception_ptr>;
  std::mutex mutex;
  std::condition_variable ready;
  std::condition_variable room;
  std::map<std::size_t, Answer> answers;
  threads = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(count, 1));
  const std::size_t ahead = kAhead * threads;
  std::size_t begun = 0;
  std::size_t taken = 0;
  bool stopped = false;

  const auto answer_of = [&](std::size_t index) -> Answer {
    try {
      return Answer(std::in_place_index<0>, work(index));
    } catch (...) {
      return Answer(std::in_place_index<1>, std::current_exception());
    }
  };
  const auto run = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      room.wait(lock, [&] { return stopped || begun == count || begun < taken + ahead; });
      if (stopped || begun == count) return;
      const std::size_t index = begun++;
      lock.unlock();
      Answer answer = answer_of(index);
      lock.lock();
      answers.emplace(index, std::move(answer));
      // Waking the taker for each of many small pieces would cost more than they do; it does not wait longer than its
      // patience lasts.
      const bool wanted = answers.begin()->first == taken;
      if (wanted && (begun == count || answers.size() >= ahead / 2)) ready.notify_one();
    }
  };
  const auto stop = [&] {
    const std::lock_guard guard(mutex);
    stopped = true;
    room.notify_all();
  };

  std::vector<std::jthread> workers;
  struct Stopper {
    const decltype(stop)& call;
    ~Stopper() { call(); }
  };
  // Destroyed before the threads are joined, whatever happens.
  for (std::size_t i = 0; i < threads; ++i) workers.emplace_back(run);
  const Stopper stopper{stop};

  while (taken < count) {
    std::unique_lock lock(mutex);
    if (!ready.wait_for(lock, kPatience, [&] { return answers.contains(taken); })) {
      lock.unlock();
      if (!idle()) return;
      continue;
    }
    auto node = answers.extract(taken);
    const std::size_t index = taken++;
    // Threads that found no room begin again when half of it is free.
    if (begun <= taken + ahead / 2) room.notify_all();
    lock.unlock();
    if (auto* thrown = std::get_if<1>(&node.mapped())) std::rethrow_exception(*thrown);
    if (!take(index, std::move(std::get<0>(node.mapped())))) return;
  }
}

}  // namespace unbake::files

#endif  // UNBAKE_FILES_ORDERED_WORK_HPP_

// Work on items that come one after the other, done in two stages by several threads, its results taken in order.
#ifndef UNBAKE_FILES_STAGED_WORK_HPP_
#define UNBAKE_FILES_STAGED_WORK_HPP_

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace unbake::files {

/// Whether there is another item.
enum class Supply : std::uint8_t {
  kItem,
  kLater,  ///< Not without waiting for it.
  kEnd,
};

/// The threads and the tasks of `work_in_stages`.
class StageThreads {
 public:
  /// One stage of the work on an item.
  struct Task {
    virtual ~Task() = default;
    virtual void run() = 0;
    bool is_done = false;         ///< Guarded by the mutex.
    std::exception_ptr thrown{};  ///< The same.
  };

  /// The caller of `help` is one of the `threads`.
  explicit StageThreads(std::size_t threads) {
    for (std::size_t i = 1; i < threads; ++i) workers_.emplace_back([this] { work(); });
  }
  StageThreads(const StageThreads&) = delete;
  StageThreads& operator=(const StageThreads&) = delete;
  ~StageThreads() {
    {
      const std::lock_guard guard(mutex_);
      is_stopped_ = true;
      tasks_.clear();
    }
    added_.notify_all();
  }

  /// `task` must live until it is done, or until this is destroyed. Urgent ones come before all others.
  void add(Task& task, bool is_urgent) {
    {
      const std::lock_guard guard(mutex_);
      if (is_urgent) {
        tasks_.push_front(&task);
      } else {
        tasks_.push_back(&task);
      }
    }
    added_.notify_one();
  }

  /// True if `task` is done; throws what it threw.
  bool is_done(Task& task) {
    const std::lock_guard guard(mutex_);
    if (task.is_done && task.thrown) std::rethrow_exception(task.thrown);
    return task.is_done;
  }

  /// Does a task that nobody has begun; or waits until another one is done.
  void help() {
    std::unique_lock lock(mutex_);
    if (!tasks_.empty()) {
      run_next(lock);
      return;
    }
    const std::size_t seen = finished_;
    if (seen == taken_note_) done_.wait(lock, [&] { return finished_ != seen; });
    taken_note_ = finished_;
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      added_.wait(lock, [this] { return is_stopped_ || !tasks_.empty(); });
      if (is_stopped_) return;
      run_next(lock);
    }
  }

  void run_next(std::unique_lock<std::mutex>& lock) {
    Task* task = tasks_.front();
    tasks_.pop_front();
    lock.unlock();
    std::exception_ptr thrown;
    try {
      task->run();
    } catch (...) {
      thrown = std::current_exception();
    }
    lock.lock();
    task->thrown = thrown;
    task->is_done = true;
    ++finished_;
    done_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable added_;
  std::condition_variable done_;
  std::deque<Task*> tasks_;
  std::size_t finished_ = 0;    ///< Tasks that are done,
  std::size_t taken_note_ = 0;  ///< and how many `help` has told its caller of.
  bool is_stopped_ = false;
  std::vector<std::jthread> workers_;  // joined before anything else goes
};

/// How `work_in_stages` is to work.
struct Stages {
  std::size_t threads = 1;  ///< At least 1; this thread is one of them.
  std::size_t most = 1;     ///< Items that are held at once; more than `is_ready` may ask for.
};

/// Works on items in order of supply:
///
///   Supply next(Item&, bool may_wait)   fills in the next item; without `may_wait`, which is said when there is
///                                       nothing else to do, it does not wait for it
///   void first(Item&)                   in any thread
///   void hear(Item&)                    for each in order, when `first` is done with it; in this thread
///   bool is_ready(bool is_last)         whether `second` of the first item that waits for it may begin; `is_last`:
///                                       there are no more items to hear. In this thread
///   void prepare(Item&)                 for each in order, when it is ready; in this thread
///   void second(Item&)                  in any thread
///   bool take(Item&)                    for each in order, in this thread; false ends the work
///
/// What a stage throws is thrown here. Work that was begun has ended when this returns.
template <typename Item, typename Steps>
void work_in_stages(const Stages& stages, Steps& steps) {
  struct Held {
    struct First final : StageThreads::Task {
      void run() override { steps->first(*item); }
      Steps* steps = nullptr;
      Item* item = nullptr;
    } first;
    struct Second final : StageThreads::Task {
      void run() override { steps->second(*item); }
      Steps* steps = nullptr;
      Item* item = nullptr;
    } second;
    Item item;
  };
  std::deque<std::unique_ptr<Held>> held;
  StageThreads threads(stages.threads);  // goes before what it works on
  std::size_t heard = 0;                 // of `held`
  std::size_t prepared = 0;
  bool at_end = false;
  std::unique_ptr<Held> coming;
  for (;;) {
    while (!held.empty() && prepared > 0 && threads.is_done(held.front()->second)) {
      const std::unique_ptr<Held> done = std::move(held.front());
      held.pop_front();
      --heard;
      --prepared;
      if (!steps.take(done->item)) return;
    }
    while (heard < held.size() && threads.is_done(held[heard]->first)) steps.hear(held[heard++]->item);
    while (prepared < heard && steps.is_ready(at_end && heard == held.size())) {
      Held& ready = *held[prepared++];
      steps.prepare(ready.item);
      threads.add(ready.second, true);
    }
    if (at_end && held.empty()) return;
    if (!at_end && held.size() < stages.most) {
      if (!coming) coming = std::make_unique<Held>();
      const bool is_idle = heard == held.size() && prepared == 0;
      const Supply supply = steps.next(coming->item, is_idle);
      if (supply == Supply::kEnd) {
        at_end = true;
        continue;
      }
      if (supply == Supply::kItem) {
        coming->first.steps = coming->second.steps = &steps;
        coming->first.item = coming->second.item = &coming->item;
        threads.add(coming->first, false);
        held.push_back(std::move(coming));
        continue;
      }
    }
    threads.help();
  }
}

}  // namespace unbake::files

#endif  // UNBAKE_FILES_STAGED_WORK_HPP_

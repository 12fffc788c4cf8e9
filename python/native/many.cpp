// Many texts at once, by several threads, while Python goes on.
#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <vector>

#include "objects.hpp"

namespace unbake::python {
namespace {

// Texts are taken in and repaired a piece at a time, so that what is held besides them is bounded.
constexpr std::size_t kMostRows = std::size_t{1} << 14;
constexpr std::size_t kMostBytes = std::size_t{1} << 24;
// Texts a thread takes at a time.
constexpr std::size_t kRowsOfTurn = 32;
constexpr long kMostThreads = 256;

struct Row {
  Ref object;
  Text text;
  std::optional<std::string> repaired;
};

// Repairs the rows from `next` on, until there are no more. False if there is no memory.
void repair_rows(std::vector<Row>& rows, const Options& options, std::atomic<std::size_t>& next,
                 std::atomic<bool>& failed) {
  try {
    for (;;) {
      const std::size_t begin = next.fetch_add(kRowsOfTurn);
      if (begin >= rows.size()) return;
      for (std::size_t i = begin; i < std::min(begin + kRowsOfTurn, rows.size()); ++i) {
        const Fixed fixed = unbake::fix(rows[i].text.view(), options);
        if (fixed.changed()) rows[i].repaired = std::string(fixed.text());
      }
    }
  } catch (...) {
    failed = true;
  }
}

void repair_all(std::vector<Row>& rows, const Options& options, std::size_t threads) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::vector<std::thread> others;
  const std::size_t turns = (rows.size() + kRowsOfTurn - 1) / kRowsOfTurn;
  others.reserve(std::min(threads, turns));
  try {
    while (others.size() + 1 < std::min(threads, turns)) {
      others.emplace_back([&] { repair_rows(rows, options, next, failed); });
    }
  } catch (const std::system_error&) {
    // Where the system gives no more threads, those that there are do it.
  }
  repair_rows(rows, options, next, failed);
  for (std::thread& other : others) other.join();
  if (failed) throw std::bad_alloc();
}

// Takes in the next piece of the texts. False with an exception set if one is no text.
bool read_piece(PyObject* iterator, Py_ssize_t& row, std::vector<Row>& rows) {
  rows.clear();
  std::size_t bytes = 0;
  while (rows.size() < kMostRows && bytes < kMostBytes) {
    Ref object(PyIter_Next(iterator));
    if (!object) return PyErr_Occurred() == nullptr;
    Row& next = rows.emplace_back();
    if (!next.text.read(object.get(), row)) return false;
    next.object = std::move(object);
    bytes += next.text.view().size();
    ++row;
  }
  return true;
}

bool append_piece(std::vector<Row>& rows, const Ref& list) {
  for (Row& row : rows) {
    const Ref answer = row.repaired ? row.text.like(*row.repaired) : std::move(row.object);
    if (!answer || PyList_Append(list.get(), answer.get()) < 0) return false;
  }
  return true;
}

}  // namespace

PyObject* fixer_fix_many(PyObject* self, PyObject* arguments, PyObject* keywords) {
  return guarded([&]() -> PyObject* {
    static const char* names[] = {"texts", "threads", nullptr};
    PyObject* texts = nullptr;
    long threads = 1;
    if (PyArg_ParseTupleAndKeywords(arguments, keywords, "O|l:fix_many", const_cast<char**>(names), &texts, &threads) ==
        0) {
      return nullptr;
    }
    if (PyUnicode_Check(texts) != 0 || PyBytes_Check(texts) != 0) {
      PyErr_SetString(PyExc_TypeError, "texts must be a list of str or bytes, not one text; fix repairs one");
      return nullptr;
    }
    if (threads < 0 || threads > kMostThreads) {
      PyErr_Format(PyExc_ValueError, "threads must be between 0 and %ld, not %ld", kMostThreads, threads);
      return nullptr;
    }
    if (threads == 0) threads = std::max(1L, static_cast<long>(std::thread::hardware_concurrency()));
    const Ref iterator(PyObject_GetIter(texts));
    Ref list(PyList_New(0));
    if (!iterator || !list) return nullptr;
    std::vector<Row> rows;
    Py_ssize_t row = 0;
    do {
      if (!read_piece(iterator.get(), row, rows)) return nullptr;
      {
        const WithoutLock others_run;
        repair_all(rows, options_of(self), static_cast<std::size_t>(threads));
      }
      if (!append_piece(rows, list)) return nullptr;
    } while (!rows.empty());
    return list.release();
  });
}

}  // namespace unbake::python

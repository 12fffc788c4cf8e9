// What the parts of the extension share: Python's interface, in the form that all versions from 3.9 on have, and owned
// references.
#ifndef UNBAKE_PYTHON_NATIVE_OBJECTS_HPP_
#define UNBAKE_PYTHON_NATIVE_OBJECTS_HPP_

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "unbake/unbake.hpp"

namespace unbake::python {

/// A reference to an object, or none; given back at the end.
class Ref {
 public:
  Ref() = default;
  explicit Ref(PyObject* owned) : object_(owned) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Ref& operator=(Ref&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  Ref(const Ref&) = delete;
  Ref& operator=(const Ref&) = delete;
  ~Ref() { Py_XDECREF(object_); }

  static Ref borrowed(PyObject* object) {
    Py_XINCREF(object);
    return Ref(object);
  }

  explicit operator bool() const { return object_ != nullptr; }
  [[nodiscard]] PyObject* get() const { return object_; }
  [[nodiscard]] PyObject* release() { return std::exchange(object_, nullptr); }

 private:
  PyObject* object_ = nullptr;
};

/// The bytes of a str (in UTF-8) or bytes object.
class Text {
 public:
  /// False, with TypeError or UnicodeEncodeError set, if `object` is neither or holds lone surrogates. `row` is named
  /// in the message unless it is negative.
  [[nodiscard]] bool read(PyObject* object, Py_ssize_t row = -1);

  [[nodiscard]] std::string_view view() const { return view_; }
  [[nodiscard]] bool is_str() const { return is_str_; }
  /// A new object of the type that was read.
  [[nodiscard]] Ref like(std::string_view text) const;

 private:
  Ref bytes_;
  std::string_view view_;
  bool is_str_ = false;
};

/// Lets other Python threads run as long as it lives.
class WithoutLock {
 public:
  WithoutLock() : state_(PyEval_SaveThread()) {}
  WithoutLock(const WithoutLock&) = delete;
  WithoutLock& operator=(const WithoutLock&) = delete;
  ~WithoutLock() { PyEval_RestoreThread(state_); }

 private:
  PyThreadState* state_;
};

/// What `work` returns; null with an exception set if it throws.
template <typename Work>
[[nodiscard]] PyObject* guarded(Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const std::bad_alloc&) {
    return PyErr_NoMemory();
  } catch (const std::exception& e) {
    PyErr_SetString(PyExc_RuntimeError, e.what());
    return nullptr;
  }
}

[[nodiscard]] inline PyObject* to_str(std::string_view text) {
  return PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "strict");
}

/// Sets ValueError with the words of `error`; always null.
[[nodiscard]] PyObject* set_error(const Error& error);

/// A fixer: options that were checked.
struct FixerObject {
  PyObject_HEAD Options* options;
};

/// The type `Fixer`, new for each interpreter.
[[nodiscard]] PyObject* make_fixer_type(PyObject* module);

/// The methods of `Fixer` that have files of their own.
PyObject* fixer_fix_many(PyObject* self, PyObject* arguments, PyObject* keywords);
PyObject* fixer_findings(PyObject* self, PyObject* arguments);
PyObject* fixer_fix_arrow_array(PyObject* self, PyObject* arguments);
PyObject* fixer_fix_arrow_stream(PyObject* self, PyObject* stream);

/// The function `decode` of the module: a tuple of what was found, or None if the bytes are no text.
PyObject* module_decode(PyObject* module, PyObject* arguments, PyObject* keywords);

[[nodiscard]] inline const Options& options_of(PyObject* fixer) {
  return *reinterpret_cast<FixerObject*>(fixer)->options;
}

}  // namespace unbake::python

#endif  // UNBAKE_PYTHON_NATIVE_OBJECTS_HPP_

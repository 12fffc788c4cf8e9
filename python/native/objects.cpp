#include "objects.hpp"

namespace unbake::python {
namespace {

constexpr const char* kSurrogates =
    "lone surrogates are no text that can be repaired; pass the bytes that the text was decoded from, or decode them "
    "without errors='surrogateescape' or 'surrogatepass'";

// Says in the exception that is set what to do, and in which row of a batch.
void explain_surrogates(Py_ssize_t row) {
  if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError) == 0) return;
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  const Ref reason(row < 0 ? PyUnicode_FromString(kSurrogates) : PyUnicode_FromFormat("row %zd: %s", row, kSurrogates));
  if (!reason || PyObject_SetAttrString(value, "reason", reason.get()) < 0) PyErr_Clear();
  PyErr_Restore(type, value, traceback);
}

void set_type_error(PyObject* object, Py_ssize_t row) {
  const Ref type(PyObject_GetAttrString(reinterpret_cast<PyObject*>(Py_TYPE(object)), "__name__"));
  if (!type) return;
  if (row < 0) {
    PyErr_Format(PyExc_TypeError, "text must be str or bytes, not %U", type.get());
  } else {
    PyErr_Format(PyExc_TypeError, "row %zd: text must be str or bytes, not %U", row, type.get());
  }
}

}  // namespace

bool Text::read(PyObject* object, Py_ssize_t row) {
  is_str_ = PyUnicode_Check(object) != 0;
  if (is_str_) {
    bytes_ = Ref(PyUnicode_AsUTF8String(object));
    if (!bytes_) {
      explain_surrogates(row);
      return false;
    }
  } else if (PyBytes_Check(object) != 0) {
    bytes_ = Ref::borrowed(object);
  } else {
    set_type_error(object, row);
    return false;
  }
  char* data = nullptr;
  Py_ssize_t size = 0;
  if (PyBytes_AsStringAndSize(bytes_.get(), &data, &size) < 0) return false;
  view_ = {data, static_cast<std::size_t>(size)};
  return true;
}

Ref Text::like(std::string_view text) const {
  return Ref(is_str_ ? to_str(text) : PyBytes_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
}

PyObject* set_error(const Error& error) {
  const Ref message(to_str(error.message));
  if (message) PyErr_SetObject(PyExc_ValueError, message.get());
  return nullptr;
}

}  // namespace unbake::python

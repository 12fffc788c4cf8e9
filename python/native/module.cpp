// The module unbake._native, a module of its own in each interpreter.
#include <cstdlib>

#include "objects.hpp"

namespace unbake::python {
namespace {

PyObject* module_bake(PyObject*, PyObject* arguments, PyObject* keywords) {
  return guarded([&]() -> PyObject* {
    static const char* names[] = {"text", "path", "profile", nullptr};
    PyObject* object = nullptr;
    const char* path = nullptr;
    const char* profile = "whatwg";
    if (PyArg_ParseTupleAndKeywords(arguments, keywords, "Os|s:bake", const_cast<char**>(names), &object, &path,
                                    &profile) == 0) {
      return nullptr;
    }
    Text text;
    if (!text.read(object)) return nullptr;
    const Result<std::string> baked = unbake::bake(text.view(), path, profile);
    return baked ? text.like(*baked).release() : set_error(baked.error());
  });
}

PyObject* module_names(PyObject*, PyObject*) {
  return guarded([&]() -> PyObject* {
    const Ref all(PyDict_New());
    const auto add = [&](const char* kind, const auto& items, auto name_of) {
      const Ref names(PyList_New(0));
      if (!all || !names) return false;
      for (const auto& item : items) {
        const Ref name(to_str(name_of(item)));
        if (!name || PyList_Append(names.get(), name.get()) < 0) return false;
      }
      const Ref tuple(PyList_AsTuple(names.get()));
      return tuple && PyDict_SetItemString(all.get(), kind, tuple.get()) == 0;
    };
    const auto name = [](const auto& item) { return item.name; };
    const auto itself = [](const auto& item) { return std::string_view(item); };
    if (!add("encodings", encodings(), name) || !add("profiles", profiles(), name) ||
        !add("loss-rules", loss_rules(), name) || !add("notations", notations(), name) ||
        !add("paths", paths(), itself) || !add("languages", languages(), itself)) {
      return nullptr;
    }
    return Ref::borrowed(all.get()).release();
  });
}

int execute(PyObject* module) {
  const Ref type(make_fixer_type(module));
  const Ref version_text(to_str(version()));
  if (!type || !version_text) return -1;
  if (PyModule_AddObject(module, "Fixer", Ref::borrowed(type.get()).release()) < 0) return -1;
  return PyModule_AddObject(module, "version", Ref::borrowed(version_text.get()).release());
}

// Slots that only later versions of Python know. Their numbers are part of the stable interface.
constexpr int kMultipleInterpreters = 3;  // from 3.12 on
constexpr int kGil = 4;                   // from 3.13 on
void* const kOwnGilSupported = reinterpret_cast<void*>(2);
void* const kGilNotUsed = reinterpret_cast<void*>(1);

int minor_version() {
  const char* const version = Py_GetVersion();  // "3.MINOR..."
  return std::atoi(version + 2);
}

}  // namespace
}  // namespace unbake::python

PyMODINIT_FUNC PyInit__native() {
  namespace python = unbake::python;
  static PyMethodDef methods[] = {
      {"bake", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&python::module_bake)),
       METH_VARARGS | METH_KEYWORDS,
       "bake(text, path, profile='whatwg')\n--\n\nMakes damage: the text encoded and decoded along path ('utf-8>gbk', "
       "layers "
       "separated by ' | '), decoders failing as profile says."},
      {"decode", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&python::module_decode)),
       METH_VARARGS | METH_KEYWORDS, nullptr},
      {"names", &python::module_names, METH_NOARGS, nullptr},
      {nullptr, nullptr, 0, nullptr}};
  static PyModuleDef_Slot slots[4] = {{Py_mod_exec, reinterpret_cast<void*>(&python::execute)}};
  static PyModuleDef definition = {
      PyModuleDef_HEAD_INIT, "unbake._native", nullptr, 0, methods, slots, nullptr, nullptr, nullptr};
  PyModuleDef_Slot* next = slots + 1;
  if (python::minor_version() >= 12) *next++ = {python::kMultipleInterpreters, python::kOwnGilSupported};
  if (python::minor_version() >= 13) *next++ = {python::kGil, python::kGilNotUsed};
  return PyModuleDef_Init(&definition);
}

// The type Fixer: its options, and the repair of one text.
#include <memory>
#include <optional>
#include <vector>

#include "objects.hpp"

namespace unbake::python {
namespace {

// Text that is longer is repaired while other Python threads run.
constexpr std::size_t kLongText = 2048;

bool read_names(PyObject* object, const char* option, std::vector<std::string>& names) {
  if (object == nullptr || object == Py_None) return true;
  if (PyUnicode_Check(object) != 0 || PyBytes_Check(object) != 0) {
    PyErr_Format(PyExc_TypeError, "%s must be a list of str, not one str", option);
    return false;
  }
  const Ref iterator(PyObject_GetIter(object));
  if (!iterator) return false;
  names.clear();
  while (const Ref item{PyIter_Next(iterator.get())}) {
    if (PyUnicode_Check(item.get()) == 0) {
      PyErr_Format(PyExc_TypeError, "%s must be a list of str", option);
      return false;
    }
    Text text;
    if (!text.read(item.get())) return false;
    names.emplace_back(text.view());
  }
  return PyErr_Occurred() == nullptr;
}

bool read_lossy(const char* name, Lossy& lossy) {
  const std::string_view given = name;
  if (given == "guess") {
    lossy = Lossy::kGuess;
  } else if (given == "mark") {
    lossy = Lossy::kMark;
  } else if (given == "leave") {
    lossy = Lossy::kLeave;
  } else {
    PyErr_Format(PyExc_ValueError, "lossy must be 'guess', 'mark' or 'leave', not '%s'", name);
    return false;
  }
  return true;
}

bool read_evidence(PyObject* object, Evidence& evidence) {
  if (object == nullptr || object == Py_None) return true;
  Text text;
  if (!text.read(object)) return false;
  const Result<Evidence> read = Evidence::from_text(text.view());
  if (!read) return set_error(read.error()) != nullptr;
  evidence = *read;
  return true;
}

std::unique_ptr<Options> read_options(PyObject* arguments, PyObject* keywords) {
  static const char* names[] = {"min_confidence", "max_layers", "lossy",    "allow",
                                "deny",           "notations",  "evidence", nullptr};
  auto options = std::make_unique<Options>();
  const char* lossy = "guess";
  PyObject* allow = nullptr;
  PyObject* deny = nullptr;
  PyObject* notations = nullptr;
  PyObject* evidence = nullptr;
  if (PyArg_ParseTupleAndKeywords(arguments, keywords, "|$disOOOO:Fixer", const_cast<char**>(names),
                                  &options->min_confidence, &options->max_layers, &lossy, &allow, &deny, &notations,
                                  &evidence) == 0) {
    return nullptr;
  }
  if (!read_lossy(lossy, options->lossy) || !read_names(allow, "allow", options->allow) ||
      !read_names(deny, "deny", options->deny) || !read_names(notations, "notations", options->notations) ||
      !read_evidence(evidence, options->evidence)) {
    return nullptr;
  }
  const auto checked = check_options(*options);
  if (!checked) {
    (void)set_error(checked.error());
    return nullptr;
  }
  return options;
}

PyObject* fixer_new(PyTypeObject* type, PyObject* arguments, PyObject* keywords) {
  return guarded([&]() -> PyObject* {
    std::unique_ptr<Options> options = read_options(arguments, keywords);
    if (options == nullptr) return nullptr;
    const auto allocate = reinterpret_cast<allocfunc>(PyType_GetSlot(type, Py_tp_alloc));
    PyObject* const self = allocate(type, 0);
    if (self != nullptr) reinterpret_cast<FixerObject*>(self)->options = options.release();
    return self;
  });
}

void fixer_dealloc(PyObject* self) {
  PyTypeObject* const type = Py_TYPE(self);
  delete reinterpret_cast<FixerObject*>(self)->options;
  const auto free_object = reinterpret_cast<freefunc>(PyType_GetSlot(type, Py_tp_free));
  free_object(self);
  Py_DECREF(reinterpret_cast<PyObject*>(type));
}

Fixed repaired(std::string_view text, const Options& options) {
  std::optional<WithoutLock> others_run;
  if (text.size() > kLongText) others_run.emplace();
  return unbake::fix(text, options);
}

PyObject* fixer_fix(PyObject* self, PyObject* object) {
  return guarded([&]() -> PyObject* {
    Text text;
    if (!text.read(object)) return nullptr;
    const Fixed fixed = repaired(text.view(), options_of(self));
    return fixed.changed() ? text.like(fixed.text()).release() : Ref::borrowed(object).release();
  });
}

PyObject* fixer_score(PyObject* self, PyObject* object) {
  return guarded([&]() -> PyObject* {
    Text text;
    if (!text.read(object)) return nullptr;
    double score = 0;
    const Fixed fixed = repaired(text.view(), options_of(self));
    for (const Edit& edit : fixed.plan().edits) score += edit.score;
    return PyFloat_FromDouble(score);
  });
}

PyObject* fixer_evidence(PyObject* self, PyObject* arguments) {
  return guarded([&]() -> PyObject* {
    PyObject* object = nullptr;
    PyObject* known = nullptr;
    if (PyArg_ParseTuple(arguments, "OO:_evidence", &object, &known) == 0) return nullptr;
    Text text;
    Evidence evidence;
    if (!text.read(object) || !read_evidence(known, evidence)) return nullptr;
    evidence.merge(collect_evidence(text.view(), options_of(self)));
    return to_str(evidence.to_text());
  });
}

Ref to_list(const std::vector<std::string>& names) {
  Ref list(PyList_New(0));
  for (const std::string& name : names) {
    const Ref item(to_str(name));
    if (!list || !item || PyList_Append(list.get(), item.get()) < 0) return {};
  }
  return list;
}

const char* name_of(Lossy lossy) { return lossy == Lossy::kGuess ? "guess" : lossy == Lossy::kMark ? "mark" : "leave"; }

PyObject* fixer_options(PyObject* self, PyObject*) {
  return guarded([&]() -> PyObject* {
    const Options& options = options_of(self);
    const Ref allow = to_list(options.allow);
    const Ref deny = to_list(options.deny);
    const Ref notations = to_list(options.notations);
    const Ref evidence(options.evidence.empty() ? Ref::borrowed(Py_None).release()
                                                : to_str(options.evidence.to_text()));
    if (!allow || !deny || !notations || !evidence) return nullptr;
    return Py_BuildValue("{s:d,s:i,s:s,s:O,s:O,s:O,s:O}", "min_confidence", options.min_confidence, "max_layers",
                         options.max_layers, "lossy", name_of(options.lossy), "allow", allow.get(), "deny", deny.get(),
                         "notations", notations.get(), "evidence", evidence.get());
  });
}

template <typename Function>
PyCFunction as_method(Function* function) {
  return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

}  // namespace

PyObject* make_fixer_type(PyObject* module) {
  static PyMethodDef methods[] = {
      {"fix", &fixer_fix, METH_O,
       "fix($self, text, /)\n--\n\nThe text repaired, of the type that was given; the very object if nothing was to "
       "repair."},
      {"fix_many", as_method(&fixer_fix_many), METH_VARARGS | METH_KEYWORDS,
       "fix_many($self, texts, threads=1)\n--\n\nThe texts, each repaired by itself, as a list. Other Python threads "
       "run "
       "meanwhile. threads=0 takes as many as there are processors."},
      {"score", &fixer_score, METH_O,
       "score($self, text, /)\n--\n\nBy how many nats fix makes the text likelier: 0.0 if there is nothing to repair."},
      {"_options", &fixer_options, METH_NOARGS, "_options($self, /)\n--\n\nThe options, as keywords."},
      {"_evidence", &fixer_evidence, METH_VARARGS, nullptr},
      {"_findings", &fixer_findings, METH_VARARGS, nullptr},
      {"_fix_arrow_array", &fixer_fix_arrow_array, METH_VARARGS, nullptr},
      {"_fix_arrow_stream", &fixer_fix_arrow_stream, METH_O, nullptr},
      {nullptr, nullptr, 0, nullptr}};
  static PyType_Slot slots[] = {{Py_tp_new, reinterpret_cast<void*>(&fixer_new)},
                                {Py_tp_dealloc, reinterpret_cast<void*>(&fixer_dealloc)},
                                {Py_tp_methods, methods},
                                {Py_tp_doc, const_cast<char*>("What Fixer is built on.")},
                                {0, nullptr}};
  static PyType_Spec spec = {"unbake._native.Fixer", sizeof(FixerObject), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
                             slots};
  return PyType_FromModuleAndSpec(module, &spec, nullptr);
}

}  // namespace unbake::python

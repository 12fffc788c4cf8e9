// Columns of Arrow, handed over in capsules.
#include "unbake/arrow.h"

#include <cerrno>
#include <memory>
#include <string>

#include "objects.hpp"

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
#endif

namespace unbake::python {
namespace {

constexpr const char* kSchema = "arrow_schema";
constexpr const char* kArray = "arrow_array";
constexpr const char* kStream = "arrow_array_stream";

template <typename Struct>
void release(Struct& value) {
  if (value.release != nullptr) value.release(&value);
}

template <typename Struct>
void end_capsule(PyObject* capsule) {
  auto* const value = static_cast<Struct*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
  if (value == nullptr) return PyErr_Clear();
  release(*value);
  delete value;
}

// A capsule that owns `value`, and releases it unless it was moved out.
template <typename Struct>
Ref to_capsule(const Struct& value, const char* name) {
  auto owned = std::make_unique<Struct>(value);
  Ref capsule(PyCapsule_New(owned.get(), name, &end_capsule<Struct>));
  if (capsule) {
    (void)owned.release();
  } else {
    release(*owned);
  }
  return capsule;
}

// Raises what fits the status.
void raise(unbake_status status, const unbake_string& message) {
  if (status == UNBAKE_NO_MEMORY) {
    PyErr_NoMemory();
    return;
  }
  PyObject* const type = status == UNBAKE_BAD_ARROW  ? PyExc_TypeError
                         : status == UNBAKE_TOO_LONG ? PyExc_OverflowError
                                                     : PyExc_ValueError;
  const Ref words(to_str({message.data == nullptr ? "" : message.data, message.size}));
  if (words) PyErr_SetObject(type, words.get());
}

// The repair of the arrays of a stream as they are asked for. Python is not needed for it, so it may be used by any
// thread.
struct RepairedStream {
  ArrowArrayStream source{};
  ArrowSchema schema{};
  unbake_fixer* fixer = nullptr;
  std::string error;

  RepairedStream() = default;
  RepairedStream(const RepairedStream&) = delete;
  RepairedStream& operator=(const RepairedStream&) = delete;
  ~RepairedStream() {
    release(schema);
    release(source);
    unbake_fixer_free(fixer);
  }

  int next(ArrowArray* out) {
    ArrowArray column{};
    const int failure = source.get_next(&source, &column);
    if (failure != 0) return set_source_error(failure);
    if (column.release == nullptr) {
      *out = column;
      return 0;
    }
    unbake_string message = UNBAKE_NO_STRING;
    const unbake_status status = unbake_fix_arrow(fixer, &schema, &column, out, nullptr, &message);
    if (status >= 0) return 0;
    error.assign(message.data == nullptr ? "unbake: no memory" : message.data);
    unbake_string_clear(&message);
    release(column);
    return status == UNBAKE_NO_MEMORY ? ENOMEM : EINVAL;
  }

  int set_source_error(int failure) {
    const char* const words = source.get_last_error(&source);
    error = words == nullptr ? "the source of the stream failed" : words;
    return failure;
  }
};

RepairedStream& parts_of(ArrowArrayStream* stream) { return *static_cast<RepairedStream*>(stream->private_data); }

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  RepairedStream& parts = parts_of(stream);
  const int failure = parts.source.get_schema(&parts.source, out);
  return failure == 0 ? 0 : parts.set_source_error(failure);
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  try {
    return parts_of(stream).next(out);
  } catch (...) {
    return ENOMEM;
  }
}

const char* stream_error(ArrowArrayStream* stream) { return parts_of(stream).error.c_str(); }

void stream_release(ArrowArrayStream* stream) {
  delete &parts_of(stream);
  stream->release = nullptr;
}

// The options, as the C interface has them.
struct FixerHandle {
  explicit FixerHandle(const Options& options);
  FixerHandle(const FixerHandle&) = delete;
  FixerHandle& operator=(const FixerHandle&) = delete;
  ~FixerHandle() { unbake_fixer_free(fixer); }
  unbake_fixer* fixer = nullptr;
};

std::vector<unbake_view> views_of(const std::vector<std::string>& names) {
  std::vector<unbake_view> views;
  for (const std::string& name : names) views.push_back({name.data(), name.size()});
  return views;
}

FixerHandle::FixerHandle(const Options& options) {
  const std::vector<unbake_view> allow = views_of(options.allow);
  const std::vector<unbake_view> deny = views_of(options.deny);
  std::vector<unbake_view> notations = views_of(options.notations);
  if (notations.empty()) notations.push_back({"none", 4});
  const std::string evidence = options.evidence.empty() ? "" : options.evidence.to_text();
  unbake_options given = UNBAKE_DEFAULT_OPTIONS;
  given.min_confidence = options.min_confidence;
  given.max_layers = options.max_layers;
  given.lossy = static_cast<int32_t>(options.lossy);
  given.allow = allow.data();
  given.allow_count = allow.size();
  given.deny = deny.data();
  given.deny_count = deny.size();
  given.notations = notations.data();
  given.notation_count = notations.size();
  given.evidence = {evidence.data(), evidence.size()};
  if (unbake_fixer_new(&given, &fixer, nullptr) < 0) throw std::bad_alloc();  // the options were checked before
}

// False with TypeError set if columns of the schema hold no text.
bool check_schema(const ArrowSchema& schema) {
  unbake_string message = UNBAKE_NO_STRING;
  const unbake_status status = unbake_check_arrow(&schema, &message);
  if (status < 0) raise(status, message);
  unbake_string_clear(&message);
  return status >= 0;
}

}  // namespace

PyObject* fixer_fix_arrow_array(PyObject* self, PyObject* arguments) {
  return guarded([&]() -> PyObject* {
    PyObject* schema_capsule = nullptr;
    PyObject* array_capsule = nullptr;
    if (PyArg_ParseTuple(arguments, "OO:_fix_arrow_array", &schema_capsule, &array_capsule) == 0) return nullptr;
    auto* const schema = static_cast<ArrowSchema*>(PyCapsule_GetPointer(schema_capsule, kSchema));
    if (schema == nullptr || !check_schema(*schema)) return nullptr;
    auto* const array = static_cast<ArrowArray*>(PyCapsule_GetPointer(array_capsule, kArray));
    if (array == nullptr) return nullptr;
    const FixerHandle handle(options_of(self));
    ArrowArray repaired{};
    unbake_string message = UNBAKE_NO_STRING;
    unbake_status status = UNBAKE_UNCHANGED;
    {
      const WithoutLock others_run;
      status = unbake_fix_arrow(handle.fixer, schema, array, &repaired, nullptr, &message);
    }
    if (status < 0) raise(status, message);
    unbake_string_clear(&message);
    if (status < 0) return nullptr;
    const Ref capsule = to_capsule(repaired, kArray);
    return capsule ? Py_BuildValue("(OO)", schema_capsule, capsule.get()) : nullptr;
  });
}

PyObject* fixer_fix_arrow_stream(PyObject* self, PyObject* stream_capsule) {
  return guarded([&]() -> PyObject* {
    auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(stream_capsule, kStream));
    if (stream == nullptr) return nullptr;
    FixerHandle handle(options_of(self));
    auto parts = std::make_unique<RepairedStream>();
    if (stream->get_schema(stream, &parts->schema) != 0) {
      const char* const words = stream->get_last_error(stream);
      PyErr_SetString(PyExc_ValueError, words == nullptr ? "the stream has no schema" : words);
      return nullptr;
    }
    if (!check_schema(parts->schema)) return nullptr;
    parts->source = *stream;
    stream->release = nullptr;
    parts->fixer = std::exchange(handle.fixer, nullptr);
    const ArrowArrayStream repaired = {&stream_schema, &stream_next, &stream_error, &stream_release, parts.release()};
    return to_capsule(repaired, kStream).release();
  });
}

}  // namespace unbake::python

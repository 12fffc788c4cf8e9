// Bytes of unknown encoding become text: what was found, as a tuple for the classes of the package to be made of.
#include "unbake/decode.hpp"

#include <vector>

#include "objects.hpp"

namespace unbake::python {
namespace {

bool append(const Ref& list, PyObject* item) {
  const Ref owned(item);
  return list && owned && PyList_Append(list.get(), item) == 0;
}

Py_ssize_t signed_of(std::size_t count) { return static_cast<Py_ssize_t>(count); }

// A list of what `to_object` makes of each item; empty if an exception is set.
template <typename Items, typename ToObject>
Ref to_list(const Items& items, ToObject to_object) {
  Ref list(PyList_New(0));
  for (const auto& item : items) {
    if (!append(list, to_object(item))) return {};
  }
  return list;
}

PyObject* to_object(const EncodingGuess& guess) {
  const Ref encoding(to_str(guess.encoding));
  return encoding ? Py_BuildValue("(Od)", encoding.get(), guess.confidence) : nullptr;
}

PyObject* to_object(const EncodingVote& vote) {
  const Ref source(to_str(vote.source));
  const Ref encoding(to_str(vote.encoding));
  if (!source || !encoding) return nullptr;
  return Py_BuildValue("(OOOO)", source.get(), encoding.get(), vote.agrees ? Py_True : Py_False,
                       vote.contradicted ? Py_True : Py_False);
}

PyObject* to_object(const DecodedPiece& piece) {
  const Ref encoding(to_str(piece.encoding));
  if (!encoding) return nullptr;
  return Py_BuildValue("(nnO)", signed_of(piece.offset), signed_of(piece.offset + piece.length), encoding.get());
}

PyObject* to_object(const StrayBytes& stray) {
  const Ref encoding(to_str(stray.encoding));
  const Ref text(to_str(stray.text));
  if (!encoding || !text) return nullptr;
  return Py_BuildValue("(nnOO)", signed_of(stray.offset), signed_of(stray.offset + stray.length), encoding.get(),
                       text.get());
}

// (text, encoding, confidence, alternatives, votes, pieces, strays)
PyObject* to_tuple(const Decoded& decoded) {
  const auto object_of = [](const auto& item) { return to_object(item); };
  const Ref text(to_str(decoded.text));
  const Ref encoding(to_str(decoded.encoding));
  const Ref alternatives = to_list(decoded.alternatives, object_of);
  const Ref votes = to_list(decoded.votes, object_of);
  const Ref pieces = to_list(decoded.pieces, object_of);
  const Ref strays = to_list(decoded.strays, object_of);
  if (!text || !encoding || !alternatives || !votes || !pieces || !strays) return nullptr;
  return Py_BuildValue("(OOdOOOO)", text.get(), encoding.get(), decoded.confidence, alternatives.get(), votes.get(),
                       pieces.get(), strays.get());
}

// The object itself if it is bytes, else a copy; empty, with TypeError set, if it is no sequence of bytes.
Ref to_bytes(PyObject* object) {
  if (PyBytes_Check(object) == 0 && PyByteArray_Check(object) == 0 && PyMemoryView_Check(object) == 0) {
    const Ref type(PyObject_GetAttrString(reinterpret_cast<PyObject*>(Py_TYPE(object)), "__name__"));
    if (type) PyErr_Format(PyExc_TypeError, "data must be bytes, bytearray or memoryview, not %U", type.get());
    return {};
  }
  return Ref(PyBytes_FromObject(object));
}

}  // namespace

PyObject* module_decode(PyObject*, PyObject* arguments, PyObject* keywords) {
  return guarded([&]() -> PyObject* {
    static const char* names[] = {"data", "encoding", "http_charset", "html", "language", "domain", nullptr};
    PyObject* object = nullptr;
    const char* encoding = nullptr;
    const char* http_charset = nullptr;
    int html = 0;
    const char* language = nullptr;
    const char* domain = nullptr;
    if (PyArg_ParseTupleAndKeywords(arguments, keywords, "O|$zzpzz:decode", const_cast<char**>(names), &object,
                                    &encoding, &http_charset, &html, &language, &domain) == 0) {
      return nullptr;
    }
    const Ref bytes = to_bytes(object);
    Text data;
    if (!bytes || !data.read(bytes.get())) return nullptr;
    const auto or_empty = [](const char* text) { return std::string(text == nullptr ? "" : text); };
    const DecodeHints hints{.from = or_empty(encoding),
                            .http_charset = or_empty(http_charset),
                            .html = html != 0,
                            .language = or_empty(language),
                            .domain = or_empty(domain),
                            .repair = false};
    const Result<Decoded> decoded = [&] {
      const WithoutLock others_run;
      return unbake::decode(data.view(), hints);
    }();
    if (decoded) return to_tuple(*decoded);
    if (decoded.error().code == Error::Code::kBinary) return Ref::borrowed(Py_None).release();
    return set_error(decoded.error());
  });
}

}  // namespace unbake::python

// What was found, as tuples for the classes of the package to be made of.
#include <vector>

#include "objects.hpp"

namespace unbake::python {
namespace {

// Offsets in the unit of the text: characters of a str, bytes of bytes. They are asked for in ascending order.
class Positions {
 public:
  Positions(std::string_view text, bool is_str) : text_(text), is_str_(is_str) {}

  Py_ssize_t at(std::size_t offset) {
    if (!is_str_) return static_cast<Py_ssize_t>(offset);
    for (; offset_ < offset; ++offset_) position_ += (static_cast<unsigned char>(text_[offset_]) & 0xC0) != 0x80;
    return position_;
  }

 private:
  std::string_view text_;
  bool is_str_;
  std::size_t offset_ = 0;
  Py_ssize_t position_ = 0;
};

bool append(const Ref& list, PyObject* item) {
  const Ref owned(item);
  return owned && PyList_Append(list.get(), item) == 0;
}

Ref losses_of(const Edit& edit, bool is_str) {
  Ref losses(PyList_New(0));
  Positions positions(edit.after, is_str);
  for (const Loss& loss : edit.losses) {
    const Ref candidates(PyList_New(0));
    if (!losses || !candidates) return {};
    for (const LossCandidate& candidate : loss.candidates) {
      const Ref text(to_str(candidate.text));
      if (!text || !append(candidates, Py_BuildValue("(Od)", text.get(), candidate.probability))) return {};
    }
    const Py_ssize_t start = positions.at(loss.offset);
    const Py_ssize_t end = positions.at(loss.offset + loss.length);
    if (!append(losses, Py_BuildValue("(nnO)", start, end, candidates.get()))) return {};
  }
  return losses;
}

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kRepaired:
      return "repaired";
    case Verdict::kUnsure:
      return "unsure";
    case Verdict::kUnproven:
      return "unproven";
    case Verdict::kUnrecoverable:
      return "unrecoverable";
    case Verdict::kMentioned:
      return "mentioned";
  }
  return "";
}

// (start, end, before, after, path, profile, notation, score, confidence, losses, verdict, reason, kind, fidelity)
PyObject* to_tuple(const Finding& finding, const Text& text, Positions& positions) {
  const Edit& edit = finding.edit;
  const Py_ssize_t start = positions.at(edit.offset);
  Positions end_positions = positions;
  const Py_ssize_t end = end_positions.at(edit.offset + edit.length);
  const Ref before = text.like(text.view().substr(edit.offset, edit.length));
  const Ref after = text.like(edit.after);
  const Ref losses = losses_of(edit, text.is_str());
  if (!before || !after || !losses) return nullptr;
  return Py_BuildValue("(nnOOsssddOsssd)", start, end, before.get(), after.get(), edit.path.c_str(),
                       edit.profile.c_str(), edit.notation.c_str(), edit.score, edit.confidence, losses.get(),
                       name_of(finding.verdict), finding.reason.c_str(), finding.kind.c_str(), edit.fidelity);
}

std::vector<Finding> findings_of(std::string_view text, const Options& options, bool report) {
  const WithoutLock others_run;
  if (report) return explain(text, options);
  std::vector<Finding> findings;
  for (Edit& edit : plan(text, options).edits) findings.push_back({std::move(edit), Verdict::kRepaired, {}, {}});
  return findings;
}

}  // namespace

PyObject* fixer_findings(PyObject* self, PyObject* arguments) {
  return guarded([&]() -> PyObject* {
    PyObject* object = nullptr;
    int report = 0;
    if (PyArg_ParseTuple(arguments, "Op:_findings", &object, &report) == 0) return nullptr;
    Text text;
    if (!text.read(object)) return nullptr;
    const std::vector<Finding> findings = findings_of(text.view(), options_of(self), report != 0);
    Ref list(PyList_New(0));
    Positions positions(text.view(), text.is_str());
    for (const Finding& finding : findings) {
      if (!list || !append(list, to_tuple(finding, text, positions))) return nullptr;
    }
    return list.release();
  });
}

}  // namespace unbake::python

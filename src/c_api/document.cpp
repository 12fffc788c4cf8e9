// Evidence of documents, and documents in pieces.
#include <memory>

#include "c_api/barrier.hpp"
#include "c_api/handles.hpp"

using unbake::c_api::fail;
using unbake::c_api::guarded;
using unbake::c_api::is_valid;
using unbake::c_api::options_of;
using unbake::c_api::to_string_view;

extern "C" unbake_status unbake_evidence_new(unbake_evidence** evidence) {
  return guarded([&]() -> unbake_status {
    if (evidence == nullptr) return UNBAKE_BAD_ARGUMENT;
    *evidence = std::make_unique<unbake_evidence>().release();
    return UNBAKE_UNCHANGED;
  });
}

extern "C" void unbake_evidence_free(unbake_evidence* evidence) { delete evidence; }

extern "C" unbake_status unbake_evidence_add(unbake_evidence* evidence, const unbake_fixer* fixer, unbake_view text) {
  return guarded([&]() -> unbake_status {
    if (evidence == nullptr || !is_valid(text)) return UNBAKE_BAD_ARGUMENT;
    evidence->value.merge(unbake::collect_evidence(to_string_view(text), options_of(fixer)));
    return UNBAKE_UNCHANGED;
  });
}

extern "C" unbake_status unbake_evidence_merge(unbake_evidence* evidence, unbake_view evidence_text,
                                               unbake_string* message) {
  return guarded([&]() -> unbake_status {
    if (evidence == nullptr || !is_valid(evidence_text)) {
      return fail(UNBAKE_BAD_ARGUMENT, "An argument is NULL that may not be.", message);
    }
    const auto other = unbake::Evidence::from_text(to_string_view(evidence_text));
    if (!other) return fail(other.error(), message);
    evidence->value.merge(*other);
    return UNBAKE_UNCHANGED;
  });
}

extern "C" unbake_status unbake_evidence_text(const unbake_evidence* evidence, unbake_string* text) {
  return guarded([&]() -> unbake_status {
    if (evidence == nullptr || text == nullptr) return UNBAKE_BAD_ARGUMENT;
    unbake::c_api::set_string(*text, evidence->value.to_text());
    return UNBAKE_UNCHANGED;
  });
}

extern "C" unbake_status unbake_stream_new(const unbake_fixer* fixer, unbake_stream** stream) {
  return guarded([&]() -> unbake_status {
    if (stream == nullptr) return UNBAKE_BAD_ARGUMENT;
    *stream = new unbake_stream{unbake::Stream(options_of(fixer))};
    return UNBAKE_UNCHANGED;
  });
}

extern "C" void unbake_stream_free(unbake_stream* stream) { delete stream; }

extern "C" unbake_status unbake_stream_push(unbake_stream* stream, unbake_view bytes, unbake_view* ready) {
  return guarded([&]() -> unbake_status {
    if (stream == nullptr || !is_valid(bytes) || ready == nullptr) return UNBAKE_BAD_ARGUMENT;
    *ready = unbake::c_api::to_view(stream->value.push(to_string_view(bytes)));
    return stream->value.changed() ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED;
  });
}

extern "C" unbake_status unbake_stream_finish(unbake_stream* stream, unbake_view* ready) {
  return guarded([&]() -> unbake_status {
    if (stream == nullptr || ready == nullptr) return UNBAKE_BAD_ARGUMENT;
    *ready = unbake::c_api::to_view(stream->value.finish());
    return stream->value.changed() ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED;
  });
}

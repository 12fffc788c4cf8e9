/* unbake: repairs text that was decoded with the wrong encoding. The C interface.
 *
 *   unbake_string repaired = UNBAKE_NO_STRING;
 *   unbake_status status = unbake_fix(NULL, unbake_view_of(page, size), &repaired);
 *   if (status == UNBAKE_REPAIRED) save(repaired.data, repaired.size);   // UNBAKE_UNCHANGED: page is the answer
 *   unbake_string_clear(&repaired);
 *
 * unbake.hpp, the C++ interface, says what the words mean and what is promised of repairs.
 *
 * STRINGS
 * Text is any bytes, expected to be mostly UTF-8. `unbake_view` is borrowed: it lives as long as what it was got from,
 * which the comment of each function names; nothing that is passed in is kept after the call. `unbake_string` is owned:
 * whoever has it ends it by `unbake_string_clear`.
 *
 * HANDLES
 * A handle is made by a `_new` function, or is an answer, and is ended by the `_free` function of its type, which takes
 * NULL too. A fixer never changes and may be used by any number of threads at once; of the other handles, each is used
 * by one thread at a time. After `fork`, handles are good in both processes.
 *
 * STATUS
 * Functions that can fail return a status: not negative if they did what they are for, negative if not. Where a
 * function fails, what it was to fill in is left as it was, but for `message`: that, if it is not NULL, becomes a
 * sentence that says what is wrong, and is to be cleared. No C++ exception crosses this interface.
 *
 * COMPATIBILITY
 * The shared library keeps this interface within one SONAME; its symbols carry versions. A struct that begins with
 * `struct_size` may grow: its user sets `struct_size`, and what lies beyond is neither read nor written.
 */
#ifndef UNBAKE_UNBAKE_H_
#define UNBAKE_UNBAKE_H_

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define UNBAKE_C_EXPORT __attribute__((visibility("default")))
#else
#define UNBAKE_C_EXPORT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Strings ---- */

/* Borrowed bytes; `data` may be NULL if `size` is 0. */
typedef struct unbake_view {
  const char* data;
  size_t size;
} unbake_view;

/* Owned bytes, with a NUL behind them that `size` does not count. */
typedef struct unbake_string {
  char* data;
  size_t size;
} unbake_string;

#define UNBAKE_NO_STRING \
  { NULL, 0 }

static inline unbake_view unbake_view_of(const char* data, size_t size) {
  unbake_view view;
  view.data = data;
  view.size = size;
  return view;
}

/* Frees the bytes and makes `string` empty; an empty string is left as it is. */
UNBAKE_C_EXPORT void unbake_string_clear(unbake_string* string);

/* ---- Status ---- */

typedef int32_t unbake_status;

enum {
  UNBAKE_UNCHANGED = 0, /* Done; of a repair: nothing was to repair, the text that was given is the answer. */
  UNBAKE_REPAIRED = 1,  /* Done, and something was repaired. */

  UNBAKE_UNKNOWN_ENCODING = -1, /* A name that is no encoding. */
  UNBAKE_UNKNOWN_PROFILE = -2,  /* A name that is no decoder, or no loss rule. */
  UNBAKE_BAD_PATH = -3,         /* A damage path that cannot be parsed, is empty or is too long. */
  UNBAKE_UNENCODABLE = -4, /* A character that the encoding of a layer has no bytes for, or bytes that are not UTF-8. */
  UNBAKE_BAD_OPTION = -5,  /* An option outside its documented range, or one that this version does not have. */
  UNBAKE_BAD_EVIDENCE = -6, /* Text that is no evidence, or that of a later version. */
  UNBAKE_BAD_ARGUMENT = -7, /* A pointer that is NULL and may not be; a text longer than can be. */
  UNBAKE_OUT_OF_RANGE = -8, /* An index that there is nothing at. */
  UNBAKE_BAD_ARROW = -9,    /* An array that is not as its schema says, or of a type that holds no text. */
  UNBAKE_TOO_LONG = -10,    /* The answer is too long for its type: 2 GiB in an Arrow array with 32-bit offsets. */
  UNBAKE_NO_MEMORY = -11,   /* Memory could not be had. */
  UNBAKE_INTERNAL = -12     /* A mistake in unbake itself. */
};

/* The name of a status, such as "UNBAKE_REPAIRED"; lives forever. */
UNBAKE_C_EXPORT unbake_view unbake_status_name(unbake_status status);

/* MAJOR.MINOR.PATCH of the library that is used; lives forever. */
UNBAKE_C_EXPORT unbake_view unbake_version(void);

/* ---- Fixers ---- */

enum {
  UNBAKE_LOSSY_GUESS = 0, /* Where a byte was lost, take the likeliest character. */
  UNBAKE_LOSSY_MARK = 1,  /* U+FFFD where the likeliest is not likely enough. */
  UNBAKE_LOSSY_LEAVE = 2  /* Leave every span in which a byte was lost. */
};

/* How a repair is decided: `unbake::Options`. Begin with UNBAKE_DEFAULT_OPTIONS. */
typedef struct unbake_options {
  size_t struct_size;
  double min_confidence; /* 0 to 1 */
  int32_t max_layers;    /* 1 to 5 */
  int32_t lossy;         /* UNBAKE_LOSSY_... */
  /* If there are any, only these layers (`utf-8>gbk`) are considered. */
  const unbake_view* allow;
  size_t allow_count;
  /* Layers that are never considered. */
  const unbake_view* deny;
  size_t deny_count;
  /* The notations in which damage may be spelled; all of them if NULL, none if `none` is the only name. */
  const unbake_view* notations;
  size_t notation_count;
  /* What other documents say, as `unbake_evidence_text` writes it; may be empty. */
  unbake_view evidence;
} unbake_options;

#define UNBAKE_DEFAULT_OPTIONS \
  { sizeof(unbake_options), 0.95, 5, UNBAKE_LOSSY_GUESS, NULL, 0, NULL, 0, NULL, 0, UNBAKE_NO_STRING }

/* Options that were checked and read, ready for use. Wherever a fixer is taken, NULL is the one with the defaults. */
typedef struct unbake_fixer unbake_fixer;

UNBAKE_C_EXPORT unbake_status unbake_fixer_new(const unbake_options* options, unbake_fixer** fixer,
                                               unbake_string* message);
UNBAKE_C_EXPORT void unbake_fixer_free(unbake_fixer* fixer);

/* Repairs `text`. Sets `repaired` if the status is UNBAKE_REPAIRED; otherwise `text` itself is the answer. */
UNBAKE_C_EXPORT unbake_status unbake_fix(const unbake_fixer* fixer, unbake_view text, unbake_string* repaired);

/* Makes damage along `path` (`utf-8>gbk`, layers separated by ` | `), decoders failing as `profile` says (`whatwg` if
 * it is empty). `text` must be UTF-8. */
UNBAKE_C_EXPORT unbake_status unbake_bake(unbake_view text, unbake_view path, unbake_view profile, unbake_string* baked,
                                          unbake_string* message);

/* ---- Reports ---- */

enum {
  UNBAKE_VERDICT_REPAIRED = 0,      /* `unbake_fix` makes this repair. */
  UNBAKE_VERDICT_UNSURE = 1,        /* A repair was found that is not likely enough. */
  UNBAKE_VERDICT_UNPROVEN = 2,      /* A repair was found that does not bake back to the span, or that leaves damage. */
  UNBAKE_VERDICT_UNRECOVERABLE = 3, /* Damage with nothing left to restore. */
  UNBAKE_VERDICT_MENTIONED = 4      /* The text talks about the damage instead of suffering from it. */
};

/* A span that is damaged, or looks so. The views live as long as the report. Offsets and lengths are bytes. */
typedef struct unbake_finding {
  size_t struct_size;
  size_t offset;
  size_t length;
  unbake_view after;    /* What the repair puts there. */
  unbake_view path;     /* The damage undone, oldest layer first. */
  unbake_view profile;  /* How the decoder failed. */
  unbake_view notation; /* In which characters of the span are spelled; empty if none is. */
  unbake_view reason;   /* One English sentence. */
  double confidence;    /* The probability that the text was damaged so. */
  double score;         /* Log-likelihood gain in nats; its parts are the next three. */
  double language;
  double structure;
  double document;
  int32_t verdict;  /* UNBAKE_VERDICT_... */
  int32_t is_lossy; /* 1 if bytes were lost: unbake_report_candidate has what could stand there. */
  unbake_view kind; /* Of UNBAKE_VERDICT_UNRECOVERABLE: `replacement-character`, `replacement-read-again`,
                     * `question-marks` or `unwritten-memory`. Empty otherwise. */
  double fidelity;  /* The probability that `after` is what was written; below `confidence` if bytes were lost. */
} unbake_finding;

/* A character that could stand where a byte was lost. The view lives as long as the report. */
typedef struct unbake_candidate {
  size_t struct_size;
  size_t offset; /* Of the place, in bytes from the start of `after`. */
  size_t length; /* Bytes of `after` that were chosen. */
  unbake_view text;
  double probability;
} unbake_candidate;

/* All that was found in a text, in order. */
typedef struct unbake_report unbake_report;

/* Finds every span that is damaged, or likelier than not to be. UNBAKE_REPAIRED if `unbake_fix` would change the text.
 */
UNBAKE_C_EXPORT unbake_status unbake_explain(const unbake_fixer* fixer, unbake_view text, unbake_report** report);
UNBAKE_C_EXPORT void unbake_report_free(unbake_report* report);
UNBAKE_C_EXPORT size_t unbake_report_size(const unbake_report* report);
/* Set `finding->struct_size` before. */
UNBAKE_C_EXPORT unbake_status unbake_report_finding(const unbake_report* report, size_t index, unbake_finding* finding);
/* Candidate `index`, the chosen one being 0, of place `loss` of a finding. Set `candidate->struct_size` before. */
UNBAKE_C_EXPORT unbake_status unbake_report_candidate(const unbake_report* report, size_t finding, size_t loss,
                                                      size_t index, unbake_candidate* candidate);

/* ---- Evidence ---- */

/* What a number of documents say about how others like them were damaged. */
typedef struct unbake_evidence unbake_evidence;

UNBAKE_C_EXPORT unbake_status unbake_evidence_new(unbake_evidence** evidence);
UNBAKE_C_EXPORT void unbake_evidence_free(unbake_evidence* evidence);
/* Adds what the document `text` says. Each document should be added once. */
UNBAKE_C_EXPORT unbake_status unbake_evidence_add(unbake_evidence* evidence, const unbake_fixer* fixer,
                                                  unbake_view text);
/* Adds what `unbake_evidence_text` wrote. */
UNBAKE_C_EXPORT unbake_status unbake_evidence_merge(unbake_evidence* evidence, unbake_view evidence_text,
                                                    unbake_string* message);
/* Writes it down, for `unbake_options`. */
UNBAKE_C_EXPORT unbake_status unbake_evidence_text(const unbake_evidence* evidence, unbake_string* text);

/* ---- Streams ---- */

/* A repair of one text in pieces, in memory that does not grow with it: `unbake::Stream`. It keeps the fixer's options,
 * not the fixer. */
typedef struct unbake_stream unbake_stream;

UNBAKE_C_EXPORT unbake_status unbake_stream_new(const unbake_fixer* fixer, unbake_stream** stream);
UNBAKE_C_EXPORT void unbake_stream_free(unbake_stream* stream);
/* Takes in the next bytes; `ready` becomes what of the text is ready, often nothing, and lives until the next call with
 * this stream. UNBAKE_REPAIRED if something was repaired since the text began. */
UNBAKE_C_EXPORT unbake_status unbake_stream_push(unbake_stream* stream, unbake_view bytes, unbake_view* ready);
/* Ends the text; `ready` becomes the rest of it. The next push begins another text. */
UNBAKE_C_EXPORT unbake_status unbake_stream_finish(unbake_stream* stream, unbake_view* ready);

#ifdef __cplusplus
}
#endif

#endif /* UNBAKE_UNBAKE_H_ */

/* unbake: repairs columns of text in the layout of Apache Arrow, without copying those that need no repair.
 *
 * The structs are those of the Arrow C data interface, which names them so that whoever includes several such headers
 * gets one definition.
 */
#ifndef UNBAKE_ARROW_H_
#define UNBAKE_ARROW_H_

#include "unbake/unbake.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

/* Whether columns of this schema hold text: string (`u`), large string (`U`), string view (`vu`), or a dictionary of
 * them. UNBAKE_UNCHANGED if so, else UNBAKE_BAD_ARROW. */
UNBAKE_C_EXPORT unbake_status unbake_check_arrow(const struct ArrowSchema* schema, unbake_string* message);

/* Repairs every row of `column`, each a document of its own. The answer is of the same schema; nulls stay null.
 *
 * `column` is taken over: its `release` becomes NULL, and releasing `repaired` releases it. If no row needs repair
 * (UNBAKE_UNCHANGED), `repaired` is the very array that was given. Otherwise the validity bitmap and, in string views,
 * the text of the rows that need none are shared. Of a dictionary, the values are repaired, and the indices shared;
 * values that differed by damage alone may then be equal.
 *
 * Where it fails, `column` is left as it was. `changed`, if not NULL, becomes the number of rows (of a dictionary:
 * values) that were repaired. Data that lies outside of the buffers, whose lengths Arrow does not tell, is undefined
 * behaviour. */
UNBAKE_C_EXPORT unbake_status unbake_fix_arrow(const unbake_fixer* fixer, const struct ArrowSchema* schema,
                                               struct ArrowArray* column, struct ArrowArray* repaired, int64_t* changed,
                                               unbake_string* message);

#ifdef __cplusplus
}
#endif

#endif /* UNBAKE_ARROW_H_ */

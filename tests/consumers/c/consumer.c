/* Prints its argument repaired, by each way of the C interface, which must agree. */
#include <stdio.h>
#include <string.h>
#include <unbake/arrow.h>
#include <unbake/unbake.h>

static int fail(const char* what, unbake_status status) {
  unbake_view name = unbake_status_name(status);
  fprintf(stderr, "%s: %.*s\n", what, (int)name.size, name.data);
  return 1;
}

int main(int argc, char** argv) {
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  unbake_string repaired = UNBAKE_NO_STRING;
  unbake_string message = UNBAKE_NO_STRING;
  unbake_fixer* fixer = NULL;
  unbake_stream* stream = NULL;
  unbake_report* report = NULL;
  unbake_view text;
  unbake_view ready;
  unbake_status status;
  if (argc != 2) return 2;
  text = unbake_view_of(argv[1], strlen(argv[1]));

  options.max_layers = 9;
  status = unbake_fixer_new(&options, &fixer, &message);
  if (status != UNBAKE_BAD_OPTION || message.size == 0) return fail("a wrong option", status);
  unbake_string_clear(&message);
  options.max_layers = 3;
  status = unbake_fixer_new(&options, &fixer, &message);
  if (status < 0) return fail("new", status);

  status = unbake_fix(fixer, text, &repaired);
  if (status != UNBAKE_REPAIRED) return fail("fix", status);

  status = unbake_stream_new(fixer, &stream);
  if (status < 0) return fail("stream", status);
  status = unbake_stream_push(stream, text, &ready);
  if (status < 0) return fail("push", status);
  status = unbake_stream_finish(stream, &ready);
  if (status != UNBAKE_REPAIRED || ready.size != repaired.size || memcmp(ready.data, repaired.data, ready.size) != 0) {
    return fail("finish", status);
  }

  status = unbake_explain(fixer, text, &report);
  if (status != UNBAKE_REPAIRED || unbake_report_size(report) == 0) return fail("explain", status);

  puts(repaired.data);
  unbake_report_free(report);
  unbake_stream_free(stream);
  unbake_string_clear(&repaired);
  unbake_fixer_free(fixer);
  return 0;
}

#!/usr/bin/env bash
# Runs a test of the program and compares what it does with the files beside it.
#
#   run.sh [--accept] PROGRAM TEST.sh
#
# TEST.sh is run by bash in an empty folder, with PROGRAM on the PATH as `unbake`. Expected are TEST.sh.stdout.exact and
# TEST.sh.stderr.exact (nothing, if missing) and the exit status in TEST.sh.exit (0, if missing). With --accept these
# files are written instead of compared.
set -euo pipefail

accept=false
if [ "$1" = --accept ]; then
  accept=true
  shift
fi
program=$(realpath "$1")
test=$(realpath "$2")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin" "$place/work"
ln -s "$program" "$place/bin/unbake"

status=0
(
  cd "$place/work"
  unset NO_COLOR
  exec env PATH="$place/bin:$PATH" XDG_STATE_HOME="$place/state" TERM=dumb LC_ALL=C bash -u "$test"
) >"$place/stdout" 2>"$place/stderr" </dev/null || status=$?

# Writes what was found to the expected file, which is left out if it would say nothing new.
accept_file() {
  if [ -s "$1" ] && ! cmp -s "$1" "$3"; then cp "$1" "$2"; else rm -f "$2"; fi
}

if $accept; then
  echo 0 >"$place/zero"
  echo "$status" >"$place/exit"
  accept_file "$place/stdout" "$test.stdout.exact" /dev/null
  accept_file "$place/stderr" "$test.stderr.exact" /dev/null
  accept_file "$place/exit" "$test.exit" "$place/zero"
  exit 0
fi

failed=0
for stream in stdout stderr; do
  expected=$test.$stream.exact
  [ -e "$expected" ] || expected=/dev/null
  if ! diff -u --label "expected $stream" --label "$stream" --text "$expected" "$place/$stream"; then failed=1; fi
done
expected=0
if [ -e "$test.exit" ]; then expected=$(cat "$test.exit"); fi
if [ "$status" -ne "$expected" ]; then
  echo "exit status $status, expected $expected"
  failed=1
fi
exit "$failed"

#!/usr/bin/env bash
# Installs unbake, moves what was installed, and builds a project in C and one in C++ against it: by find_package, shared
# and static, and by pkg-config.
#
# usage: run.sh CMAKE BUILD_FOLDER WORK_FOLDER
set -euo pipefail
cmake=$1 build=$2 work=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly damaged=$'Le caf\xc3\x83\xc2\xa9 est ferm\xc3\x83\xc2\xa9.' repaired=$'Le caf\xc3\xa9 est ferm\xc3\xa9.'

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The program must repair, and have been linked as was asked for.
check() {
  local program=$1 linkage=$2 printed
  printed=$(LD_LIBRARY_PATH=$library "$program" "$damaged") || fail "$program failed"
  [ "$printed" = "$repaired" ] || fail "$program printed: $printed"
  if [ "$linkage" = shared ]; then
    readelf -d "$program" | grep -q 'NEEDED.*libunbake\.so\.[0-9]' || fail "$program does not use the shared library"
  else
    ! readelf -d "$program" | grep -q libunbake || fail "$program uses the shared library"
  fi
}

rm -rf "$work"
mkdir -p "$work"
"$cmake" --install "$build" --prefix "$work/first" >"$work/install.log" || fail "installing failed: $(cat "$work/install.log")"
mv "$work/first" "$work/installed" # what is installed may be moved
library=$(dirname "$(find "$work/installed" -name libunbake.so)")

for language in c cpp; do
  for linkage in shared static; do
    folder=$work/$language-$linkage
    { "$cmake" -S "$here/$language" -B "$folder" -DCMAKE_PREFIX_PATH="$work/installed" -DLINKAGE="$linkage" &&
      "$cmake" --build "$folder"; } >"$folder.log" 2>&1 || fail "$language $linkage: $(cat "$folder.log")"
    check "$folder/consumer" "$linkage"
  done
done

export PKG_CONFIG_PATH=$library/pkgconfig
# shellcheck disable=SC2046 # pkg-config prints words
{
  ${CC:-cc} -std=c99 -Wall -Wextra -Wpedantic -Werror "$here/c/consumer.c" -o "$work/c-pkg" $(pkg-config --cflags --libs unbake)
  check "$work/c-pkg" shared
  ${CXX:-c++} -std=c++20 -Wall -Wextra -Wpedantic -Werror "$here/cpp/consumer.cpp" -o "$work/cpp-pkg" \
    $(pkg-config --cflags --libs unbake)
  check "$work/cpp-pkg" shared
}
echo "6 consumers are right"

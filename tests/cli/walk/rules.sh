# Directories: what is found in them, and what is passed over.
export XDG_STATE_HOME=$PWD/state
mkdir -p tree/.hidden tree/.git tree/build tree/sub
for name in a.txt b.md .hidden/c.txt .git/config build/d.txt sub/e.txt sub/skip.txt; do echo 'Le cafÃ©' >tree/$name; done
printf 'Le cafÃ©\0' >tree/binary
echo 'build/' >tree/.gitignore
echo 'skip.*' >tree/sub/.unbakeignore
for options in '' --hidden -u -uu '-g *.md' '-g !*.md' --binary=force; do
  echo "options: $options"
  # shellcheck disable=SC2086 # they are words
  set -f -- $options
  unbake check -l "$@" tree
  set +f
done
unbake check -l tree/build/d.txt tree/.git/config
printf 'tree/a.txt\0tree/sub\0' | unbake check -l0 --files-from - | tr '\0' '|'
echo
printf 'tree/a.txt\ntree/sub\n' >list
unbake fix -l --files-from list tree/b.md
ln -s ../tree tree/loop
ln -s a.txt tree/link
unbake check -l tree
unbake check -lL tree
unbake check -q tree/build tree/missing
echo "status $?"
unbake check -v --progress=never tree 2>&1 >/dev/null | sort

# What belongs to a later version says what to do instead, and never does something else.
for option in -w --write -n --dry-run --out-dir=x -b --suffix=.bak --glob '*.txt' -j4 -0 --files-from --html --csv --lang=zh \
  --binary=skip --normalize=nfc; do
  unbake fix "$option" page.txt
  echo "status $?"
done
unbake check --format=sarif page.txt
for verb in names runs undo resume completions; do
  unbake "$verb"
  echo "status $?"
done

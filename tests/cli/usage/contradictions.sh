# Options that exclude or need each other.
echo '{}' >data.jsonl
unbake fix --as csv --field text data.jsonl
unbake fix --column 1 data.jsonl
unbake fix --diff -o out.txt page.txt
unbake fix --diff --list page.txt
unbake fix --quiet --verbose page.txt
unbake check --json --list page.txt
echo a >a.txt
echo b >b.txt
unbake fix -o out.txt a.txt b.txt
ls

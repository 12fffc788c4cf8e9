# Nothing in, nothing out.
unbake fix </dev/null | wc -c
: >empty.txt
unbake fix empty.txt -o out.txt
wc -c <out.txt
unbake check empty.txt

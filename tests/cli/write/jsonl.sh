# JSON Lines in place: only the strings that were named change, and a line that is no JSON leaves the rest to be repaired.
export XDG_STATE_HOME=$PWD/state
mkdir data
echo '{"id": 1,"text":"Le caf\u00c3\u00a9", "note":"cafÃ©"}' >data/a.jsonl
printf '{"text":"clean"}\n{broken\n{"text":"Le cafÃ©"}\n' >data/b.jsonl
cp -r data before
unbake fix -w -q --jsonl --field text data
echo "status $?"
cat data/*
unbake fix -w -q --jsonl --field text data/a.jsonl
echo "status $?"
unbake undo
diff -r data before && echo 'all is as it was'

# What a baseline knows is not reported, wherever its line is now; what is new is.
printf 'Le cafÃ© franÃ§ais\n' >page.txt
unbake check --write-baseline known.jsonl page.txt
cat known.jsonl
printf 'new line\nLe cafÃ© franÃ§ais\n' >page.txt
unbake check --baseline known.jsonl page.txt && echo clean
printf 'Le cafÃ© franÃ§ais, un autre cafÃ©\n' >page.txt
for format in text github; do unbake check --format "$format" --baseline known.jsonl page.txt | sed 's/confidence [0-9.]*/confidence N/'; done
unbake check --baseline known.jsonl --list page.txt
printf 'Le cafÃ©\n' >page.txt
unbake check -v --baseline known.jsonl page.txt
unbake check --baseline missing.jsonl page.txt
unbake check --baseline page.txt page.txt
unbake check --baseline known.jsonl --write-baseline known.jsonl page.txt

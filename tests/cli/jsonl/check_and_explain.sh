# Findings name the line, the field, and the place in its text.
printf '{}\n{"t":"one\\nLe cafÃ©"}\n' >in.jsonl
unbake check --jsonl --field t in.jsonl | sed 's/confidence [0-9.]*/confidence N/'
unbake explain --jsonl --field t in.jsonl | head -n 1
unbake explain --jsonl --field t --json in.jsonl | cut -d, -f1-7

# The diff is of lines as they are in the file.
printf '{"t":1}\n{"t":"Le caf\\u00c3\\u00a9"}\n{"t":2}\n' >in.jsonl
unbake fix --jsonl --field t --diff in.jsonl

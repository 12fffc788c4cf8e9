# A string keeps its way of writing what is not ASCII.
cat >in.jsonl <<'END'
{"t":"Le caf\u00c3\u00a9 \"fran\u00c3\u00a7ais\" \u00e9\/"}
{"t":"Le caf\u00C3\u00A9 fran\u00C3\u00A7ais"}
{"t":"Le caf\u00c3\u00a9 franÃ§ais, \u00e9"}
{"t":"\ud83d\ude00 Le caf\u00c3\u00a9 \ud83d\ude00"}
END
unbake fix --jsonl --field t in.jsonl

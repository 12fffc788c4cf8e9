# Halves of surrogate pairs are no text, but they are carried through, beside repairs too.
cat >in.jsonl <<'END'
{"t":"Le caf\u00c3\u00a9 \ud83d \ude00\ud83d"}
{"t":"\udead"}
END
unbake fix --jsonl --field t in.jsonl

# Nesting without end is refused, not followed.
printf '%0100000d' 0 | tr 0 '[' >deep.jsonl
{
  printf '%0900d' 0 | tr 0 '['
  printf '{"t":"cafÃ©"}'
  printf '%0900d\n' 0 | tr 0 ']'
} >nested.jsonl
unbake fix --jsonl --field t deep.jsonl | cmp - deep.jsonl
unbake fix --jsonl --field t nested.jsonl | tr -d '[]'

# A line that is not JSON is named and passed on; the others are processed.
{
  echo '{"t":"Le cafÃ©"}'
  echo '{"t":"Le cafÃ©"'
  echo '{"t":"Le cafÃ©"} x'
  echo '{"t":"Le cafÃ© \q"}'
  echo '{"t":"Le cafÃ© \u00g9"}'
  echo '{"t":Le cafÃ©}'
  echo '{"t":01}'
  echo '{"t":"Le cafÃ©}'
  printf '{"t":"tab\there"}\n'
  echo 'plain'
  echo '[1 2]'
  echo '{"t":"Le cafÃ©",}'
  echo '{"t":"Le cafÃ©"}'
} >in.jsonl
unbake fix --jsonl --field t in.jsonl

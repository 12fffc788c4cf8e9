# What is compressed is repaired inside, and compressed the same way again; what is clean comes out byte for byte.
printf '{"a": "Le caf\303\203\302\251"}\n' >menu.json
printf '{"a": "Le caf\303\251"}\n' >clean.json
for kind in 'gzip gz' 'zstd zst' 'xz xz' 'bzip2 bz2'; do
  set -- $kind
  "$1" -q -k menu.json clean.json
  unbake fix "menu.json.$2" | "$1" -dc
  unbake fix "clean.json.$2" | cmp - "clean.json.$2"
  unbake fix "menu.json.$2" -o "menu.json.$2"
  "$1" -dc <"menu.json.$2"
done
gzip -c menu.json | unbake check --as json | cut -d' ' -f1
unbake check "menu.json.gz" && echo clean
cp menu.json lines.jsonl && gzip lines.jsonl
unbake fix --diff lines.jsonl.gz

# What is compressed is repaired inside, and compressed the same way again; what is clean comes out byte for byte.
printf '{"a": "Le caf\303\203\302\251"}\n' >menu.json
printf '{"a": "Le caf\303\251"}\n' >clean.json
while read -r program ending; do
  "$program" -q -k menu.json clean.json
  unbake fix "menu.json.$ending" | "$program" -dc
  unbake fix "clean.json.$ending" | cmp - "clean.json.$ending"
  unbake fix "menu.json.$ending" -o "menu.json.$ending"
  "$program" -dc <"menu.json.$ending"
done <<END
gzip gz
zstd zst
xz xz
bzip2 bz2
END
gzip -c menu.json | unbake check --as json | cut -d' ' -f1
unbake check "menu.json.gz" && echo clean
cp menu.json lines.jsonl && gzip lines.jsonl
unbake fix --diff lines.jsonl.gz

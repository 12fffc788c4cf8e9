# What cannot be unpacked, and what unpacks to more than memory is worth, is named and left alone.
printf 'Le caf\303\203\302\251\n' | gzip | head -c 20 >short.txt.gz
unbake fix short.txt.gz | cmp - short.txt.gz
head -c 1100000000 /dev/zero | zstd -q >bomb.txt.zst
unbake check bomb.txt.zst
echo "$?"
unbake fix bomb.txt.zst | cmp - bomb.txt.zst

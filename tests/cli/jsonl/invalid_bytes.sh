# Bytes that are not UTF-8 inside a string are carried through.
printf '{"\377":"\376","t":"Le cafÃ© \377 \355\240\275"}\n' | unbake fix --jsonl --field t | od -An -tx1

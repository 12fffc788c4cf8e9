# Bytes that are not UTF-8, and NUL, are carried through, next to repairs too.
printf 'Le cafÃ© \377\376 \000 franÃ§ais \303\n' | unbake fix | od -An -tx1
printf '\000\001\377\200\355\240\275' >junk
unbake fix junk | cmp - junk

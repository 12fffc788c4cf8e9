# Encodings that only ICU has are for --from; blocks of a long file make no difference.
printf '\310\205\223\223\226\153\100\346\226\231\223\204\045' >ebcdic.bin
unbake decode --from ibm-37 ebcdic.bin
unbake decode --from EBCDIC-CP-US --report ebcdic.bin
unbake list encodings | grep -c '(ICU)' | awk '$1 > 150 { print "many" }'
unbake list encodings --json | grep -o '"name":"ibm-37_P100-1995".*"source":"icu"' | grep -c cp037
yes "$(printf 'Le caf\351 est ferm\351 depuis midi.')" | head -c 3000000 >long.txt
unbake decode --no-repair long.txt | iconv -f utf-8 -t windows-1252 | cmp - long.txt && echo same
unbake decode --report long.txt | grep -c piece || true

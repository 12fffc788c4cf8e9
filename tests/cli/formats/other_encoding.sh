# Text in another encoding is named and left alone; a few stray bytes are not enough for that.
printf 'Le caf\351 fran\347ais\n' >latin.txt
printf '\377\376L\000e\000' >wide.txt
printf 'Le cafÃ© franÃ§ais \351\n' >stray.txt
unbake fix latin.txt | cmp - latin.txt
unbake check latin.txt wide.txt stray.txt | cut -d' ' -f1

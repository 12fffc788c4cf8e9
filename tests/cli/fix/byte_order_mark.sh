# A byte order mark stays, and does not get in the way of the first word.
printf '\357\273\277CafÃ© franÃ§ais\n' >page.txt
unbake fix page.txt | od -An -tx1 | head -n 1
printf '\357\273\277' >mark.txt
unbake fix mark.txt | cmp - mark.txt

# The report says what was found, and what became of the hints.
printf 'Le caf\351 est ferm\351 depuis midi, et le bar aussi.\n' >latin.txt
unbake decode --report --http-charset 'text/html; charset=utf-8' latin.txt
unbake decode --json --http-charset iso-8859-1 latin.txt | sed 's/"confidence":[0-9.e-]*/"confidence":P/g'
printf 'd\303\251j\303\240 vu : la mar\303\251e est haute\nla mar\351e est d\351j\340 haute, tr\350s haute\nd\303\251j\303\240 vu, caf\303\251 ferm\351\n' >mixed.txt
unbake decode --report -o out.txt mixed.txt | grep -E '^(encoding|piece|stray|repairs)'
cat out.txt

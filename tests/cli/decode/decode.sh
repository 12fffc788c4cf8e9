# Bytes of whatever encoding come out as UTF-8, and what damage they hold is repaired.
printf 'Le caf\351 est ferm\351 depuis midi.\n' >latin.txt
unbake decode latin.txt
unbake decode <latin.txt
printf '\317\340\360\356\354 \363\345\344\270\362 \362\356\353\374\352\356 \363\362\360\356\354.\n' | unbake decode
printf 'Le caf\303\203\302\251 fran\303\203\302\247ais\n' | unbake decode
printf 'Le caf\303\203\302\251 fran\303\203\302\247ais\n' | unbake decode --no-repair
printf '\357\273\277mark\n' | unbake decode
unbake decode latin.txt -o out.txt
unbake decode latin.txt | cmp - out.txt
printf '' | unbake decode | wc -c | tr -d ' '

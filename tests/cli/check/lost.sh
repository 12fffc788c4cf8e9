# What nothing can bring back is no finding, but with --lost.
printf 'Le cafÃ©: 锟斤拷, caf\357\277\275\n烫烫烫烫\n???? ??????? ??\nwhat???\n' >page.txt
unbake check page.txt | sed 's/confidence [0-9.]*/confidence N/'
printf '烫烫烫烫\n' >memory.txt
unbake check memory.txt && echo clean
unbake check -v memory.txt
unbake check --lost memory.txt || echo found
for format in text github; do unbake check --lost --format "$format" page.txt | sed 's/confidence [0-9.]*/confidence N/'; done
unbake check --lost --json memory.txt
unbake check --lost --format sarif memory.txt | grep -o '"ruleId":"[^"]*"\|"level":"[^"]*"\|"fixes"'
unbake check --lost --write-baseline known.jsonl page.txt
unbake check --lost --baseline known.jsonl page.txt && echo nothing new
unbake check --lost --list page.txt memory.txt
unbake fix -v page.txt memory.txt

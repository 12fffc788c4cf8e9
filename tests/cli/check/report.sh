# Each place as FILE:LINE:COLUMN, columns in characters.
printf 'clean\n\303\251\303\251 Le cafÃ©\n' >page.txt
unbake check page.txt | sed 's/confidence [0-9.]*/confidence N/'
unbake check --color=always page.txt | grep -c "$(printf '\033')"
unbake check -l page.txt
unbake check - <page.txt | cut -d: -f1

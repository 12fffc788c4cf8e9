# Damage and repair are inverse.
printf 'Le caf\303\251 fran\303\247ais\n' >page.txt
unbake bake --path 'utf-8>windows-1252' page.txt | tee damaged.txt
unbake fix damaged.txt | cmp - page.txt
unbake bake --path 'utf-8>windows-1252' -o out.txt <page.txt
cmp out.txt damaged.txt

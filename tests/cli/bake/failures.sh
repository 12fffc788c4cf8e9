# Every mistake says what to do.
echo text >page.txt
unbake bake page.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1252' page.txt page.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1252' missing.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1525' page.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1252' --profile whatwgg page.txt
echo "status $?"
unbake bake --path 'nonsense' page.txt
echo "status $?"
printf 'one\ntwo \346\226\207\n' | unbake bake --path 'windows-1252>utf-8'

# Every mistake says what to do.
echo text >page.txt
unbake bake page.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1252' page.txt page.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1252' missing.txt
echo "status $?"
unbake bake --path 'utf-8>windows-1525' page.txt 2>message
echo "status $?"
grep -o "Did you mean 'windows-125.'? .*" message | sed 's/125[0-9]/125N/'
unbake bake --path 'utf-8>windows-1252' --profile whatwgg page.txt 2>message
echo "status $?"
grep -o "Did you mean.*" message
unbake bake --path 'nonsense' page.txt 2>message
echo "status $?"
grep -o 'A path looks like.*' message

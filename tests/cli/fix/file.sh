# One file goes to standard output and is not touched itself.
echo 'Le cafÃ© franÃ§ais' >page.txt
cp page.txt before.txt
unbake fix page.txt
cmp page.txt before.txt

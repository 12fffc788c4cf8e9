# Files that cannot be read, each named; the others are still processed.
echo 'Le cafÃ© franÃ§ais' >page.txt
mkdir folder
unbake fix missing.txt
echo "status $?"
unbake fix folder
echo "status $?"
unbake fix --list missing.txt page.txt folder page.txt/x

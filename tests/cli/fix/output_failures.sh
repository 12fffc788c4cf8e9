# What cannot be written is said; the old file stays, and nothing is left behind.
echo 'Le cafÃ© franÃ§ais' >page.txt
unbake fix page.txt -o no/such/folder.txt
echo "status $?"
mkdir folder
unbake fix page.txt -o folder
echo "status $?"
unbake fix page.txt -o /dev/full
echo "status $?"
echo precious >old.txt
unbake fix missing.txt -o old.txt
echo "status $?"
cat old.txt
ls -A

# -o writes a new file, with the permissions that new files get here, and leaves nothing else behind.
umask 027
echo 'Le cafÃ© franÃ§ais' >page.txt
unbake fix page.txt -o out.txt
cat out.txt
stat -c %a out.txt
ls -A

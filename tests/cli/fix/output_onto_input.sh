# -o onto the input itself repairs in place: permissions stay, a symbolic link stays one.
echo 'Le cafÃ© franÃ§ais' >page.txt
chmod 640 page.txt
ln -s page.txt link.txt
unbake fix link.txt -o link.txt
cat page.txt
stat -c %a page.txt
readlink link.txt
# Clean now: not written again.
touch -d 2020-01-01 page.txt
unbake fix page.txt -o page.txt
stat -c %y page.txt | cut -c -4
ls -A

# Several files get a report of what would change, and stay as they are.
echo 'Le cafÃ© franÃ§ais' >damaged.txt
echo 'Le cafe' >clean.txt
cp damaged.txt before.txt
unbake fix damaged.txt clean.txt | sed 's/[0-9][0-9]* repairs*/N repairs/; s/ [0-9]*)/ N)/'
echo "status ${PIPESTATUS[0]}"
cmp damaged.txt before.txt
unbake fix clean.txt clean.txt

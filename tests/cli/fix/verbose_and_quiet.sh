# -v says what was done, -q only by the status.
echo 'Le cafÃ©' >damaged.txt
echo 'Le cafe' >clean.txt
unbake fix -v damaged.txt 2>message
sed 's/[0-9][0-9]* repairs*/N repairs/; s/ [0-9]*)/ N)/' message
unbake fix -v clean.txt -o out.txt
unbake fix -q damaged.txt clean.txt
echo "status $?"
unbake fix -q damaged.txt

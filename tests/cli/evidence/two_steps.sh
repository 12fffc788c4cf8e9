# What the pages of a site say together repairs the one that is too short by itself.
printf 'It\351\210\245\346\252\232 time \351\210\245 at last.\n' >strong.txt
printf 'The sign \350\204\263 means times.\n' >weak.txt
echo 'Nothing is wrong.' >clean.txt
unbake check -q --evidence-out site.json strong.txt weak.txt clean.txt
echo "status $?"
unbake check -q --evidence-out reversed.json clean.txt weak.txt strong.txt
cmp site.json reversed.json && echo "the same in any order"
sed -E 's/: [0-9]{3,}/: N/g' site.json
unbake fix weak.txt
unbake fix --evidence site.json weak.txt
unbake fix --evidence=site.json clean.txt
unbake explain --json --evidence site.json weak.txt | grep -o '"verdict":"repaired"'

# What is known of other documents is known in place, too.
export XDG_STATE_HOME=$PWD/state
printf 'It\351\210\245\346\252\232 time \351\210\245 at last.\n' >first.txt
printf 'The sign \350\204\263 means times.\n' >second.txt
unbake check -q --evidence-out site.json first.txt second.txt
unbake fix -w -q second.txt
cat second.txt
unbake fix -w -q --evidence site.json first.txt second.txt
cat first.txt second.txt
unbake fix -w --evidence-out other.json first.txt

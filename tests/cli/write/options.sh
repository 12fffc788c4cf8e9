# Backups, times of change, lists.
export XDG_STATE_HOME=$PWD/state
damage() { printf 'Le cafÃ© franÃ§ais %s\n' "$1" >page.txt; }
damage 1
unbake fix -w -q -b page.txt
damage 2
unbake fix -wqb page.txt
head page*
damage 3
unbake fix -w -q --backup=t page.txt
damage 4
VERSION_CONTROL=numbered unbake fix -w -q --backup page.txt
damage 5
unbake fix -w -q --suffix=.bak page.txt
ls -A | grep page
unbake undo
ls -A | grep page
cat page.txt
touch -d 2001-02-03T04:05:06.789 page.txt
unbake fix -w -l --keep-mtime page.txt
stat -c %y page.txt | cut -d. -f1
damage 6
ln -s page.txt link
unbake fix -w -q link
[ -L link ] && cat page.txt
unbake fix -w --backup=sometimes page.txt
unbake fix -w --suffix=a/b page.txt
unbake fix -w --jobs=0 page.txt

# A file with several names is written in place where that is asked for, keeps its names, and is given back by undo.
export XDG_STATE_HOME=$PWD/state
mkdir tree
echo 'Le cafÃ© franÃ§ais' >tree/one.txt
ln tree/one.txt tree/two.txt
touch -d '2020-01-02 03:04:05' tree/one.txt
unbake fix -w tree | sed 's/undo 2[0-9-]*/undo RUN/'
unbake fix -w --hardlinks=inplace tree | sed 's/undo 2[0-9-]*/undo RUN/'
cat tree/two.txt
unbake undo
cat tree/two.txt
stat -c '%h %y' tree/one.txt | cut -d. -f1
unbake fix -w -q --hardlinks=inplace --keep-mtime tree
stat -c '%h %y' tree/one.txt | cut -d. -f1
unbake undo
exec 3<tree/two.txt
unbake fix -w -q --hardlinks=inplace tree
echo "status $?"
cat tree/one.txt
unbake fix --hardlinks=inplace tree
unbake fix -w -b --hardlinks=inplace tree
unbake fix -w --hardlinks=part tree
ls -A tree

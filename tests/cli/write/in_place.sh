# Several files and directories are repaired in place, and undone; what is clean is not touched.
export XDG_STATE_HOME=$PWD/state
mkdir -p tree/sub
echo 'Le cafÃ© franÃ§ais' >tree/a.txt
echo 'Le café' >tree/clean.txt
echo 'Le cafÃ© dÃ©jÃ  vu' >tree/sub/b.txt
chmod 604 tree/a.txt
touch -d 2001-02-03T04:05:06.789 tree/a.txt tree/clean.txt
cp -a tree before
unbake fix -n tree
echo "status $?"
diff -r tree before && echo 'nothing is changed'
unbake fix -w tree | sed 's/undo 2[0-9-]*/undo RUN/'
echo "status ${PIPESTATUS[0]}"
cat tree/a.txt tree/clean.txt tree/sub/b.txt
stat -c '%a' tree/a.txt
[ "$(stat -c %y tree/clean.txt)" = "$(stat -c %y before/clean.txt)" ] && echo 'the clean one keeps its time'
find tree | sort
unbake fix -w tree tree/a.txt
echo "status $?"
unbake runs | sed 's/^[0-9-]*/RUN/'
unbake undo
echo "status $?"
diff -r tree before && echo 'all is as it was'
[ "$(stat -c '%a %y' tree/a.txt)" = "$(stat -c '%a %y' before/a.txt)" ] && echo 'times too'
unbake undo
echo "status $?"
unbake runs | sed 's/^[0-9-]*/RUN/'
unbake resume
echo "status $?"

# After an interruption `resume` goes on, from anywhere, with the options of the run; `undo` then undoes all of it.
export XDG_STATE_HOME=$PWD/state
mkdir tree
for i in 1 2 3; do echo "Le cafÃ© franÃ§ais $i" >tree/$i.txt; done
cp -r tree before
mkfifo list
unbake fix -w -q --deny 'utf-8>gbk' --files-from list &
process=$!
printf 'tree/1.txt\ntree/2.txt\ntree/none.txt\n' >list
wait "$process"
echo "status $?"
unbake runs | sed 's/^[0-9-]*/RUN/'
mv tree/3.txt tree/none.txt
cd / && unbake resume | sed 's/undo 2[0-9-]*/undo RUN/'
echo "status ${PIPESTATUS[0]}"
cd "$OLDPWD" || exit
cat tree/*.txt
unbake runs | sed 's/^[0-9-]*/RUN/'
unbake undo
mv tree/none.txt tree/3.txt
diff -r tree before && echo 'all is as it was'
unbake resume 2>&1 | sed 's/2[0-9-]*/RUN/'

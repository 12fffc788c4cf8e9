# What would not be safe is left alone and named; the status is 3, and 2 if something failed.
export XDG_STATE_HOME=$PWD/state
echo 'Le cafÃ© franÃ§ais' >one.txt
ln one.txt two.txt
unbake fix -w one.txt | sed 's/undo 2[0-9-]*/undo RUN/'
echo "status ${PIPESTATUS[0]}"
rm two.txt
printf 'Le cafÃ©\0\n' >binary
unbake fix -w binary >/dev/null
echo "status $?"
unbake fix -w -q --binary=force binary
echo "status $?"
tr '\0' 0 <binary
unbake fix -w missing.txt
echo "status $?"
echo 'Le cafÃ© franÃ§ais' | unbake fix -w
echo "status $?"
echo 'Le cafÃ© franÃ§ais' >page.txt
unbake fix -w -q page.txt
echo 'something else' >page.txt
unbake undo 2>&1 | sed "s|$PWD|HERE|"
echo "status ${PIPESTATUS[0]}"
cat page.txt
echo 'Le cafÃ© franÃ§ais' >page.txt
env -u HOME XDG_STATE_HOME=relative unbake fix -w -q page.txt
echo "status $?"
cat page.txt
ls -A

# A signal while -o is being written: the old file stays, the temporary one goes, the status is that of the signal.
echo old >out.txt
mkfifo pipe
unbake fix --jsonl --field t pipe -o out.txt &
process=$!
exec 3>pipe
echo '{"t":"Le cafÃ©"}' >&3
while ! ls -A | grep -q '^\.unbake-'; do sleep 0.01; done
kill -TERM "$process"
wait "$process" 2>/dev/null
echo "status $?"
exec 3>&-
cat out.txt
ls -A

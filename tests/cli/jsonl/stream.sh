# Each line is answered as soon as it is there.
mkfifo in out
unbake fix --jsonl --field t <in >out &
exec 3>in 4<out
for word in 'cafÃ©' 'clean'; do
  echo "{\"t\":\"$word\"}" >&3
  read -r line <&4
  echo "$line"
done
exec 3>&-
cat <&4
wait

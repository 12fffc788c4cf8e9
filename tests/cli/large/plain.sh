# A text of some mebibytes is repaired in sections, by any number of threads, and its places are those in the file.
good='Nothing is wrong with this line, nor with the next one that follows it.'
damaged='Le cafÃ© franÃ§ais est trÃ¨s bon'
restored='Le café français est très bon'
lines() { for _ in 1 2 3; do yes "$good" | head -n 20000; echo "$1"; done; }
lines "$damaged" >text.txt
lines "$restored" >expected.txt
for jobs in 1 2 7; do
  unbake fix -j "$jobs" text.txt | cmp - expected.txt
  unbake fix -j "$jobs" <text.txt | cmp - expected.txt
done
unbake fix -o repaired.txt text.txt && cmp repaired.txt expected.txt
unbake fix repaired.txt | cmp - expected.txt
unbake check -j 1 text.txt
unbake check -j 7 text.txt >seven.txt
unbake check -j 1 text.txt | cmp - seven.txt
unbake check --json -j 2 text.txt | grep -o '"offset":[0-9]*'
unbake fix -n text.txt

echo '--- one line'
tr '\n' ' ' <text.txt >line.txt
unbake check line.txt
unbake fix line.txt | cmp - <(tr '\n' ' ' <expected.txt)

echo '--- left alone'
{
  echo 'unbake: off'
  lines "$damaged"
  echo 'unbake: on'
  echo "$damaged"
} >marked.txt
unbake check marked.txt

echo '--- in place'
cp text.txt place.txt
unbake fix -w place.txt | head -n 2
cmp place.txt expected.txt
unbake fix -w place.txt
unbake undo
cmp place.txt text.txt

echo '--- another encoding'
LC_ALL=C sed 's/nor/n\xf4r/' expected.txt | LC_ALL=C tr -d '\303\251\247\250' >latin.txt
unbake fix latin.txt | cmp - latin.txt
unbake fix -w latin.txt

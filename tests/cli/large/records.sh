# Long files of records are read record by record.
good='Nothing is wrong with this cell, nor with the next one that follows it.'
damaged='Le cafÃ© franÃ§ais est trÃ¨s bon'
restored='Le café français est très bon'

rows() {
  echo 'number,"the text"'
  yes "12,\"$good
nor with this line\"" | head -n 60000
  printf '13,"%s"\n%s,14\n' "$1" "$1"
}
rows "$damaged" >rows.csv
rows "$restored" >expected.csv
for jobs in 1 2 7; do unbake fix -j "$jobs" rows.csv | cmp - expected.csv; done
unbake check --column 'the text' rows.csv
unbake fix --column 'the text' rows.csv | tail -n 2

echo '--- broken'
{ echo "number,$damaged"; cat rows.csv; echo '15,"open'; } >broken.csv
unbake fix broken.csv >out.csv
echo "status $?"
cp broken.csv same.csv
unbake fix -w broken.csv
echo "status $?"
cmp broken.csv same.csv
unbake fix -o broken.csv broken.csv
cmp broken.csv same.csv

echo '--- lines of JSON'
{ yes "{\"text\": \"$good\"}" | head -n 40000; echo "{\"text\": \"$damaged\"}"; echo '{"text": "'; echo "[\"$damaged\"]"; } >lines.jsonl
sed "s/$damaged/$restored/" lines.jsonl >expected.jsonl
for jobs in 1 2 7; do unbake fix -j "$jobs" lines.jsonl | cmp - expected.jsonl; done
unbake check lines.jsonl

echo '--- a dump'
{ echo '-- MySQL dump'; yes "INSERT INTO t VALUES (1,'$good'),(2,'it\\'s');" | head -n 30000; echo "INSERT INTO t VALUES (3,'$damaged'); -- $damaged"; } >dump.sql
unbake fix -j 2 dump.sql | diff dump.sql -

echo '--- mail'
{ yes "From x
Subject: a word

$good
" | head -n 90000; printf 'From x\nSubject: %s\n\n%s\n' "$damaged" "$damaged"; } >box.mbox
unbake fix -j 2 box.mbox | diff box.mbox -

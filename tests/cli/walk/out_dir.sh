# Repaired into another directory: what is read stays, nothing is written onto what is read, names keep their places.
mkdir -p web/site/sub loose site2/sub
echo 'Le cafÃ© franÃ§ais' >web/site/a.txt
echo 'clean' >web/site/sub/b.txt
chmod 600 web/site/sub/b.txt
printf 'Le cafÃ©\0' >web/site/binary
printf '{"a": ' >web/site/broken.json
echo 'Le cafÃ©' >loose/c.txt
cp -r web old
unbake fix --out-dir out web/site/ loose/c.txt ./loose/../web/site/a.txt
echo "status $?"
diff -r web old && echo untouched
find out | sort
cat out/site/a.txt out/c.txt
stat -c %a out/site/sub/b.txt
cd web/site || exit
rm broken.json
unbake fix -v --out-dir out . && unbake fix -l --out-dir out .
echo "status $?"
cat out/a.txt
unbake fix --out-dir . a.txt
echo "status $?"
unbake fix --out-dir sub b.txt sub/b.txt
echo "status $?"
unbake fix --out-dir out out
unbake fix --out-dir out <a.txt
unbake fix --out-dir out -w .
unbake fix --out-dir a.txt/x sub
echo "status $?"
cmp a.txt ../../old/site/a.txt
ln -s ../a.txt out/link.txt
echo 'Le cafÃ©' >link.txt
unbake fix -q --out-dir out link.txt
echo "status $?"
cmp a.txt ../../old/site/a.txt
find out -name '.*'

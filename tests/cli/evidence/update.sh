# One file is read and written; it need not be there at first.
echo 'Le cafÃ© franÃ§ais' >page.txt
unbake fix --evidence all.json --evidence-out all.json page.txt
grep documents all.json
unbake fix --evidence all.json --evidence-out all.json page.txt
grep documents all.json
unbake fix --evidence all.json --evidence-out other.json page.txt
grep documents all.json other.json
unbake check -q --evidence-out lines.json --jsonl --field text <<'END'
{"text": "Le cafÃ©"}
{"text": "clean", "title": "no text of ours"}
END
echo "status $?"
grep documents lines.json
unbake fix page.txt -o page.txt --evidence-out made.json
grep documents made.json
ls -A

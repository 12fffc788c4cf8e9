# A file that is missing or no evidence stops the run before anything is done.
echo 'Le cafÃ© franÃ§ais' >page.txt
unbake fix --evidence missing.json page.txt
echo "status $?"
echo '{"schema_version": 7}' >later.json
unbake fix --evidence later.json page.txt -o page.txt
echo "status $?"
printf '{\n  "schema_version": 1,\n  "documents": 1,\n  "utf-8": {"klingon": {}}\n}\n' >klingon.json
unbake check --evidence klingon.json page.txt
echo "status $?"
unbake check --evidence . page.txt
echo "status $?"
unbake check -q --evidence-out no/such/folder.json page.txt
echo "status $?"
unbake fix --evidence-out= page.txt
echo "status $?"
unbake bake --path 'utf-8>gbk' --evidence x page.txt
echo "status $?"
cat page.txt
ls -A

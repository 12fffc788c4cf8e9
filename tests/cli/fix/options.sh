# Options reach the engine.
echo 'Le cafÃ© franÃ§ais' >page.txt
unbake fix --deny 'utf-8>windows-1252' page.txt >out.txt
echo "status $?"
unbake fix --allow 'utf-8>windows-1252' --max-layers 1 --lossy leave --min-confidence 0 page.txt

# A misspelt verb, a file in the place of a verb, and an option in the place of a verb.
unbake fxi page.txt
echo hello >page.txt
unbake page.txt
unbake --hepl
unbake qwertz

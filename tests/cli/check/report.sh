# A page about what is found, or repaired; it takes the place of the old one only when it is whole.
printf 'Le cafÃ© franÃ§ais\n' >page.txt
unbake fix --report report.html page.txt
grep -c '<mark>' report.html
unbake check -q --report report.html page.txt
grep -o '<mark>[^<]*</mark>' report.html
unbake fix --report report.html --list /dev/null
grep -o 'Nothing is damaged' report.html
unbake check -q --report missing/report.html page.txt

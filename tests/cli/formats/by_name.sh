# The ending of a name tells the format; --as says otherwise.
printf '{"cafÃ©": "Le caf\\u00c3\\u00a9"}\n' >menu.json
printf 'id,name\n1,"Le cafÃ©, ""bon"""\n' >menu.csv
printf '<p class="cafÃ©">Le cafÃ©</p>\n' >menu.html
printf '1\n00:00:01,000 --> 00:00:02,000\nLe cafÃ©\n' >menu.srt
printf "INSERT INTO cafÃ© VALUES ('Le cafÃ©');\n" >menu.sql
printf 'Subject: Le cafÃ©\nX-Id: cafÃ©\n\nLe cafÃ©\n' >menu.eml
for file in menu.*; do unbake fix "$file"; done
unbake fix --as plain menu.html
unbake fix --as html <menu.html
unbake check menu.json menu.csv | sed 's/confidence [0-9.]*/confidence N/'

# One object a line.
printf '\357\273\277clean\nLe cafÃ©\n' >page.txt
unbake check --json page.txt | sed -E 's/("(confidence|score|language|structure|document)"):-?[0-9.e-]+/\1:N/g; s/"reason":".*"/"reason":"R"/'

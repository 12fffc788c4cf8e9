echo 'Le cafe' >clean.txt
unbake check -v clean.txt clean.txt

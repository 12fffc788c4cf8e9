# 0 clean, 1 found, 2 error.
echo 'Le cafÃ© franÃ§ais' >damaged.txt
echo 'Le cafe' >clean.txt
unbake check clean.txt
echo "clean $?"
unbake check -q damaged.txt clean.txt
echo "found $?"
unbake check -q damaged.txt missing.txt
echo "error $?"
unbake check <clean.txt
echo "clean $?"

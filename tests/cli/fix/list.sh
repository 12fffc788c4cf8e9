# Only the names.
echo 'Le cafÃ© franÃ§ais' >damaged.txt
echo 'Le cafe' >clean.txt
unbake fix -l damaged.txt clean.txt
echo "status $?"
unbake fix -l clean.txt
echo "status $?"
unbake fix -l <damaged.txt

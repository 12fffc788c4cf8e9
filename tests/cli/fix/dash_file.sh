# A file whose name looks like an option.
echo 'Le cafÃ© franÃ§ais' >-v
unbake fix -- -v
unbake fix ./-v

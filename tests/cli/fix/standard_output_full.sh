# A full disk behind standard output.
echo 'Le cafÃ© franÃ§ais' | unbake fix >/dev/full

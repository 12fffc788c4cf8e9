# Standard input to standard output, named or not.
echo 'Le cafÃ© franÃ§ais' | unbake fix
echo 'Le cafÃ© franÃ§ais' | unbake fix -

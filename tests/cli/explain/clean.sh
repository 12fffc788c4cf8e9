echo 'Le cafe' | unbake explain
echo 'Le cafe' | unbake explain --json

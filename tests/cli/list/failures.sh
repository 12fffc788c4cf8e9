unbake list
echo "status $?"
unbake list pathz

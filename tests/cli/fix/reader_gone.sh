# A reader that has enough is no reason for a message; but not all was written, so the status is not 0.
seq 1000000 >long.txt
unbake fix long.txt | head -n 1
echo "status ${PIPESTATUS[0]}"

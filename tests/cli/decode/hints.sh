# What is known decides where the bytes do not.
printf '\271 1\n' >short.txt
unbake decode --http-charset windows-1251 short.txt
unbake decode --http-charset windows-1250 short.txt
unbake decode --from ibm866 short.txt
printf '<html><head><meta charset="koi8-r"><title>\316\317\327</title>\n' | unbake decode
printf '<?xml version="1.0" encoding="windows-1251"?><a>\372</a>\n' | unbake decode

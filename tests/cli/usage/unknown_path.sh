# A wrong decoding that is not known is refused, with the likeliest one that is.
unbake fix --allow 'utf-8>windows-1525' </dev/null 2>message
echo "status $?"
grep -o "Did you mean 'utf-8>windows-125.'?" message
grep -o '`unbake list paths` prints all' message
unbake fix --deny 'utf-8>windows-1525' </dev/null 2>message
echo "status $?"

# A wrong decoding that is not known is refused, with the likeliest one that is.
unbake fix --allow 'utf-8>windows-1525' </dev/null 2>message
echo "status $?"
grep -c 'did you mean windows-125.*unbake list encodings' message
unbake fix --deny 'windows' </dev/null 2>message
echo "status $?"
grep -c 'ENCODING>READ_AS' message

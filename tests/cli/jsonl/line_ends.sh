# CRLF, blank lines, a byte order mark and a missing end of the last line are kept.
printf '\357\273\277{"t":"Le cafÃ©"}\r\n\r\n\n  \n{"t":1}\r\n{"t":"Le cafÃ©"}' | unbake fix --jsonl --field t | od -An -c

# CRLF, lone CR and a missing end of the last line are kept.
printf 'Le cafÃ©\r\nfranÃ§ais\rtout nu' | unbake fix | od -An -c

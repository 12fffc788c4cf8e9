# A profile says what becomes of bytes that mean nothing; loss rules are added to it.
printf 'a\342\200\235b d\303\240 c\n' >page.txt
unbake bake --path 'utf-8>windows-1252' --profile python-ignore page.txt | od -An -c
unbake bake --path 'utf-8>windows-1252' --profile whatwg+nbsp-to-space page.txt | od -An -c

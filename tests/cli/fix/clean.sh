# What is not damaged comes out byte for byte.
printf 'Le caf\303\251 fran\303\247ais \342\200\224 \346\226\207\345\255\227\n\n\n  two spaces  \t\n' >page.txt
unbake fix page.txt | cmp - page.txt
unbake fix <page.txt | cmp - page.txt

# Damage that is talked about is explained, and is no finding.
printf 'page.replace("caf\303\203\302\251", "caf\303\251")\n' >page.txt
unbake check page.txt && echo clean
unbake explain page.txt | sed -n '1p;2p;3p;$p'

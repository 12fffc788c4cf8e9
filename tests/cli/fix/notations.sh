# Damage that is spelled out stays in its notation; --notations says which are looked for.
cat >page <<'END'
{"t": "Le caf\u00c3\u00a9"}
<p>Le caf&Atilde;&copy;, le caf&#195;&#169;</p>
GET /caf%C3%83%C2%A9
"caf\303\203\302\251.txt"
Subject: =?utf-8?Q?Le_caf=C3=83=C2=A9?=
map["\u00c3\u00a9"] = "\u00e9"
END
unbake fix page
echo "--- entities, percent"
unbake fix --notations entities,percent page | head -3
echo "--- none"
unbake fix --notations none page | cmp - page
unbake fix --notations entitties page
echo "status $?"

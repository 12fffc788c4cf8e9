# Fields, columns and attributes that are named; none is found where the format has none.
printf '{"a": "Un cafÃ©", "b": {"c": "Deux cafÃ©s"}}\n' >menu.json
printf 'id;name;note\n1;Un cafÃ©;Un cafÃ©\n' >menu.csv
printf '<p title="Un cafÃ©" data-name="Deux cafÃ©s">Trois cafÃ©s</p>\n' >menu.html
unbake fix --field b.c menu.json
unbake fix --column name menu.csv
unbake fix --column 3 menu.csv
unbake fix --column taste menu.csv
unbake fix --attribute data-name menu.html
unbake fix --column 1 menu.json
unbake fix --as nothing menu.json

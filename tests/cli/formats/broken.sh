# What is not what its name says is named with its line, and comes out as it is.
printf '{"a": "Le cafÃ©",\n "b": "Le cafÃ©}\n' >broken.json
printf 'a,b\n1,"Le cafÃ©\n' >broken.csv
printf '<p>Le cafÃ©<!--\n' >broken.xml
for file in broken.*; do
  unbake fix "$file" | cmp - "$file"
  echo "${PIPESTATUS[0]}"
done
unbake check broken.json
unbake fix --as plain broken.json

# Whatever the format: what is repaired needs no repair, and differs from what it was nowhere but in the damage.
for file in "$(dirname "$0")"/../../formats/cases/*/*; do
  format=$(basename "$(dirname "$file")")
  case $file in *.expected) continue ;; esac
  sed 's/old/Le cafÃ© franÃ§ais/g' "$file" >damaged
  unbake fix --as "$format" damaged >once 2>error || { cmp damaged once; continue; }
  unbake fix --as "$format" once >twice
  cmp once twice
  sed 's/cafÃ© franÃ§ais/café français/g' damaged >all
  sed 's/cafÃ© franÃ§ais/café français/g' once | cmp - all
  cmp -s damaged once && echo "nothing is repaired in $file"
done

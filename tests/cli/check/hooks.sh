# The hooks of pre-commit do what they say: the first finds, the second repairs.
hooks=$(dirname "$0")/../../../.pre-commit-hooks.yaml
printf 'Le cafÃ© franÃ§ais\n' >'a page.txt'
echo clean >clean.txt
entry() { sed -n "/^- id: $1\$/,/^- id/s/^  entry: //p" "$hooks"; }
eval "$(entry unbake-check) clean.txt"
echo "$?"
eval "$(entry unbake-check) 'a page.txt' clean.txt" | cut -d'"' -f1
eval "$(entry unbake-fix) 'a page.txt' clean.txt"
echo "$?"
cat 'a page.txt' clean.txt

# Every option of every verb is in the completions of every shell, and in the manual, with its summary where there is room.
for shell in bash zsh fish; do unbake completions "$shell" >"$shell.txt" || exit; done
unbake man | sed 's/\\-/-/g; s/\\f[BIR]//g' >man.txt
unbake --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/\1/p' >verbs.txt
while read -r verb; do
  unbake "$verb" --help | grep -o -- '^  \(-.,\|   \) --[a-z0-9-]*' | grep -o -- '--[a-z0-9-]*' >options.txt
  while read -r option; do
    grep -q -- "$option" bash.txt || echo "bash lacks $verb $option"
    sed -n "/^ *$verb)/,/;;/p" zsh.txt | grep -q -- "$option\\[" || echo "zsh lacks $verb $option"
    grep -q -- "from $verb' -l ${option#--} " fish.txt || echo "fish lacks $verb $option"
    [ "$option" = --help ] || grep -q -- "$option" man.txt || echo "the manual lacks $verb $option"
  done <options.txt
done <verbs.txt
wc -l <verbs.txt | tr -d ' ' | grep -qv '^[0-5]$' || echo 'hardly a verb was found'
unbake completions tcsh
unbake completions

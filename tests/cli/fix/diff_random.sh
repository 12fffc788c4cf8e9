# Whatever the lines that change, patch makes of the file what fix does.
RANDOM=7
lines=('Le cafÃ© franÃ§ais' 'clean' '' 'clean' 'clean')
for ((round = 0; round < 30; ++round)); do
  for ((i = RANDOM % 40; i > 0; --i)); do echo "${lines[RANDOM % ${#lines[@]}]}"; done >page.txt
  if ((RANDOM % 2)); then printf 'Le cafÃ©' >>page.txt; fi
  cp page.txt patched.txt
  unbake fix -d page.txt >page.diff
  if [ -s page.diff ]; then patch -s patched.txt page.diff; fi
  unbake fix page.txt | cmp - patched.txt
done

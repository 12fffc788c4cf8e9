# All that is known about a repair.
echo 'Le cafÃ©' >page.txt
unbake explain page.txt | sed -E 's/-?[0-9]+\.[0-9]+/N/g; s/reason .*/reason R/'
unbake explain --color=always page.txt | grep -c "$(printf '\033')"

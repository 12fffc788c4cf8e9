# A unified diff of what would change; the last line of the file lacks its end.
{
  seq 8
  echo 'Le cafÃ© franÃ§ais'
  seq 8
  printf 'dÃ©sÃ©quilibrÃ©'
} >page.txt
unbake fix --diff page.txt
echo "status $?"
unbake fix --diff --color=always page.txt | head -n 3 | cat -v

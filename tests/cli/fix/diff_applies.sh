# patch makes of the file what fix does.
{
  printf '\357\273\277dÃ©but\r\n\r\n'
  seq 5
  echo 'Le cafÃ© franÃ§ais'
  echo 'Le cafÃ© franÃ§ais'
  seq 6
  echo 'Le cafÃ© franÃ§ais'
  seq 7
  printf 'dÃ©sÃ©quilibrÃ©'
} >page.txt
unbake fix page.txt >fixed.txt
unbake fix -d page.txt >page.diff
patch -s -p0 --binary <page.diff
cmp page.txt fixed.txt
unbake fix -d page.txt

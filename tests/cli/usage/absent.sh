# What belongs to a later version says what to do instead, and never does something else.
for option in --lang=zh --normalize=nfc; do
  unbake fix "$option" page.txt
  echo "status $?"
done

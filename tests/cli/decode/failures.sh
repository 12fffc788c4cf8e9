# What is no text is refused; every mistake says what to do.
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >picture.png
unbake decode picture.png
echo "status $?"
unbake decode --from koi8-r picture.png | wc -c | tr -d ' '
unbake decode --from koi-8 picture.png
echo "status $?"
unbake decode --http-charset '' picture.png
echo "status $?"
unbake decode picture.png picture.png
echo "status $?"
unbake decode missing.txt

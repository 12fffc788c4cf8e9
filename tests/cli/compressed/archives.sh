# Members of archives are read by check and explain, each as the file that its name tells; fix leaves them alone.
mkdir menu
printf '{"caf\303\203\302\251": "Le caf\303\203\302\251"}\n' >menu/a.json
printf 'clean\n' >menu/b.txt
printf '\000\001Le caf\303\203\302\251' >menu/c.bin
printf '{' >menu/d.json
python3 - <<'END'
import zipfile
with zipfile.ZipFile("menu.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name in ("menu/a.json", "menu/b.txt", "menu/c.bin", "menu/d.json"):
        archive.write(name)
END
tar -cf menu.tar menu/a.json menu/b.txt
gzip -k menu.tar
for archive in menu.zip menu.tar menu.tar.gz; do
  unbake check "$archive" | sed 's/confidence [0-9.]*/confidence N/'
done
unbake explain menu.tar | head -n 1
unbake fix menu.zip | cmp - menu.zip
head -c 150 menu.zip >short.zip
unbake check short.zip | cut -d: -f1-3

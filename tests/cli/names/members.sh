# Names in archives are reported, and never changed; in a directory, of what is named like an archive.
export XDG_STATE_HOME=$PWD/state
mkdir tree
python3 - <<'END'
import io
import tarfile
import zipfile
NAMES = ("CafÃ© crÃ¨me/Ã©tÃ©.txt", "CafÃ© crÃ¨me/clean é.txt", "plain.txt")
with zipfile.ZipFile("tree/menu.zip", "w") as archive:
    for name in NAMES:
        archive.writestr(name, "Le cafÃ©\n")
with tarfile.open("tree/menu.tgz", "w:gz") as archive:
    for name in NAMES:
        archive.addfile(tarfile.TarInfo(name))
END
cp -r tree old
unbake names tree
echo "status $?"
unbake names -w -q tree/menu.zip
echo "status $?"
unbake check tree/menu.zip | cut -d' ' -f1-5
head -c 40 tree/menu.zip >tree/short.zip
unbake names tree/short.zip
echo "status $?"
rm tree/short.zip
diff -r tree old && echo untouched

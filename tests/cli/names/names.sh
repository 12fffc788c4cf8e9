# Names of files and directories: shown, changed, undone; never onto another.
export XDG_STATE_HOME=$PWD/state
mkdir -p 'tree/CafÃ© crÃ¨me'
touch 'tree/CafÃ© crÃ¨me/Ã©tÃ©.txt' tree/plain.txt 'tree/rÃ©sumÃ©.txt' 'tree/dÃ©jÃ  vu.txt' 'tree/déjà vu.txt'
unbake names tree
echo "status $?"
unbake names -w tree | sed 's/undo 2[0-9-]*/undo RUN/'
echo "status ${PIPESTATUS[0]}"
find tree | sort
unbake undo
find tree | sort
cd tree && unbake names -q
echo "status $?"
unbake names missing
echo "status $?"
mkdir ../twice && cd ../twice && touch 'rÃ©sumÃ©.txt' 'résumÃ©.txt'
unbake names
echo "status $?"

# Every list has what the tests of other verbs use.
unbake list encodings | grep -E '^(utf-8|windows-1252) ' | cut -d' ' -f1
unbake list paths | grep -x 'utf-8>windows-1252'
unbake list profiles | grep -o '^whatwg '
unbake list languages | grep -x en
unbake list encodings --json | grep -o '^{"schema_version":2,"kind":"encoding","name":"utf-8",'
unbake list notations | cut -d' ' -f1

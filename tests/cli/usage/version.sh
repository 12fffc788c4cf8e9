# MAJOR.MINOR.PATCH, and nothing else.
unbake --version | grep -Ex 'unbake [0-9]+\.[0-9]+\.[0-9]+' | sed 's/[0-9]*\.[0-9]*\.[0-9]*/VERSION/'
unbake -V | cmp - <(unbake --version)

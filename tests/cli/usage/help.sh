# The help of the program, however it is asked for.
unbake --help
unbake -h | cmp - <(unbake --help) && unbake help | cmp - <(unbake --help)

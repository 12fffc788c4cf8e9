"""``python -m unbake`` is the program: ``python -m unbake fix page.txt``."""
import os
import sys


def main():
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "program", "unbake")
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(program, ["unbake", *sys.argv[1:]])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The C++ program of the README: the first block marked `cpp`. What it prints is the first block marked `text` behind it.

usage: example.py extract README SOURCE    write the program to SOURCE
       example.py run README PROGRAM       run it, and compare what it prints with what README says
"""
import pathlib
import re
import subprocess
import sys


def blocks(readme):
    text = pathlib.Path(readme).read_text(encoding="utf-8")
    match = re.search(r"^```cpp\n(.*?)^```\n.*?^```text\n(.*?)^```\n", text, re.DOTALL | re.MULTILINE)
    if not match:
        sys.exit(f"example: {readme} has no block `cpp` with a block `text` behind it")
    return match[1], match[2]


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("extract", "run"):
        sys.exit(__doc__)
    program, expected = blocks(sys.argv[2])
    if sys.argv[1] == "extract":
        pathlib.Path(sys.argv[3]).write_text(program, encoding="utf-8")
        return 0
    printed = subprocess.run([sys.argv[3]], stdout=subprocess.PIPE, timeout=60, check=True).stdout.decode("utf-8", "replace")
    if printed != expected:
        print(f"expected:\n{expected}\nprinted:\n{printed}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

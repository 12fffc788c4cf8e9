#!/usr/bin/env python3
"""Makes the data that programs make once more, elsewhere, and fails if one byte or one file differs."""
import filecmp
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

# (program, folder that it makes, what of that folder it makes)
MADE = [
    ("corpus/make_pages.py", "corpus/pages", "*.damaged.txt"),
    ("corpus/make_baked.py", "corpus/baked", "*/*.txt"),
    ("tests/cases/make_cases.py", "tests/cases", None),
]


def main():
    wrong = []
    for program, folder, pattern in MADE:
        with tempfile.TemporaryDirectory() as made:
            subprocess.run([sys.executable, ROOT / program, made], check=True)
            again = {path.relative_to(made) for path in pathlib.Path(made).rglob("*") if path.is_file()}
            here = {path.relative_to(ROOT / folder) for path in (ROOT / folder).glob(pattern)} if pattern else again
            for name in sorted(again | here):
                old, new = ROOT / folder / name, pathlib.Path(made) / name
                if name not in again or not old.exists() or not filecmp.cmp(old, new, shallow=False):
                    wrong.append(f"{folder}/{name} is not what {program} makes")
    print("\n".join(wrong) or "all data are as they are made")
    return 1 if wrong else 0


sys.exit(main())

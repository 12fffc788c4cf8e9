#!/usr/bin/env python3
"""Train the language models again and demand the committed files, byte for byte.

usage: regenerates.py TRAINER

Needs the text in the folder that UNBAKE_SHARED names (../shared); exit status 77, which means skipped, where it is not.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("UNBAKE_SHARED", ROOT / ".." / "shared"))
SKIPPED = 77
FILES = ("model.bin", "latin_languages.bin", "word_parts.bin")


def first_difference(x, y):
    return next((i for i, (a, b) in enumerate(zip(x, y)) if a != b), min(len(x), len(y)))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not (SHARED / "corpora" / "text.tar.zst").exists():
        print("skipped: there is no text to train on; UNBAKE_SHARED names its folder")
        return SKIPPED
    unpack = [sys.executable, ROOT / "tests" / "eval" / "evaluate.py", "--unpack"]
    text = subprocess.run(unpack, check=True, stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "UNBAKE_SHARED": str(SHARED)}).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        trained = pathlib.Path(folder) / "model.bin"
        subprocess.run([sys.argv[1], text, ROOT / "tables" / "languages.toml", trained], check=True)
        made = {name: (trained.parent / name).read_bytes() for name in FILES}
    status = 0
    for name, new in made.items():
        committed = (ROOT / "tables" / "generated" / name).read_bytes()
        if new == committed:
            print(f"{name}: {len(new)} bytes, all the same")
            continue
        print(f"tables/generated/{name} has {len(committed)} bytes, the trainer makes {len(new)}; they differ from byte "
              f"{first_difference(new, committed)} on. Run ./dev train and commit what it makes.")
        status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())

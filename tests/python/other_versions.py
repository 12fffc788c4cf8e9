#!/usr/bin/env python3
"""Run the tests that need nothing but the package with the other versions of CPython that this machine has.

usage: other_versions.py FOLDER_OF_THE_WHEEL

Exit status 77 if there is no other version.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

TESTS = ("decode_test", "fix_test", "fixer_test", "many_test", "processes_test")


def version_of(python):
    """MAJOR.MINOR of an interpreter, or nothing if it does not run."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([python, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode().strip() if done.returncode == 0 else None


def candidates(minor):
    yield shutil.which(f"python3.{minor}")
    root = pathlib.Path(os.environ.get("PYENV_ROOT", pathlib.Path.home() / ".pyenv"))
    yield from sorted(map(str, root.glob(f"versions/3.{minor}.*/bin/python3.{minor}")))


def pythons():
    """One interpreter for each version from 3.9 on that is not this one."""
    for minor in range(9, 20):
        if minor == sys.version_info[1]:
            continue
        found = [path for path in candidates(minor) if path and version_of(path) == f"3.{minor}"]
        yield from found[:1]


def main():
    (wheel,) = pathlib.Path(sys.argv[1]).glob("unbake-*.whl")
    others = list(pythons())
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as files:
            for member in files.infolist():
                path = pathlib.Path(files.extract(member, folder))
                path.chmod(member.external_attr >> 16)
        for python in others:
            done = subprocess.run([python, "-m", "unittest", *TESTS], env={**os.environ, "PYTHONPATH": folder},
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            print(python, done.stdout.decode().strip().split("\n")[-1])
            if done.returncode != 0:
                print(done.stdout.decode())
                return 1
    return 0 if others else 77


if __name__ == "__main__":
    sys.exit(main())

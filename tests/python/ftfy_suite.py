#!/usr/bin/env python3
"""Run the test suite of ftfy with unbake.ftfy in its place.

usage: ftfy_suite.py FOLDER [--prune]    the source package of ftfy is fetched into FOLDER by pip, once

The suite is no part of this project: it is run from the source package, where `import ftfy` gives unbake.ftfy, and `ftfy` is
its command line. What may fail is in ftfy_exceptions.txt, with the reason; what is listed there and passes, fails this. --prune takes it
off the list.
"""
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree

EXCEPTIONS = pathlib.Path(__file__).resolve().with_name("ftfy_exceptions.txt")
PACKAGE = "ftfy==6.3.1"
# Makes the modules of unbake.ftfy those that are imported as ftfy.
STANDS_FOR_FTFY = """
import importlib
import sys

for name in ("", ".bad_codecs", ".bad_codecs.sloppy", ".bad_codecs.utf8_variants", ".badness", ".chardata", ".cli", ".fixes",
             ".formatting"):
    sys.modules["ftfy" + name] = importlib.import_module("unbake.ftfy" + name)
"""


def fetched(folder):
    """The source package, fetched once."""
    if not list(folder.glob("ftfy-*.tar.gz")):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                        "--no-binary", "ftfy", "--dest", folder, PACKAGE], check=True)
    return next(folder.glob("ftfy-*.tar.gz"))


def unpack_tests(package, folder):
    with tarfile.open(package) as files:
        for member in files.getmembers():
            name = pathlib.PurePosixPath(member.name)
            if member.isfile() and name.parent.name == "tests":
                (folder / name.name).write_bytes(files.extractfile(member).read())


def exceptions():
    """The lines of the list, by the test they name."""
    lines = EXCEPTIONS.read_text(encoding="utf-8").split("\n")
    return {line.split("  ")[0]: line for line in lines if line and not line.startswith("#")}


def prune(passing):
    lines = EXCEPTIONS.read_text(encoding="utf-8").split("\n")
    EXCEPTIONS.write_text("\n".join(line for line in lines if line.split("  ")[0] not in passing), encoding="utf-8")


def run(folder):
    (folder / "conftest.py").write_text(STANDS_FOR_FTFY, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p no:cacheprovider -o xfail_strict=false\n", encoding="utf-8")
    command = folder / "bin" / "ftfy"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m unbake.ftfy "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    report = folder / "report.xml"
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "--tb=short", f"--junitxml={report}", str(folder)], cwd=folder,
                          env={**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return xml.etree.ElementTree.parse(report), done.stdout.decode("utf-8", "replace")


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--prune"]):
        sys.exit(__doc__)
    package = fetched(pathlib.Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        unpack_tests(package, folder)
        report, output = run(folder)
        cases = [case for case in report.iter("testcase") if "test_failing_json_example" not in case.get("name")]
        failed = {case.get("name") for case in cases if case.find("failure") is not None or case.find("error") is not None}
    known = set(exceptions())
    if sys.argv[2:]:
        prune(known - failed)
        known &= failed
    print(f"{len(cases) - len(failed)} of {len(cases)} tests of ftfy pass; {len(known)} are listed as exceptions")
    for case in sorted(failed - known):
        print(f"fails, and is not listed: {case}")
    for case in sorted(known - failed):
        print(f"is listed, and passes: {case}")
    if failed - known:
        print(output)
    return 0 if failed == known and len(cases) > 300 else 1


if __name__ == "__main__":
    sys.exit(main())

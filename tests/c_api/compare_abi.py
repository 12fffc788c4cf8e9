#!/usr/bin/env python3
"""Hold the C interface of the shared library against its baseline, packaging/abi/libunbake.abi.

usage: compare_abi.py --abidw ABIDW --abidiff ABIDIFF [--accept] LIBRARY ROOT

Something that was added is to be accepted by --accept, which writes the baseline; anything else breaks programs that were
built against it, and needs another SONAME.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--abidw", required=True)
    parser.add_argument("--abidiff", required=True)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("library", type=pathlib.Path)
    parser.add_argument("root", type=pathlib.Path)
    options = parser.parse_args()
    baseline = options.root / "packaging/abi/libunbake.abi"
    with tempfile.TemporaryDirectory() as folder:
        now = pathlib.Path(folder) / "libunbake.abi"
        subprocess.run([options.abidw, "--exported-interfaces-only", "--no-show-locs", "--no-corpus-path", "--no-comp-dir-path",
                        "--headers-dir", options.root / "include/unbake", "--drop-private-types", "--out-file", now, options.library], check=True)
        if options.accept:
            baseline.write_bytes(now.read_bytes())
            return 0
        return subprocess.run([options.abidiff, baseline, now], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Takes off tests/cases/known-failures.jsonl what passes now, and prints what fails without being on it.

usage: prune_known_failures.py BUILD

BUILD is a build folder with its tests built. Nothing is added: a new line needs a reason.
"""
import json
import pathlib
import re
import subprocess
import sys

LIST = pathlib.Path(__file__).resolve().parents[1] / "cases" / "known-failures.jsonl"
TESTS = ["tests/repair_cases/repair_cases_test", "tests/pathological/pathological_test"]
PASSES = re.compile(r"^(.+?) passes now: take it off", re.M)
FAILS = re.compile(r"^(?!unknown file)([^\s:][^:\n]*(?::\d+)?[^:\n]*): *(?:$|changed|the |no |losses|structure|bakes|cannot)", re.M)


def main():
    build = pathlib.Path(sys.argv[1])
    said = "".join(
        subprocess.run([build / test, "--gtest_brief=1", "--gtest_filter=-*InTime*"], capture_output=True).stdout.decode("utf-8", "replace")
        for test in TESTS)
    passing = set(PASSES.findall(said))
    rows = LIST.read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if json.loads(row)["id"] not in passing]
    LIST.write_text("".join(row + "\n" for row in kept), encoding="utf-8")
    print(f"{len(rows) - len(kept)} taken off, {len(kept)} left")
    for name in dict.fromkeys(FAILS.findall(said)):
        print(f"fails and is not known: {name}")


main()

#!/usr/bin/env python3
"""Hold docs/cli.md against the table of options, as the help prints it: every verb and option is documented, and no option
is that is not there; the short forms and formats are the same.

usage: check_options.py PROGRAM DOCUMENT
"""
import pathlib
import re
import subprocess
import sys

# Written about in general, not of one verb; `--` ends the options.
OF_THE_PROGRAM = {"--help", "--version", "--name"}


def output(program, *words):
    return subprocess.run([program, *words], capture_output=True, check=True, text=True).stdout


def main():
    program, document = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    # What examples print is not ours to look at: they show mistakes as well.
    prose = re.sub(r"```.*?```", "", document, flags=re.S)
    faults = []
    verbs = re.findall(r"^  ([a-z]+) {2,}", output(program, "--help").split("Verbs:")[1].split("\n\n")[0], flags=re.M)
    known = set()
    for verb in verbs:
        if f"`{verb}`" not in prose:
            faults.append(f"the verb {verb} is not documented")
        for letter, option in re.findall(r"^  (?:-(.), |    )(--[a-z-]+)", output(program, verb, "--help"), flags=re.M):
            known.add(option)
            if option not in OF_THE_PROGRAM and not re.search(re.escape(option) + r"(?![a-z-])", prose):
                faults.append(f"{option} of {verb} is not documented")
            if letter and option != "--help" and not re.search(r"`-" + letter + r"\b", prose):
                faults.append(f"-{letter} of {verb} is not documented")
    for option in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", prose)) - known - OF_THE_PROGRAM):
        faults.append(f"{option} is documented and does not exist")
    for line in output(program, "list", "formats").splitlines():
        name = line.split()[0]
        row = re.search(rf"^\| (?:`[a-z]+`, )*`{name}`[ ,].*", prose, flags=re.M)
        endings = re.search(r"\(([a-z ]+)\)$", line)
        for ending in endings[1].split() if endings else []:
            if row is None or f"`{ending}`" not in row[0]:
                faults.append(f"the ending {ending} of {name} is not documented")
    if len(verbs) < 5 or len(known) < 10:
        faults.append("the help could not be read")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

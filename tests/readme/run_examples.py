#!/usr/bin/env python3
"""Run the examples of a document and compare what they print with what it says.

usage: run_examples.py PROGRAM ROOT DOCUMENT

An example is a fenced block marked `console`: a line that begins with `$ ` is a command for bash (lines that begin with
`> ` go on with it), the lines behind it are what it prints, errors included; a line `...` stands for any lines, and
`...` inside a line for anything. All examples of a document are run in one folder, in which the files of the project are
seen under their names. `./dev run` stands for PROGRAM, and so does `unbake`.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def examples(document):
    """Yields line number, command and expected lines."""
    inside, command = False, None
    for number, line in enumerate(document.split("\n"), 1):
        if line.startswith("```"):
            if command is not None:
                yield start, command, expected
            inside, command = line[3:].strip() == "console" and not inside, None
        elif inside and line.startswith("$ "):
            if command is not None:
                yield start, command, expected
            start, command, expected = number, line[2:], []
        elif inside and command is not None and line.startswith("> ") and not expected:
            command += "\n" + line[2:]
        elif inside and command is not None:
            expected.append(line)


def pattern(expected):
    """The regular expression of what a command should print."""
    parts = []
    for line in expected:
        if line == "...":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(".*".join(re.escape(piece) for piece in line.split("...")) + r"\n")
    return "".join(parts)


def run(command, folder):
    environment = {**os.environ, "PATH": f"{folder}/.bin:{os.environ['PATH']}", "XDG_STATE_HOME": f"{folder}/.state", "TERM": "dumb"}
    command = command.replace("./dev run", "unbake")
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    output = done.stdout.decode("utf-8", "replace")
    return output if output.endswith("\n") or not output else output + "\n"


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, root, name = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
    found = list(examples((root / name).read_text(encoding="utf-8")))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for entry in root.iterdir():
            if not entry.name.startswith((".", "build")):
                os.symlink(entry, pathlib.Path(folder) / entry.name)
        os.mkdir(pathlib.Path(folder) / ".bin")
        os.symlink(program, pathlib.Path(folder) / ".bin" / "unbake")
        for line, command, expected in found:
            output = run(command, folder)
            if not re.fullmatch(pattern(expected), output):
                failed += 1
                print(f"{name}:{line}: $ {command}\nexpected:\n" + "\n".join(expected) + f"\nprinted:\n{output}")
    print(f"{len(found) - failed} of {len(found)} examples of {name} are right")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

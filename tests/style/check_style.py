#!/usr/bin/env python3
"""Check that the sources keep the shape of the project.

usage: check_style.py RULE [ROOT]

  includes    a folder includes only the folders it may, and a third-party header only where its door is
  ascii       sources are ASCII: text in other scripts belongs in data files
  length      no file is longer than 500 lines
  unfinished  nothing is left to do later
Generated files and what is built are not looked at. Prints FILE:LINE: MESSAGE for each breach; exit status 1 if there is one.
"""
import fnmatch
import pathlib
import re
import sys

CORE = ("encoding", "notation", "bake", "model", "detect", "repair", "validate", "decode", "pipeline", "api")

# What each folder of src may include, besides itself and the standard library. `result` is
# unbake/result.hpp, `public` the other headers of include/unbake.
MAY_INCLUDE = {
    "base": {"result"},
    "encoding": {"base", "result"},
    "notation": {"base", "encoding"},
    "bake": {"base", "encoding", "result"},
    "model": {"base", "result"},
    "detect": {"base", "encoding", "bake", "model", "result"},
    "repair": {"base", "encoding", "bake", "model", "result"},
    "validate": {"base", "encoding", "bake", "model", "result"},
    "decode": {"base", "encoding", "model"},
    "pipeline": {"base", "encoding", "notation", "bake", "model", "detect", "repair", "validate", "result"},
    "api": {*CORE, "base", "result", "public"},
    "c_api": {"result", "public"},
    "io": {"base"},
    "files": {"base", "io"},
    "formats": {"base", "io"},
    "report": {"base", "io"},
    "cli": {"io", "files", "formats", "report", "result", "public"},
}

# The door of each third-party library: who may include its headers. Tests of a door may pass through it too.
DOORS = {
    "unicode/": ["tables/gen/*", "src/io/icu_*", "tests/*"],
    "uchardet": ["bench/compare/*"],
    "boost/": ["src/cli/*"],
    "gtest/": ["tests/*"],
    "gmock/": ["tests/*"],
    "rapidcheck": ["tests/*"],
    "benchmark/": ["bench/*"],
    "hwy/": ["src/detect/prefilter*", "src/base/utf8*"],
    "simdjson": ["src/formats/json.cpp", "src/files/journal_record.cpp"],
    "Python.h": ["python/native/*"],
    "toml++/": ["tables/gen/*"],
    "archive": ["src/io/*"],
    "xxhash": ["src/files/content_hash.cpp"],
}

# Of the system's headers, the core takes only the standard library: it knows no files, clocks, threads or locales.
HERMETIC = ("base", *CORE[:-1])
NOT_HERMETIC = {"fstream", "filesystem", "iostream", "chrono", "thread", "mutex", "atomic", "locale", "random", "ctime",
                "condition_variable", "future", "shared_mutex", "csignal"}
# But for words that are right whichever thread wrote them.
SHARED_WORD = ("src/base/shared_word.hpp", "atomic")

SOURCES = ("*.cpp", "*.hpp", "*.h", "*.cc")
LONGEST = 500
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")


def sources(root):
    for folder in ("src", "include", "tests", "tables", "bench", "fuzz", "python"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "generated" not in path.parts and any(path.match(p) for p in SOURCES):
                yield path, path.relative_to(root).as_posix()


def lines(path):
    return path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")


def folder_breach(name, header):
    """What is wrong with `#include "header"` in the file of that name; nothing if it is fine."""
    parts = name.split("/")
    if parts[0] != "src":
        return None
    mine, theirs = parts[1], header.split("/")[0]
    if theirs == "unbake":
        theirs = "result" if header == "unbake/result.hpp" else "public"
    if theirs == mine or "generated" in header.split("/") or "/" not in header:
        return None
    if mine not in MAY_INCLUDE:
        return f"src/{mine} is not in the table of {pathlib.Path(__file__).name}"
    if theirs not in MAY_INCLUDE[mine]:
        return f"src/{mine} may not include {header}; it may include {', '.join(sorted(MAY_INCLUDE[mine]))}"
    return None


def door_breach(name, header):
    """What is wrong with `#include <header>` in the file of that name; nothing if it is fine."""
    for library, doors in DOORS.items():
        if header.startswith(library) and not any(fnmatch.fnmatch(name, door) for door in doors):
            return f"{header} is included only by {', '.join(doors)}"
    parts = name.split("/")
    if parts[0] == "src" and parts[1] in HERMETIC and header in NOT_HERMETIC and (name, header) != SHARED_WORD:
        return f"src/{parts[1]} may not include {header}: the core has no files, clocks, threads or locales"
    return None


def check_includes(root):
    for path, name in sources(root):
        for number, line in enumerate(lines(path), 1):
            match = INCLUDE.match(line)
            if match:
                breach = folder_breach(name, match[1]) if match[1] else door_breach(name, match[2])
                if breach:
                    yield name, number, breach


def check_ascii(root):
    for path, name in sources(root):
        for number, line in enumerate(lines(path), 1):
            if not line.isascii():
                yield name, number, "this is not ASCII; put the text in a data file, or write it as \\x bytes"


def check_length(root):
    for path, name in sources(root):
        length = len(lines(path)) - 1
        if length > LONGEST:
            yield name, length, f"the file has {length} lines, and {LONGEST} are enough; give it one subject"


def check_unfinished(root):
    for path, name in sources(root):
        for number, line in enumerate(lines(path), 1):
            match = UNFINISHED.search(line)
            if match:
                yield name, number, f"{match[0]}: finish it, or open an issue"


RULES = {"includes": check_includes, "ascii": check_ascii, "length": check_length, "unfinished": check_unfinished}


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in RULES:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).resolve().parents[2]
    breaches = list(RULES[sys.argv[1]](root))
    for name, number, message in breaches:
        print(f"{name}:{number}: {message}")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())

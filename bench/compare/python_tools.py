#!/usr/bin/env python3
"""How fast a Python package goes through a file, a line at a time as its own program does.

usage: python_tools.py ftfy|plsfix INPUT EXPECTED SECONDS

Prints what throughput.cpp prints.
"""
import json
import sys
import time


def main():
    tool, given, expected, seconds = sys.argv[1:]
    module = __import__(tool)
    fix = getattr(module, "fix_encoding", module.fix_text)  # plsfix has all steps or none
    lines, truths = (open(path, encoding="utf-8", newline="").read().replace("\x1e", "\n").split("\n")
                     for path in (given, expected))
    right = sum(fix(line) == truth for line, truth in zip(lines, truths) if truth)
    best, spent = 1e9, 0
    while best == 1e9 or spent < float(seconds):
        start = time.process_time()
        for line in lines:
            fix(line)
        taken = time.process_time() - start
        best, spent = min(best, taken), spent + taken
    size = len("\n".join(lines).encode())
    print(json.dumps({"bytes": size, "seconds": best, "lines": sum(map(bool, truths)), "right": right}))


main()

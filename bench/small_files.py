#!/usr/bin/env python3
"""Measure how fast a directory of small clean files is checked, beside `cat` over the same files.

usage: small_files.py PROGRAM [COUNT]

Makes COUNT files (20000) of 0.3 to 3 KB in a temporary directory, half of them ASCII and half French with accents, and prints for each
half, and for both, the best wall-clock time of five of `cat` and of `PROGRAM check -j1`.
"""
import os
import random
import subprocess
import sys
import tempfile
import time

PLAIN = "the boats in the harbour wait for the morning tide while nobody on the quay looks up from work".split()
ACCENTED = "les élèves étaient déjà près du château où la forêt brûlée a été replantée à côté du café fermé".split()


def make_files(root, count):
    random.seed(20000)
    for i in range(count):
        half = ("ascii", PLAIN) if i % 2 == 0 else ("accented", ACCENTED)
        folder = os.path.join(root, half[0], str(i // 500))
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{i}.txt"), "w", encoding="utf-8") as file:
            for _ in range(random.randint(5, 40)):
                file.write(" ".join(random.choices(half[1], k=random.randint(6, 12))) + "\n")


def best_time(command):
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run(command, check=True, shell=isinstance(command, str), stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return min(times)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="unbake-small-") as root:
        make_files(root, int(sys.argv[2]) if len(sys.argv) > 2 else 20000)
        for part in ("ascii", "accented", "."):
            folder = os.path.join(root, part)
            cat = best_time(f"find '{folder}' -type f -print0 | xargs -0 cat")
            check = best_time([os.path.abspath(sys.argv[1]), "check", "-j1", "--progress=never", folder])
            print(f"{'both' if part == '.' else part:10} cat {cat:.3f} s   check {check:.3f} s   {check / cat:.2f} times")


if __name__ == "__main__":
    main()

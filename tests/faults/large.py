#!/usr/bin/env python3
"""Repair what is large, and see that the memory stays bounded, that all is done, and that nothing is done twice.

usage: large.py PROGRAM

Some hundred megabytes by default; with UNBAKE_FAULTS=all also files of 5 GB, 100,000 small files, a line of JSON of
1 GB, and more that is damaged in each line. Prints what each run took.
"""
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ALL = os.environ.get("UNBAKE_FAULTS") == "all"
MEBIBYTE = 1 << 20
# The most that the program may hold of a long text, with two threads.
MOST = 64 * MEBIBYTE
# The most of a text that is damaged in each line, where it is what the parts in hand take that counts.
MOST_OF_DAMAGED = 512 * MEBIBYTE
# The most of a line of JSON that is looked at, and the room for what is found in it.
MOST_OF_A_LINE = 1024 * MEBIBYTE

CLEAN = "Nothing is wrong with this line, nor with the next one that follows it.\n"
DAMAGED = "Le caf\u00c3\u00a9 fran\u00c3\u00a7ais est tr\u00c3\u00a8s bon\n"
REPAIRED = "Le caf\u00e9 fran\u00e7ais est tr\u00e8s bon\n"


class Place:
    """A folder to work in, and the program with a state of its own."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.environment = dict(os.environ, XDG_STATE_HOME=os.path.join(folder, "state"), LC_ALL="C")

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words, expected=0, most=MOST, source=None, quiet=True):
        """Runs the program; fails if it ends otherwise than expected, or holds more than `most` bytes at once."""
        begun = time.monotonic()
        with open(source or os.devnull, "rb") as given:
            process = subprocess.Popen([self.program, *words], stdin=given, env=self.environment, cwd=self.folder,
                                       stdout=subprocess.DEVNULL if quiet else None, stderr=subprocess.PIPE)
            told = process.stderr.read().decode(errors="replace")
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        held = usage.ru_maxrss * 1024
        print(f"{held / MEBIBYTE:6.0f} MiB {time.monotonic() - begun:6.1f} s  unbake {' '.join(words)}", flush=True)
        if process.returncode != expected:
            sys.exit(f"exit status {process.returncode}, expected {expected}: {told}")
        if held > most:
            sys.exit(f"{held} bytes were held, and not {most} at most")
        return told


def write_text(path, size, damaged_blocks, newline=b"\n"):
    """Clean lines, `size` bytes of them, with a damaged line after some of the blocks; the bytes of the file."""
    block = (CLEAN * (MEBIBYTE // len(CLEAN))).encode().replace(b"\n", newline)
    with open(path, "wb") as file:
        for number in range(size // len(block)):
            file.write(block)
            if number % damaged_blocks == damaged_blocks // 2:
                file.write(DAMAGED.encode())
    return os.path.getsize(path)


def is_repaired(path, old_size):
    """Whether there is no damaged line any more; quick."""
    damaged = DAMAGED.encode()
    repairs = 0
    with open(path, "rb") as file:
        rest = b""
        while block := file.read(4 * MEBIBYTE):
            block = rest + block
            if damaged in block:
                return False
            repairs += block.count(REPAIRED.encode())
            rest = block[-len(damaged):]
            repairs -= rest.count(REPAIRED.encode())
    shorter = len(DAMAGED.encode()) - len(REPAIRED.encode())
    return repairs > 0 and old_size - os.path.getsize(path) == repairs * shorter


def opened_for_writing(place, *words):
    """The files that the program opens for writing; nothing if it cannot be traced."""
    trace = place.path("trace")
    command = ["strace", "-f", "-q", "-e", "trace=openat,open,creat,rename,renameat2,unlinkat", "-o", trace]
    try:
        subprocess.run([*command, place.program, *words], env=place.environment, cwd=place.folder, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        print("       not traced: strace cannot trace here")
        return []
    with open(trace, encoding="utf-8", errors="replace") as lines:
        return [line for line in lines
                if ("O_WRONLY" in line or "O_RDWR" in line or "rename" in line or "unlink" in line)
                and "/dev/" not in line]


def check_in_place(place, name, old_size, jobs):
    place.run("fix", "-w", "-q", "-j", jobs, name)
    if not is_repaired(place.path(name), old_size):
        sys.exit(f"{name} is not repaired")
    place.run("fix", "-w", "-q", "-j", jobs, name)
    touched = opened_for_writing(place, "fix", "-w", "-q", "-j", jobs, name)
    if touched:
        sys.exit(f"the second run wrote: {touched}")


def long_text(place, size, damaged_blocks):
    old_size = write_text(place.path("long.txt"), size, damaged_blocks)
    print(f"a text of {old_size} bytes")
    place.run("check", "-q", "-j", "1", "long.txt", expected=1)
    place.run("fix", "-j", "2", "long.txt")
    place.run("fix", "-j", "2", source=place.path("long.txt"))
    check_in_place(place, "long.txt", old_size, "2")
    place.run("undo")
    if os.path.getsize(place.path("long.txt")) != old_size:
        sys.exit("long.txt is not as it was")
    os.remove(place.path("long.txt"))


def sum_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def damaged_text(place, size):
    """Every line is damaged: the repairs are as many as the lines, and are not held, nor is what undoes them."""
    path = place.path("damaged.txt")
    block = DAMAGED.encode() * (MEBIBYTE // len(DAMAGED.encode()))
    repaired = REPAIRED.encode() * (len(block) // len(DAMAGED.encode()))
    with open(path, "wb") as file:
        for _ in range(size // len(block)):
            file.write(block)
    old_size, old_sum = os.path.getsize(path), sum_of(path)
    print(f"a text of {old_size} bytes, damaged in each line")
    place.run("fix", "-w", "-q", "-j", "2", "damaged.txt", most=MOST_OF_DAMAGED)
    with open(path, "rb") as file:
        for _ in range(size // len(block)):
            if file.read(len(repaired)) != repaired:
                sys.exit("damaged.txt is not repaired")
    place.run("runs", "-v")
    place.run("undo")
    if sum_of(path) != old_sum:
        sys.exit("damaged.txt is not as it was")
    os.remove(path)
    shutil.rmtree(place.path("state"))


def one_line(place, size):
    block = (CLEAN * (MEBIBYTE // len(CLEAN))).encode().replace(b"\n", b" ")
    with open(place.path("line.txt"), "wb") as file:
        for _ in range(size // len(block)):
            file.write(block)
        file.write(DAMAGED.encode())
    print(f"a text of one line of {os.path.getsize(place.path('line.txt'))} bytes")
    place.run("check", "-q", "-j", "2", "line.txt", expected=1)
    os.remove(place.path("line.txt"))


def lines_of_json(place, size):
    clean = ('{"text": "' + CLEAN.strip() + '"}\n').encode()
    block = clean * (MEBIBYTE // len(clean)) + ('{"text": "' + DAMAGED.strip() + '"}\n').encode()
    with open(place.path("lines.jsonl"), "wb") as file:
        for _ in range(size // len(block)):
            file.write(block)
    old_size = os.path.getsize(place.path("lines.jsonl"))
    print(f"lines of JSON of {old_size} bytes")
    place.run("fix", "-j", "2", "lines.jsonl")
    os.remove(place.path("lines.jsonl"))


def long_line_of_json(place, size):
    with open(place.path("line.jsonl"), "wb") as file:
        file.write(b'{"text": "')
        for _ in range(size // MEBIBYTE):
            file.write(b"x" * MEBIBYTE)
        file.write(b'"}\n' + ('{"text": "' + DAMAGED.strip() + '"}\n').encode())
    print(f"a line of JSON of {size} bytes, and another one")
    told = place.run("check", "-q", "-j", "1", "line.jsonl", expected=2, most=MOST_OF_A_LINE)
    if "line.jsonl:1: is longer than" not in told:
        sys.exit(f"the line is not named: {told}")
    os.remove(place.path("line.jsonl"))


def many_files(place, count):
    print(f"{count} small files")
    for number in range(count):
        folder = place.path(f"many/{number // 1000}")
        if number % 1000 == 0:
            os.makedirs(folder)
        with open(f"{folder}/{number}.txt", "w", encoding="utf-8") as file:
            file.write(CLEAN + (DAMAGED if number % 10 == 0 else ""))
    place.run("check", "-q", "-j", "2", "many", expected=1)
    place.run("fix", "-w", "-q", "-j", "2", "many")
    place.run("check", "-q", "-j", "2", "many")
    touched = opened_for_writing(place, "fix", "-w", "-q", "-j", "2", "many")
    if touched:
        sys.exit(f"the second run wrote: {touched[:5]}")
    place.run("undo", most=2 * MOST)
    place.run("check", "-q", "-j", "2", "many", expected=1)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(os.path.abspath(sys.argv[1]), folder)
        long_text(place, 256 * MEBIBYTE, 50)
        damaged_text(place, (256 if ALL else 48) * MEBIBYTE)
        one_line(place, 64 * MEBIBYTE)
        lines_of_json(place, 48 * MEBIBYTE)
        long_line_of_json(place, 160 * MEBIBYTE)
        if not ALL:
            return
        many_files(place, 100_000)
        long_line_of_json(place, 1024 * MEBIBYTE)
        if shutil.disk_usage(folder).free < 32 << 30:
            print("no files of 5 GB: too little room on the disk")
            return
        long_text(place, 5_000_000_000, 1000)
        damaged_text(place, 1_000_000_000)  # more only takes longer: some ten minutes


if __name__ == "__main__":
    main()

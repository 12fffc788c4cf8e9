#!/usr/bin/env python3
"""Print how programs that change text in place treat files: the table of docs/safety.md.

usage: compare.py PROGRAM

Every program changes a file of 300,000 bytes. Needs root (for a small disk) and strace; programs that are not installed are
left out.
"""
import os
import shutil
import subprocess
import sys
import tempfile

from companions import damaged

LINE = damaged("Une soirée très réussie\n")
OLD = LINE * (300_000 // len(LINE))
CRLF = OLD.replace(b"\n", b"\r\n")
COLUMNS = ["full disk", "killed anywhere", "fsync", "extended attributes", "hard links", "symbolic links",
           "unchanged: time kept"]


def tools(unbake):
    """Name, command before the file, the text that it changes, a text that it need not change."""
    clean = b"plain\n" * 1000
    return [
        ("sed -i", ["sed", "-i", "s/x/y/;s/soir/SOIR/"], OLD, clean),
        ("perl -pi", ["perl", "-pi", "-e", "s/soir/SOIR/"], OLD, clean),
        ("dos2unix", ["dos2unix", "-q", "-f"], CRLF, clean),
        ("recode", ["recode", "-f", "u8..utf-16"], OLD, None),
        ("enca -x", ["enca", "-L", "none", "-x", "UTF-16"], OLD, None),
        ("iconv -o SAME", ["iconv", "-f", "utf-8", "-t", "utf-16", "FILE", "-o"], OLD, None),
        ("unbake fix -w", [unbake, "fix", "-w", "-q"], OLD, clean),
    ]


class Trial:
    """One program, tried on one file in a folder of its own."""

    def __init__(self, command, old, root):
        self.command, self.old, self.root = command, old, root
        self.folder = os.path.join(root, "folder")
        self.file = os.path.join(self.folder, "file.txt")
        self.environment = {**os.environ, "XDG_STATE_HOME": os.path.join(root, "state"), "LC_ALL": "C"}
        self.new = None

    def reset(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.mkdir(self.folder)
        self.write(self.old)

    def write(self, content):
        with open(self.file, "wb") as file:
            file.write(content)

    def read(self, path=None):
        try:
            with open(path or self.file, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def run(self, path=None, trace=()):
        path = path or self.file
        words = [path if word == "FILE" else word for word in self.command] + [path]
        before = ["strace", "-f", "-qq", "-o", os.path.join(self.root, "log"), *trace] if trace else []
        return subprocess.run([*before, *words], env=self.environment, cwd=self.folder, check=False, timeout=60,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode

    def log(self):
        return self.read(os.path.join(self.root, "log"))

    def whole(self):
        return self.read() in (self.old, self.new)

    def full_disk(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.mkdir(self.folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", self.folder], check=True)
        try:
            self.write(self.old)
            status = self.run()
            if not self.whole():
                return f"file broken, exit {status}"
            if self.read() == self.old and status == 0:
                return "nothing done, exit 0"
            return "whole, error told" if self.read() == self.old else "done"
        finally:
            subprocess.run(["umount", self.folder], check=True)

    def killed(self):
        for call in ("openat", "write", "ftruncate", "rename", "renameat2", "unlink", "unlinkat", "close", "munmap"):
            for n in range(1, 200):
                self.reset()
                status = self.run(trace=("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={n}"))
                if not self.whole():
                    return "file broken"
                if status != -9:
                    break
        return "whole"

    def synced(self):
        self.reset()
        self.run(trace=("-e", "trace=fsync,fdatasync"))
        return "yes" if b"sync(" in self.log() else "no"

    def attributes(self):
        self.reset()
        os.setxattr(self.file, "user.origin", b"x")
        self.run()
        return "kept" if "user.origin" in os.listxattr(self.file) else "lost"

    def hard_links(self):
        self.reset()
        other = os.path.join(self.folder, "other")
        os.link(self.file, other)
        self.run()
        if os.stat(self.file).st_ino != os.stat(other).st_ino:
            return "parted"
        return "left alone, told" if self.read() == self.old else "kept"

    def symbolic_links(self):
        self.reset()
        link = os.path.join(self.folder, "link")
        os.symlink("file.txt", link)
        self.run(link)
        if not os.path.islink(link):
            return "replaced by a file"
        return "kept" if self.read() != self.old else "left alone"

    def unchanged(self, clean):
        if clean is None:
            return "-"
        self.reset()
        self.write(clean)
        os.utime(self.file, ns=(10**18, 10**18))
        self.run()
        return "yes" if os.stat(self.file).st_mtime_ns == 10**18 else "no"

    def row(self, clean):
        self.reset()
        self.run()
        self.new = self.read()
        return [self.full_disk(), self.killed(), self.synced(), self.attributes(), self.hard_links(), self.symbolic_links(),
                self.unchanged(clean)]


def main():
    if len(sys.argv) != 2 or os.geteuid() != 0:
        sys.exit(__doc__)
    print("| | " + " | ".join(COLUMNS) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for name, command, old, clean in tools(os.path.abspath(sys.argv[1])):
        if shutil.which(command[0]) is None:
            continue
        root = tempfile.mkdtemp(prefix="unbake-compare-", dir="/dev/shm")
        try:
            print(f"| {name} | " + " | ".join(Trial(command, old, root).row(clean)) + " |", flush=True)
        finally:
            shutil.rmtree(root)
    return 0


if __name__ == "__main__":
    sys.exit(main())

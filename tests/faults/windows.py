"""Somebody else changes a file in every window of a run: the program is stopped behind each of its system calls."""
import os
import shutil
import signal
import subprocess
import threading

from companions import damaged

# How long a writer may take; one that waits for longer waits until the program gives a lease back.
PATIENCE = 0.05
LINES = 400


class Writer:
    """Changes the file at `path` once."""

    def __init__(self, path, kind):
        self.path, self.kind = path, kind
        self.thread = None

    def begin(self):
        self.thread = threading.Thread(target=getattr(self, self.kind))
        self.thread.start()
        self.thread.join(PATIENCE)

    def replace(self):
        with open(self.path + ".new", "wb") as file:
            file.write(b"mine\n")
        os.rename(self.path + ".new", self.path)

    def rewrite(self):
        with open(self.path, "r+b") as file:
            file.truncate()
            file.write(b"mine\n")

    def append(self):
        with open(self.path, "ab") as file:
            file.write(b"mine\n")

    def shrink(self):
        with open(self.path, "r+b") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            file.truncate(len(b"".join(file.readline() for _ in range(LINES // 2))) if size else 0)

    def vanish(self):
        os.unlink(self.path)

    def slow(self):
        """Opens the file now, and writes when the program has ended."""
        self.file = open(self.path, "r+b")

    def end(self):
        self.thread.join()
        if self.kind == "slow":
            self.file.truncate()
            self.file.write(b"mine\n")
            self.file.close()


def results(kind, old, new):
    """What the file may hold in the end, when somebody has done this to it; None if there may be no file."""
    half = {text[:len(b"".join(text.splitlines(True)[:LINES // 2]))] for text in (old, new)}
    return {"replace": {b"mine\n"}, "rewrite": {b"mine\n"}, "slow": {b"mine\n"}, "vanish": {None},
            "append": {old + b"mine\n", new + b"mine\n"}, "shrink": half}[kind]


def stopped_run(place, words, call, n, act):
    """Runs the program, which is stopped behind its N-th `call` and goes on after `act`. The exit status, what it said, and
    whether it came to that call."""
    command = ["strace", "-D", "-f", "-qq", "-o", place.log, "-e", f"trace={call}", "-e", f"inject={call}:signal=STOP:when={n}",
               place.program, *words]
    stopped = False
    with open(place.path("said"), "w+b") as said:
        running = subprocess.Popen(command, cwd=place.root, env=place.environment, stdout=said, stderr=subprocess.STDOUT)
        while True:
            _, status = os.waitpid(running.pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                break
            # Each thread comes to its N-th call; there is one window a run.
            if not stopped:
                act()
            stopped = True
            os.kill(running.pid, signal.SIGCONT)
        running.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return running.returncode, said.read().decode(errors="replace"), stopped


def read_or_none(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def disturb(place, expect, words, call, kind, prepare, name, old, new):
    """One run for each window that `call` makes. How many there were."""
    path = os.path.join(place.tree, name)
    for n in range(1, 10**6):
        place.reset()
        prepare()
        writer = Writer(path, kind)
        status, said, stopped = stopped_run(place, words, call, n, writer.begin)
        if not stopped:
            return n - 1
        writer.end()
        where = f"{words}: somebody does {kind} behind call {n} of {call}: "
        content = read_or_none(path)
        expect(content in results(kind, old, new), place, f"{where}there is {content if content is None else content[:60]}", said)
        expect(status in (0, 2, 3), place, f"{where}exit status {status}", said)
        left = [entry for entry in os.listdir(place.tree) if entry.startswith(".unbake-")]
        expect(not left, place, f"{where}{left} lies about", said)
        place.run("undo")
        again = read_or_none(path)
        expect(again in results(kind, old, new), place, f"{where}undo makes of it {again if again is None else again[:60]}", said)
    raise AssertionError


def taken_names(place, expect, calls):
    """Somebody else takes the name that a file is to have, or the old one that it is to have again."""
    bad, good = os.fsdecode(damaged("résumé.txt")), "résumé.txt"
    place.make_template({bad: (b"ours\n", 0o644)})
    command = ("names", "-w", "tree")

    def take(path, taken):
        try:
            with open(path, "xb") as file:
                file.write(b"mine\n")
            taken.append(path)
        except FileExistsError:
            pass  # it came too late

    runs = 0
    for words, name, prepare in ((command, good, lambda: None), (("undo",), bad, lambda: place.run(*command))):
        for call in calls:
            for n in range(1, 10**6):
                place.reset()
                prepare()
                taken = []
                path = os.path.join(place.tree, name)
                status, said, stopped = stopped_run(place, words, call, n, lambda: take(path, taken))
                if not stopped:
                    break
                runs += 1
                where = f"{words}: the name is taken behind call {n} of {call}: "
                contents = sorted(read_or_none(os.path.join(place.tree, entry)) for entry in os.listdir(place.tree))
                expect(contents == ([b"mine\n"] if taken else []) + [b"ours\n"], place, f"{where}{contents}", said)
                expect(read_or_none(path) == (b"mine\n" if taken else b"ours\n"), place, f"{where}it is another file", said)
                expect(status in (0, 2, 3), place, f"{where}exit status {status}", said)
    return runs


def windows(place, expect, everything):
    """Repairing and undoing, beside and in place, while one other changes the file."""
    old, new = damaged("Une soirée très réussie\n") * LINES, "Une soirée très réussie\n".encode() * LINES
    fix = ("fix", "-w", "-j1", "tree")
    linked = ("fix", "-w", "-j1", "--hardlinks=inplace", "tree")
    calls = ["renameat2", "fcntl", "fsync", "unlinkat"]
    in_place_calls = ["pwrite64", "ftruncate", "fcntl"]
    if everything:
        calls += ["openat", "write", "pread64", "fallocate", "fchmod"]
        in_place_calls += ["openat", "fsync", "pread64", "utimensat", "fallocate", "unlinkat"]
    place.make_template({"one.txt": (old, 0o644)})
    runs = 0
    for kind in ("replace", "rewrite", "append", "shrink", "vanish", "slow"):
        for call in calls:
            runs += disturb(place, expect, fix, call, kind, lambda: None, "one.txt", old, new)
            runs += disturb(place, expect, ("undo",), call, kind, lambda: place.run(*fix), "one.txt", new, old)
    os.link(os.path.join(place.template, "one.txt"), os.path.join(place.template, "twin.txt"))
    for kind in ("replace", "rewrite", "append", "vanish", "slow"):
        for call in in_place_calls:
            runs += disturb(place, expect, linked, call, kind, lambda: None, "one.txt", old, new)
    shutil.rmtree(place.template)
    return runs + taken_names(place, expect, ["renameat2", "fsync"] + (["openat", "newfstatat"] if everything else []))

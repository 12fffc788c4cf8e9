#!/usr/bin/env python3
"""Change files in place while the system fails, and see that nothing is lost.

usage: faults.py PROGRAM write|kill|backup|undo|names|links|windows|crowd|signals|disk|hostile|archives|
                         forbidden

Each scenario runs the program again and again under strace, which makes the N-th call of some kind fail, or kills the
program there, for N = 1, 2, ... until the call is not made any more. The disturbance may hit each thread once. After each run:
  - every file is whole, the old one or the new one, with its metadata;
  - the exit status is 0 only if all is done;
  - `unbake resume` (or the same command, if nothing was begun) leads to the tree of an undisturbed run;
  - `unbake undo` leads back to the tree of the beginning, times of change included.
By default a few errors are tried; with UNBAKE_FAULTS=all all of them. Exit status 77 if strace cannot trace here.
"""
import os
import shutil
import struct
import subprocess
import sys
import tempfile

import companions
import forbidden
import windows
from companions import damaged

ALL = os.environ.get("UNBAKE_FAULTS") == "all"
CHANGING = ["openat", "write", "fsync", "fchmod", "fallocate", "renameat2", "rename", "renameat", "unlink", "unlinkat",
            "ftruncate", "fchown", "flock", "mkdir", "utimensat", "fsetxattr"]
ASKING = ["fcntl", "flistxattr", "pread64", "read", "newfstatat"]
RETRIED = ["openat", "write", "fsync", "renameat2", "unlinkat"]
SKIPPED = 77


def errors(call):
    """The errors that a call meets."""
    if ALL:
        return ["error=ENOSPC", "error=EIO", "error=EINTR", "error=EACCES"]
    return ["error=EIO"] + (["error=EINTR"] if call in RETRIED else [])


def killed(_):
    return ["signal=KILL"]


def killed_or_wrong(call):
    return killed(call) + errors(call)


def access_list(user):
    """An access control list that gives `user` the right to read."""
    entries = [(0x01, 6, 0xFFFFFFFF), (0x02, 4, user), (0x04, 4, 0xFFFFFFFF), (0x10, 4, 0xFFFFFFFF), (0x20, 0, 0xFFFFFFFF)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def set_attribute(path, name, value):
    try:
        os.setxattr(path, name, value)
    except OSError:
        pass  # not every file system has them


class Place:
    """A folder with a tree to work on, a template to make it from, and the journals."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        # In memory, if that can be had: there are many thousand fsyncs to come.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.root = tempfile.mkdtemp(prefix="unbake-faults-", dir=memory)
        self.template = self.path("template")
        self.tree = self.path("tree")
        self.log = self.path("strace.log")
        self.environment = {**os.environ, "XDG_STATE_HOME": self.path("state"), "LC_ALL": "C"}

    def path(self, *parts):
        return os.path.join(self.root, *parts)

    def make_template(self, files):
        for name, (content, mode) in files.items():
            path = os.path.join(self.template, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
            set_attribute(path, "user.origin", b"saltmere")
            if mode == 0o640:
                set_attribute(path, "system.posix_acl_access", access_list(12345))
            else:
                os.chmod(path, mode)
            os.utime(path, ns=(10**18 + 1, 10**18 + 123456789))
        if os.geteuid() == 0:
            os.chown(os.path.join(self.template, next(iter(files))), 1234, 4321)
        self.reset()

    def reset(self):
        shutil.rmtree(self.tree, ignore_errors=True)
        shutil.rmtree(self.path("state"), ignore_errors=True)
        subprocess.run(["cp", "-a", self.template, self.tree], check=True)

    def run(self, *words, faults=()):
        """Runs the program; the exit status, what it said, and whether a fault was met."""
        command = [self.program, *words]
        if faults:
            command = ["strace", "-f", "-qq", "-o", self.log, "-e", "signal=none", *faults, *command]
        done = subprocess.run(command, cwd=self.root, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False, timeout=120)
        met = False
        if faults:
            with open(self.log, "rb") as log:
                text = log.read()
            met = b"INJECTED" in text or done.returncode == -9
        return done.returncode, done.stdout.decode(errors="replace"), met

    def snapshot(self, times=True):
        """Everything there is to know of the tree."""
        found = {}
        for folder, folders, names in os.walk(self.tree):
            for name in folders + names:
                path = os.path.join(folder, name)
                about = os.lstat(path)
                content = open(path, "rb").read() if os.path.isfile(path) else None
                attributes = {a: os.getxattr(path, a, follow_symlinks=False)
                              for a in os.listxattr(path, follow_symlinks=False)}
                changed = about.st_mtime_ns if times and content is not None else 0
                found[os.path.relpath(path, self.tree)] = (content, about.st_mode, about.st_uid, about.st_gid, attributes,
                                                           changed)
        return found

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


def can_trace():
    try:
        done = subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "inject=getpid:error=EPERM", "true"], check=False,
                              stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        return False
    return done.returncode == 0


class Failure(AssertionError):
    pass


def expect(condition, place, what, said=""):
    if not condition:
        raise Failure(f"{what}\n{said}")


FILES = {
    "one.txt": (damaged("Le café français\n") * 3, 0o604),
    "clean.txt": ("Le café français\n".encode(), 0o644),
    "sub/two.txt": (damaged("Une soirée très réussie\n"), 0o640),
    "sub/three.txt": (damaged("La forêt près du château\n") * 40, 0o600),
    # What undoes this one is too long for one record of the journal.
    "sub/long.txt": (damaged("La forêt près du château\n") * 1000, 0o644),
    "three.txt": (b"plain\n", 0o444),
}


def whole(place, start, end):
    """Every file of the tree is one of both; of temporary files there may be some."""
    for name, found in place.snapshot(times=False).items():
        if os.path.basename(name).startswith(".unbake-"):
            continue
        expect(found in (start.get(name), end.get(name)), place, f"{name} is neither the old nor the new file: {found}")
    for name in start:
        expect(os.path.lexists(os.path.join(place.tree, name)), place, f"{name} is gone")


def undo_all(place):
    """Undoes every run there is."""
    for _ in range(10):
        status, said, _ = place.run("undo")
        if "nothing to undo" in said:
            return
        expect(status == 0, place, f"undo: exit status {status}", said)
    raise Failure("undo never comes to an end")


def check_aftermath(place, command, status, said, start, start_timed, end):
    whole(place, start, end)
    if status == 0:
        expect(place.snapshot(times=False) == end, place, "exit status 0, and not all is done", said)
    resumed, answer, _ = place.run("resume")
    if resumed != 0:
        expect("no unfinished run" in answer, place, f"resume: exit status {resumed}", said + answer)
        again, answer, _ = place.run(*command)
        expect(again == 0, place, f"the same command again: exit status {again}", said + answer)
    expect(place.snapshot(times=False) == end, place, "another tree than that of an undisturbed run", said + answer)
    undo_all(place)
    now = place.snapshot()
    wrong = [name for name in set(now) | set(start_timed) if now.get(name) != start_timed.get(name)]
    expect(not wrong, place, f"undo does not give back {wrong}: {[(now.get(w), start_timed.get(w)) for w in wrong]}", said)


def inject(place, call, action, command, check, prepare=lambda: None):
    """Runs `command` with the N-th `call` disturbed, for all N; returns how many runs that took."""
    runs = 0
    n = 1
    while True:
        place.reset()
        prepare()
        status, said, met = place.run(*command, faults=("-e", f"trace={call}", "-e", f"inject={call}:{action}:when={n}"))
        if not met:
            return runs
        runs += 1
        try:
            check(status, said)
        except Failure as failure:
            raise Failure(f"call {n} of {call}, {action}: {failure}") from None
        n += 1


def undisturbed(place, command):
    """The trees before and after."""
    place.reset()
    start, start_timed = place.snapshot(times=False), place.snapshot()
    status, said, _ = place.run(*command)
    expect(status == 0, place, f"undisturbed: exit status {status}", said)
    end = place.snapshot(times=False)
    expect(start != end, place, "undisturbed: nothing was done", said)
    return start, start_timed, end


def scenario(place, command, actions, calls):
    """`actions` says what may happen to a call."""
    start, start_timed, end = undisturbed(place, command)
    runs = 0
    for call in calls:
        for action in actions(call):
            runs += inject(place, call, action, command,
                           lambda status, said: check_aftermath(place, command, status, said, start, start_timed, end))
    return runs


def write(place):
    place.make_template(FILES)
    return scenario(place, ("fix", "-w", "-j1", "tree"), errors, CHANGING + (ASKING if ALL else ["fcntl", "flistxattr"]))


def kill(place):
    place.make_template(FILES)
    return scenario(place, ("fix", "-w", "-j1", "tree"), killed, CHANGING)


def backup(place):
    place.make_template(FILES)
    calls = ["openat", "write", "fsync", "renameat2", "renameat", "unlinkat", "utimensat"]
    return scenario(place, ("fix", "-w", "-j1", "--keep-mtime", "--backup=simple", "tree"), killed_or_wrong, calls)


def undo(place):
    place.make_template(FILES)
    command = ("fix", "-w", "-j1", "tree")
    start, start_timed, end = undisturbed(place, command)

    def check(status, said):
        whole(place, start, end)
        if status == 0:
            expect(place.snapshot() == start_timed, place, "exit status 0, and not all is undone", said)
        undo_all(place)
        expect(place.snapshot() == start_timed, place, "undo, twice, does not give back the beginning", said)

    runs = 0
    for call in CHANGING:
        for action in killed_or_wrong(call):
            runs += inject(place, call, action, ("undo",), check, prepare=lambda: place.run(*command))
    return runs


def names(place):
    folder = damaged("Café crème")
    contents = {folder + b"/" + damaged("été en forêt.txt"): b"a\n", folder + b"/" + damaged("forêt.txt"): b"b\n",
                folder + b"/plain.txt": b"c\n", damaged("résumé.txt"): b"d\n"}
    place.make_template({os.fsdecode(name): (content, 0o644) for name, content in contents.items()})
    command = ("names", "-w", "tree")
    start, _, end = undisturbed(place, command)
    contents = sorted(content for content, *_ in start.values() if content is not None)

    def check(status, said):
        now = place.snapshot(times=False)
        expect(sorted(content for content, *_ in now.values() if content is not None) == contents, place,
               "files are gone", said)
        if status == 0:
            expect(now == end, place, "exit status 0, and not all is done", said)
        resumed, answer, _ = place.run("resume")
        if resumed != 0:
            expect("no unfinished run" in answer, place, f"resume: exit status {resumed}", said + answer)
            again, answer, _ = place.run(*command)
            expect(again == 0, place, f"the same command again: exit status {again}", said + answer)
        expect(place.snapshot(times=False) == end, place, "another tree than that of an undisturbed run", said + answer)
        undo_all(place)
        expect(place.snapshot(times=False) == start, place, "undo does not give back the beginning", said)

    runs = 0
    for call in ("renameat2", "write", "fsync", "openat", "ftruncate", "newfstatat"):
        for action in killed_or_wrong(call):
            runs += inject(place, call, action, command, check)
    return runs


def links(place):
    """A file with two names, written in place: after a kill bytes of both may stand there, until `resume` or `undo`."""
    place.make_template({"one.txt": (damaged("Une soirée très réussie\n") * 5000, 0o4604),
                         "sub/two.txt": (damaged("Le café français\n"), 0o640)})
    for name in ("one.txt", "sub/two.txt"):
        os.link(os.path.join(place.template, name), os.path.join(place.template, name + ".twin"))
    command = ("fix", "-w", "-j1", "--hardlinks=inplace", "tree")
    start, start_timed, end = undisturbed(place, command)

    def inode_is_kept():
        for name in ("one.txt", "sub/two.txt"):
            path = os.path.join(place.tree, name)
            expect(os.path.samefile(path, path + ".twin"), place, f"{name} is parted from its other name")

    def check(status, said):
        inode_is_kept()
        if status != -9:
            whole(place, start, end)
        if status == 0:
            expect(place.snapshot(times=False) == end, place, "exit status 0, and not all is done", said)
        resumed, answer, _ = place.run("resume")
        if resumed != 0:
            expect("no unfinished run" in answer, place, f"resume: exit status {resumed}", said + answer)
            again, answer, _ = place.run(*command)
            expect(again == 0, place, f"the same command again: exit status {again}", said + answer)
        expect(place.snapshot(times=False) == end, place, "another tree than that of an undisturbed run", said + answer)
        undo_all(place)
        inode_is_kept()
        expect(place.snapshot() == start_timed, place, "undo does not give back the beginning", said)

    def check_undone(status, said):
        inode_is_kept()
        if status == 0:
            expect(place.snapshot() == start_timed, place, "exit status 0, and not all is undone", said)
        undo_all(place)
        expect(place.snapshot() == start_timed, place, "undo, twice, does not give back the beginning", said)

    runs = 0
    calls = ["pwrite64", "ftruncate", "utimensat", "unlinkat"]
    if ALL:
        calls += ["write", "fsync", "openat", "fallocate", "fchmod", "fcntl"]
    for call in calls:
        for action in killed_or_wrong(call):
            runs += inject(place, call, action, command, check)
            runs += inject(place, call, action, ("undo",), check_undone, prepare=lambda: place.run(*command))
    return runs


def alone(scenario):
    """A scenario of companions.py, which raises what `expect` finds."""
    return lambda place: scenario(place, expect)


SCENARIOS = {"crowd": alone(companions.crowd), "signals": alone(companions.interrupted), "disk": alone(companions.disk),
             "hostile": alone(companions.hostile), "archives": alone(companions.archives), "write": write, "kill": kill,
             "backup": backup, "undo": undo, "names": names, "links": links,
             "windows": lambda place: windows.windows(place, expect, ALL), "forbidden": alone(forbidden.forbidden)}


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in SCENARIOS:
        sys.exit(__doc__)
    if not can_trace():
        print("skipped: strace is missing, or may not trace here")
        return SKIPPED
    place = Place(sys.argv[1])
    try:
        runs = SCENARIOS[sys.argv[2]](place)
    except Failure as failure:
        print(failure)
        return 1
    finally:
        place.remove()
    if runs is None:
        print("skipped: this may not be tried here")
        return SKIPPED
    print(f"{runs} runs were disturbed, and nothing was lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Trees with what may not be read, written, or entered, and with what is no file at all."""
import os
import shutil
import socket
import stat
import subprocess

from companions import damaged, write_file

NOBODY = 65534
OLD = damaged("Une soirée très réussie\n")
NEW = "Une soirée très réussie\n".encode()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def is_told(place, expect, words, expected, names, run=None):
    """Runs the program, which must tell of each of `names`. What it said."""
    status, said, _ = (run or place.run)(*words)
    expect(status == expected, place, f"{words}: exit status {status}", said)
    for name in names:
        expect(name in said, place, f"{words}: {name} is not told", said)
    return said


def devices(place, expect):
    """Sockets, pipes, and the devices that the system lets us make: passed over in directories, refused when named."""
    place.make_template({"a.txt": (OLD, 0o644)})
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(place.tree)  # the paths of sockets are short
        listener.bind("socket.txt")
        os.chdir(here)
    os.mkfifo(os.path.join(place.tree, "pipe.txt"))
    special = ["socket.txt", "pipe.txt"]
    for name, kind, major, minor in (("null.txt", stat.S_IFCHR, 1, 3), ("zero.txt", stat.S_IFCHR, 1, 5),
                                     ("full.txt", stat.S_IFCHR, 1, 7), ("tty.txt", stat.S_IFCHR, 5, 0),
                                     ("loop.txt", stat.S_IFBLK, 7, 0)):
        try:
            os.mknod(os.path.join(place.tree, name), kind | 0o666, os.makedev(major, minor))
        except OSError:
            continue
        special.append(name)
    before = {name: os.lstat(os.path.join(place.tree, name)) for name in special}
    is_told(place, expect, ("check", "-q", "tree"), 1, [])
    for name in special:
        is_told(place, expect, ("fix", "-w", "tree/" + name), 2, [name])
    is_told(place, expect, ("fix", "-w", "tree"), 0, ["1 of 1 file repaired"])
    expect(read(os.path.join(place.tree, "a.txt")) == NEW, place, "a.txt is not repaired")
    for name, about in before.items():
        now = os.lstat(os.path.join(place.tree, name))
        expect((now.st_mode, now.st_ino, now.st_mtime_ns) == (about.st_mode, about.st_ino, about.st_mtime_ns), place,
               f"{name} was touched")
    return len(special) + 2


def as_nobody(place):
    """Runs the program as a user who may not do everything; None if that cannot be had."""
    if os.geteuid() != 0:
        return place.run
    copy = place.path("unbake")
    shutil.copy(place.program, copy)
    os.chmod(place.root, 0o755)
    os.makedirs(place.path("state"), exist_ok=True)
    os.chown(place.path("state"), NOBODY, NOBODY)
    for folder, folders, names in os.walk(place.tree):
        for name in ["", *folders, *names]:
            os.lchown(os.path.join(folder, name), NOBODY, NOBODY)

    def run(*words):
        command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", copy, *words]
        done = subprocess.run(command, cwd=place.root, env=place.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False, timeout=120)
        return done.returncode, done.stdout.decode(errors="replace"), False

    try:
        return run if run("--version")[0] == 0 else None
    except OSError:
        return None


def forbidden(place, expect):
    """What may not be done is told, with its path, and everything else is done."""
    runs = devices(place, expect)
    shutil.rmtree(place.template)
    place.make_template({"free.txt": (OLD, 0o644)})
    for name in ("closed/a.txt", "locked/a.txt", "unread.txt", "protected.txt", "foreign.txt"):
        write_file(os.path.join(place.tree, name), OLD)
    run = as_nobody(place)
    if run is None:
        print("not tried: what another user may not do")
        return runs
    for name, mode in (("closed", 0o555), ("locked", 0o000), ("unread.txt", 0o000), ("protected.txt", 0o444),
                       ("foreign.txt", 0o666)):
        os.chmod(os.path.join(place.tree, name), mode)
    if os.geteuid() == 0:
        os.chown(os.path.join(place.tree, "foreign.txt"), 1234, 4321)
    os.chmod(place.path("state"), 0o555)
    is_told(place, expect, ("fix", "-w", "tree"), 2, ["nothing more is changed"], run)
    expect(read(os.path.join(place.tree, "free.txt")) == OLD, place, "without a journal something was changed")
    os.chmod(place.path("state"), 0o755)
    told = ["tree/closed/a.txt", "tree/locked", "tree/unread.txt", "tree/protected.txt"]
    for words in (("check", "-q", "tree"), ("fix", "-w", "tree")):
        is_told(place, expect, words, 2, told if words[0] == "fix" else told[1:3], run)
    os.chmod(os.path.join(place.tree, "locked"), 0o755)
    os.chmod(os.path.join(place.tree, "unread.txt"), 0o644)
    foreign = OLD if os.geteuid() == 0 else NEW
    for name, content in (("free.txt", NEW), ("closed/a.txt", OLD), ("locked/a.txt", OLD), ("unread.txt", OLD),
                          ("protected.txt", OLD), ("foreign.txt", foreign)):
        expect(read(os.path.join(place.tree, name)) == content, place, f"{name} is wrong")
    left = [name for folder, _, names in os.walk(place.tree) for name in names if name.startswith(".unbake-")]
    expect(not left, place, f"{left} lies about")
    os.chmod(os.path.join(place.tree, "closed"), 0o755)
    is_told(place, expect, ("undo",), 0, ["1 of 1 change undone"] if foreign == OLD else [], run)
    return runs + 4 + read_only_disk(place, expect)


def read_only_disk(place, expect):
    """A disk that takes no writing at all."""
    shutil.rmtree(place.tree)
    os.mkdir(place.tree)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place.tree], check=False,
                                           stderr=subprocess.DEVNULL).returncode != 0:
        return 0
    try:
        write_file(os.path.join(place.tree, "a.txt"), OLD)
        subprocess.run(["mount", "-o", "remount,ro", place.tree], check=True)
        is_told(place, expect, ("check", "-q", "tree"), 1, [])
        is_told(place, expect, ("fix", "-w", "tree"), 2, ["tree/a.txt", "ead-only"])
        expect(read(os.path.join(place.tree, "a.txt")) == OLD, place, "a.txt is wrong")
    finally:
        subprocess.run(["umount", place.tree], check=True)
    return 2

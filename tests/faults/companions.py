"""Changing files in place among others who change them, on a full disk, and in trees that mean no good."""
import bz2
import gzip
import io
import lzma
import os
import shutil
import signal
import subprocess
import time
import zipfile


def damaged(line):
    """Text as it comes out when its UTF-8 is read as windows-1252."""
    return line.encode().decode("cp1252").encode()


def write_file(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def many(count):
    return {f"{i % 7}/{i}.txt": (damaged(f"Une soirée très réussie, numéro {i}\n"), 0o644) for i in range(count)}


def crowd(place, expect):
    """Two runs on one tree at once; and somebody who replaces, rewrites and appends all the time."""
    place.make_template(many(300))
    status, said, _ = place.run("fix", "-w", "-q", "tree")
    expect(status == 0, place, f"alone: exit status {status}", said)
    end = {name: found[0] for name, found in place.snapshot(times=False).items()}

    place.reset()
    command = [place.program, "fix", "-w", "-q", "tree"]
    both = [subprocess.Popen(command, cwd=place.root, env=place.environment, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT) for _ in range(2)]
    told = [one.communicate()[0].decode() for one in both]
    now = {name: found[0] for name, found in place.snapshot(times=False).items()}
    expect(now == end, place, "two runs at once do not give what one does", "".join(told))
    expect(all(one.returncode in (0, 3) for one in both), place, f"exit {[one.returncode for one in both]}", "".join(told))

    place.reset()
    expected = {}
    running = subprocess.Popen(command, cwd=place.root, env=place.environment, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
    round_number = 0
    while running.poll() is None:
        round_number += 1
        for name in list(many(300))[::30]:
            path = os.path.join(place.tree, name)
            mine = b"mine %d\n" % round_number
            if hash(name) % 2 == 0:
                write_file(path + ".new", mine)
                os.rename(path + ".new", path)
            else:
                with open(path, "r+b") as file:
                    file.truncate()
                    file.write(mine)
            expected[name] = mine
    said = running.communicate()[0].decode()
    for name, mine in expected.items():
        with open(os.path.join(place.tree, name), "rb") as file:
            content = file.read()
        expect(content == mine, place, f"{name} was {mine!r} and is {content!r}", said)
    expect(running.returncode in (0, 3), place, f"exit status {running.returncode}", said)
    return round_number


def interrupted(place, expect):
    """SIGINT and SIGTERM at any time: the status says so, nothing lies about, `resume` goes on."""
    place.make_template(many(400))
    start = place.snapshot()
    place.run("fix", "-w", "-q", "tree")
    end = place.snapshot(times=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        for delay in (0.002, 0.01, 0.02, 0.04, 0.08):
            place.reset()
            running = subprocess.Popen([place.program, "fix", "-w", "-q", "-j2", "tree"], cwd=place.root,
                                       env=place.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            time.sleep(delay)
            running.send_signal(number)
            said = running.communicate()[0].decode()
            expect(running.returncode in (0, -number), place, f"exit status {running.returncode}", said)
            left = [name for name in place.snapshot() if ".unbake-" in name]
            expect(not left, place, f"{left} lie about", said)
            status, answer, _ = place.run("resume")
            if status != 0:
                expect("no unfinished run" in answer, place, f"resume: exit status {status}", answer)
                place.run("fix", "-w", "-q", "tree")
            expect(place.snapshot(times=False) == end, place, "another tree than that of an undisturbed run", answer)
            while "nothing to undo" not in place.run("undo")[1]:
                pass
            expect(place.snapshot() == start, place, "undo does not give back the beginning", said)
    return 10


def disk(place, expect):
    """A small disk that is full before all is done."""
    if os.geteuid() != 0:
        return None
    place.make_template({f"{i}.txt": (damaged("Une soirée très réussie\n") * 10000, 0o644) for i in range(3)})
    shutil.rmtree(place.tree)
    os.mkdir(place.tree)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place.tree], check=False,
                      stderr=subprocess.DEVNULL).returncode != 0:
        return None
    try:
        for name in sorted(os.listdir(place.template)):
            shutil.copy(os.path.join(place.template, name), place.tree)
        start = {name: found[0] for name, found in place.snapshot().items()}
        expect(len(start) == 3, place, "the disk is too small for the test")
        status, said, _ = place.run("fix", "-w", "tree")
        expect(status == 2 and "No space left" in said, place, f"full: exit status {status}", said)
        now = {name: found[0] for name, found in place.snapshot().items()}
        expect(now == start, place, "full: a file is not what it was", said)
    finally:
        subprocess.run(["umount", place.tree], check=True)
    return 1


def hostile(place, expect):
    """Names, links and files that mean no good: what is text is repaired, the rest is left, nothing hangs."""
    bad = damaged("Une soirée très réussie\n")
    good = "Une soirée très réussie\n".encode()
    place.make_template({"a.txt": (bad, 0o644)})
    tree = os.fsencode(place.tree)
    for name in (b"not \xff utf-8.txt", b"line\nfeed.txt", b"-w", b"'quoted' $(x).txt", b"\x1b[31m.txt"):
        write_file(os.path.join(tree, name), bad)
    deep = tree
    while len(deep) < 3900:
        deep = os.path.join(deep, b"d" * 200)
    write_file(os.path.join(deep, b"deep.txt"), bad)
    os.symlink(b".", os.path.join(tree, b"loop"))
    os.symlink(b"nowhere", os.path.join(tree, b"dangling"))
    os.symlink(b"a.txt", os.path.join(tree, b"link"))
    os.mkfifo(os.path.join(tree, b"fifo"))
    write_file(os.path.join(tree, b"twins", b"1.txt"), bad)
    os.link(os.path.join(tree, b"twins", b"1.txt"), os.path.join(tree, b"twins", b"2.txt"))
    write_file(os.path.join(tree, b"binary"), b"\0" + bad)
    status, said, _ = place.run("fix", "-w", "-L", "tree")
    expect(status == 3 and "hard links" in said, place, f"exit status {status}", said)
    for name, content in ((b"a.txt", good), (b"not \xff utf-8.txt", good), (b"line\nfeed.txt", good), (b"-w", good),
                          (b"'quoted' $(x).txt", good), (b"\x1b[31m.txt", good), (b"twins/1.txt", bad),
                          (b"binary", b"\0" + bad)):
        with open(os.path.join(tree, name), "rb") as file:
            expect(file.read() == content, place, f"{name!r} is wrong", said)
    with open(os.path.join(deep, b"deep.txt"), "rb") as file:
        expect(file.read() == good, place, "what is deep is wrong", said)
    expect(os.readlink(os.path.join(tree, b"link")) == b"a.txt", place, "a link is no link any more", said)
    expect("\x1b" not in said, place, "a name reaches the terminal raw", said)
    os.unlink(os.path.join(tree, b"twins", b"2.txt"))
    place.run("fix", "-w", "-q", "tree")
    before = place.snapshot()
    status, said, _ = place.run("fix", "-w", "tree", faults=("-e", "trace=openat"))
    with open(place.log, encoding="utf-8", errors="replace") as log:
        opened = [line for line in log if os.path.basename(place.root) in line or '"tree' in line]
    writing = [line for line in opened if "O_WRONLY" in line or "O_RDWR" in line or "O_CREAT" in line]
    expect(status == 0 and not writing, place, f"a second run opens for writing: {writing}", said)
    expect(place.snapshot() == before, place, "a second run changes something", said)
    return 2


def ustar(name, content):
    """A tar file of one member that says it is as long as `content`, which may be cut."""
    head = bytearray(512)
    head[:len(name)] = name
    head[100:107] = b"0000644"
    head[124:135] = b"%011o" % len(content)
    head[156:157] = b"0"
    head[257:265] = b"ustar\x0000"
    head[148:156] = b" " * 8
    head[148:155] = b"%06o\0" % sum(head)
    return bytes(head) + content + b"\0" * (-len(content) % 512 + 1024)


def archives(place, expect):
    """Contents that mean no good, compressed and in archives, and files that change while they are read: each is told or
    read, memory stays bounded, the rest is repaired."""
    bad = damaged("Une soirée très réussie\n")
    good = "Une soirée très réussie\n".encode()
    pack = gzip.compress(bad * 1000, mtime=0)
    bomb = gzip.compress(b"0" * (1 << 20), mtime=0)
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", bad)
        archive.writestr("../escape.txt", bad)
    contents = {"a.txt": bad, "whole.txt.gz": pack, "head.txt.gz": pack[:12], "cut.txt.gz": pack[:len(pack) // 2],
                "cut.txt.xz": lzma.compress(bad)[:30], "cut.txt.bz2": bz2.compress(bad)[:30], "bomb.txt.gz": bomb * 1100,
                "m.zip": zipped.getvalue(), "cut.zip": zipped.getvalue()[:60], "m.tar": ustar(b"inner.txt", bad),
                "cut.tar": ustar(b"inner.txt", bad * 100)[:900],
                "open.csv": b'id,name\n1,"' + bad + b"2,x\n", "mixed.csv": b'a"b,' + bad + b'"c"d,e\n\0\n'}
    place.make_template({name: (content, 0o644) for name, content in contents.items()})
    limited = ["sh", "-c", 'ulimit -v 4000000; exec "$@"', "sh", place.program]
    for words in (["check", "tree"], ["fix", "-w", "tree"], ["names", "tree"]):
        done = subprocess.run([*limited, *words], cwd=place.root, env=place.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False, timeout=120)
        said = done.stdout.decode()
        expect(done.returncode == 2, place, f"{words}: exit status {done.returncode}", said)
        expect("mistake in unbake" not in said and "not enough memory" not in said, place, f"{words} fails", said)
        if words[0] == "names":
            continue
        for name in ("head.txt.gz", "cut.txt.gz", "cut.txt.xz", "cut.txt.bz2", "bomb.txt.gz", "open.csv"):
            expect(f"tree/{name}" in said, place, f"{words}: {name} is not told", said)
        if words[0] == "check":
            for name in ("a.txt", "whole.txt.gz", "m.zip/inner.txt", "m.tar/inner.txt"):
                expect(f"tree/{name}:1:" in said, place, f"{words}: {name} is not read", said)
    now = {name: found[0] for name, found in place.snapshot().items()}
    for name, content in contents.items():
        if name not in ("a.txt", "whole.txt.gz", "mixed.csv"):
            expect(now[name] == content, place, f"{name} was changed", "")
    expect(now["a.txt"] == good, place, "a.txt is not repaired")
    expect(gzip.decompress(now["whole.txt.gz"]) == good * 1000, place, "whole.txt.gz is not repaired")
    expect(not os.path.lexists(os.path.join(place.root, "escape.txt")), place, "a member was unpacked")
    return 3 + moving(place, expect)


def moving(place, expect):
    """Files that vanish, shrink and grow while they are looked at: no crash, and what stays is right in the end."""
    bad = damaged("Une soirée très réussie\n")
    good = "Une soirée très réussie\n".encode()
    rounds = 0
    for words in (["check", "-q", "tree"], ["fix", "-w", "-q", "tree"]):
        shutil.rmtree(place.tree)
        for i in range(400):
            write_file(os.path.join(place.tree, f"{i}.txt"), bad * 20)
        running = subprocess.Popen([place.program, *words], cwd=place.root, env=place.environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        while running.poll() is None:
            rounds += 1
            for i in range(0, 400, 4):
                path = os.path.join(place.tree, f"{i}.txt")
                if not os.path.exists(path):
                    write_file(path, bad * 7)
                elif i % 3 == 0:
                    os.unlink(path)
                elif i % 3 == 1:
                    with open(path, "r+b") as file:
                        file.truncate(len(b"".join(file.readlines()[:3])))
                else:
                    with open(path, "ab") as file:
                        file.write(bad)
        said = running.communicate()[0].decode()
        expect(running.returncode in (0, 1, 2, 3), place, f"{words}: exit status {running.returncode}", said)
        expect("mistake" not in said, place, f"{words} fails", said)
    status, said, _ = place.run("fix", "-w", "-q", "tree")
    expect(status == 0, place, f"afterwards: exit status {status}", said)
    for name in os.listdir(place.tree):
        with open(os.path.join(place.tree, name), "rb") as file:
            content = file.read()
        expect(content and content == good * content.count(b"\n"), place, f"{name} is {content!r}", said)
    return rounds

"""Measures `unbake decode`, and other detectors beside it: `./dev eval --decode`."""
import codecs
import collections
import json
import os
import struct
import subprocess
import sys
import time
import unicodedata
import venv

import decode_set

# What is wanted of unbake, in percent.
ROWS = [("all", 97), ("pieces", None), ("pieces 60", 94), ("pieces 300", None), ("pieces 2000", None), ("twins", None),
        ("stray", 100), ("mixed", None)]
# Two tables of one encoding, that of the WHATWG standard and that of Python, show these for the same bytes.
FOLD = str.maketrans({"\u301c": "\uff5e", "\u2212": "\uff0d", "\u2016": "\u2225", "\u2014": "\u2015", "\u00a2": "\uffe0",
                      "\u00a3": "\uffe1", "\u00ac": "\uffe2", "\u00b7": "\u30fb", "\u203e": "~", "\u00a5": "\\",
                      "\uff0f": "\u2215", "\u2022": "\u2027"})
# What a detector names, and the encodings that contain it: the better one counts.
WIDER = {"gb2312": ["gb18030"], "gbk": ["gb18030"], "shift_jis": ["cp932"], "euc_kr": ["cp949"], "big5": ["big5hkscs", "cp950"],
         "iso8859-1": ["cp1252"], "iso8859-9": ["cp1254"], "tis-620": ["cp874"], "ascii": ["utf-8", "cp1252"],
         "utf-8": ["utf-8-sig"], "iso8859-8": ["cp1255"]}
NAMES = {"mac-centraleurope": "mac-latin2", "uhc": "cp949", "utf-32le": "utf-32-le", "maccyrillic": "mac-cyrillic",
         "hz-gb-2312": "hz", "iso-8859-11": "cp874", "iso-8859-8-i": "iso8859-8", "windows-874": "cp874"}


def normal(text):
    return unicodedata.normalize("NFC", text.lstrip("\ufeff")).translate(FOLD)


def readings(data, name):
    """The texts that the bytes are in the encoding of that name; none if it cannot be."""
    if not name:
        return []
    try:
        name = codecs.lookup(NAMES.get(name.lower(), name)).name
    except LookupError:
        return []
    texts = []
    for encoding in [name, *WIDER.get(name, [])]:
        try:
            texts.append(data.decode(encoding))
        except UnicodeError:
            pass
    # What a program does that trusts the detector.
    return texts or [data.decode(name, "replace")]


def is_right(item, text):
    if item.whole is not None:
        lines, truth = text.split("\n"), item.truth.split("\n")
        return len(lines) == len(truth) and all(lines[n] == truth[n] for n in item.whole)
    return normal(text) == normal(item.truth)


def others(items, folder):
    """The answers of other detectors, installed from PyPI on the first call."""
    python = folder / "detectors" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "detectors", with_pip=True)
        subprocess.run([python, "-m", "pip", "-q", "install", "chardet", "charset-normalizer"], check=True)
    script = os.path.join(os.path.dirname(__file__), "decode_others.py")
    feed = b"".join(struct.pack("<I", len(item.bytes)) + item.bytes for item in items)
    done = subprocess.run([python, script], input=feed, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def unbake(program, item):
    done = subprocess.run([program, "decode"], input=item.bytes, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace")


def rows_of(item):
    yield "all"
    yield item.group
    if item.group == "pieces":
        yield f"pieces {item.size}"


def run(program, text_folder, data_folder, compare, show, by, seed):
    items = decode_set.make(text_folder, seed)
    right = collections.defaultdict(collections.Counter)
    count = collections.Counter()
    seconds = collections.Counter()
    answers = others(items, data_folder) if compare else [{}] * len(items)
    started, failures = time.monotonic(), []
    for item, answer in zip(items, answers):
        text = unbake(program, item)
        results = {"unbake": is_right(item, text)}
        if not results["unbake"]:
            failures.append((item, text))
        for name, (encoding, taken) in answer.items():
            seconds[name] += taken
            results[name] = any(is_right(item, reading) for reading in readings(item.bytes, encoding))
        for row in [*rows_of(item), *(f"  {label}={item.label(label)}" for label in by)]:
            count[row] += 1
            for name, result in results.items():
                right[row][name] += result
    print(f"{len(items)} texts in {time.monotonic() - started:.0f} s", file=sys.stderr)
    print_table(count, right)
    size = sum(len(item.bytes) for item in items) / 1e6
    for name, taken in seconds.items():
        print(f"{name}: {size / taken:.2f} MB/s")
    for item, text in failures[:show]:
        common = len(os.path.commonprefix([text, item.truth]))
        print(f"\n{item.group} {item.lang} {item.encoding} {item.size}\n  truth  {item.truth[max(0, common - 20):common + 60]!r}"
              f"\n  answer {text[max(0, common - 20):common + 60]!r}")


def print_table(count, right):
    names = sorted(right["all"], key=lambda name: name != "unbake")
    wanted = dict(ROWS)
    print(f"{'set':24s} {'n':>6s} {'wanted':>7s}" + "".join(f" {name:>26s}" for name in names))
    for row in [*(name for name, _ in ROWS), *sorted(row for row in count if row.startswith(" "))]:
        if count[row]:
            figures = "".join(f" {100 * right[row][name] / count[row]:24.2f} %" for name in names)
            print(f"{row:24s} {count[row]:6d} {wanted.get(row) or '':>7}{figures}")

"""How often repairs are right, by the confidence that unbake gives them.

Every repair that is found is made, however unsure; the answer is then compared with the truth. A repair is right if all of
its characters stand in a block that answer and truth have in common. In clean text every repair is wrong.
"""
import collections
import difflib
import json
import subprocess

BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999)
LONGEST = 1000  # characters; longer texts are left out, since comparing takes the square of their length


def findings(program, texts, options):
    """For each text, the repairs that were found: offset, length, after, confidence."""
    feed = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    command = [program, "explain", "--json", "--jsonl", "--field", "text", "--min-confidence", "0", *options]
    done = subprocess.run(command, input=feed.encode("utf-8", "surrogatepass"), stdout=subprocess.PIPE, check=True)
    found = collections.defaultdict(list)
    for line in done.stdout.decode("utf-8", "replace").split("\n")[:-1]:
        row = json.loads(line)
        if row["verdict"] == "repaired":
            found[row["record"] - 1].append(row)
    return found


def apply(text, repairs):
    """The repaired text, and the range of characters that each repair takes in it."""
    data, out, ranges, done = text.encode("utf-8"), "", [], 0
    for repair in repairs:
        out += data[done:repair["offset"]].decode("utf-8", "replace")
        ranges.append((len(out), len(out) + len(repair["after"])))
        out += repair["after"]
        done = repair["offset"] + repair["length"]
    return out + data[done:].decode("utf-8", "replace"), ranges


def are_right(answer, truth, ranges):
    if answer == truth:
        return [True] * len(ranges)
    common = difflib.SequenceMatcher(None, answer, truth, autojunk=False).get_matching_blocks()
    return [any(a <= begin and end <= a + size for a, _, size in common) for begin, end in ranges]


def print_table(program, cases, options):
    columns = {"lossless": collections.Counter(), "lossy": collections.Counter(), "clean": collections.Counter()}
    right = {name: collections.Counter() for name in columns}
    cases = [case for case in cases if len(case.text) <= LONGEST]
    found = findings(program, [case.text for case in cases], options)
    for number, repairs in found.items():
        case = cases[number]
        answer, ranges = apply(case.text, repairs)
        is_clean = case.text == case.truths[0]
        name = "clean" if is_clean else "lossy" if case.group == "lossy" else "lossless"
        verdicts = [False] * len(ranges) if is_clean else are_right(answer, case.truths[0], ranges)
        for repair, is_right in zip(repairs, verdicts):
            least = max(b for b in BINS if repair["confidence"] >= b)
            columns[name][least] += 1
            right[name][least] += is_right
    print(f"{'confidence at least':>19s} {'lossless':>10s} {'right':>8s} {'lossy':>10s} {'right':>8s} {'in clean text':>14s}")
    for least in BINS:
        cells = ""
        for name in ("lossless", "lossy"):
            count = columns[name][least]
            cells += f" {count:10d} " + (f"{100 * right[name][least] / count:6.1f} %" if count else f"{'':8s}")
        print(f"{least:19g}{cells} {columns['clean'][least]:14d}")

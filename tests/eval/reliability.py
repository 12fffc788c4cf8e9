"""How often repairs are right, by the confidence that unbake gives them, and the curves that this confidence is read from.

Every repair that is found is made, however unsure; the answer is then compared with the truth. A repair is right if its
characters stand in the same places of the truth. Where a byte was lost and a character had to be chosen, any character may
stand: how sure that choice is has a probability of its own. In clean text every repair is wrong.
"""
import collections
import difflib
import itertools
import json
import math
import subprocess
import zlib

BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999)
LONGEST = 1000  # characters; longer texts are left out, since comparing takes the square of their length
KINDS = ("one layer", "deeper", "legacy", "lossy")


def in_text(line, offset):
    """How many bytes of the text stand before the byte of its line of JSON."""
    head = line[len('{"text": "'):offset].decode("utf-8", "surrogatepass")
    return len(json.loads(f'"{head}"').encode("utf-8", "surrogatepass"))


def findings(program, texts, options):
    """For each text, the repairs that were found, as `unbake explain --json` prints them."""
    lines = [(json.dumps({"text": text}, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass") for text in texts]
    starts = list(itertools.accumulate(map(len, lines), initial=0))
    command = [program, "explain", "--json", "--jsonl", "--field", "text", *options]
    done = subprocess.run(command, input=b"".join(lines), stdout=subprocess.PIPE, check=True)
    found = collections.defaultdict(list)
    for line in done.stdout.decode("utf-8", "replace").split("\n")[:-1]:
        row = json.loads(line)
        if row["verdict"] == "repaired":
            number = row["line"] - 1
            begin = row["offset"] - starts[number]
            first, last = (in_text(lines[number], at) for at in (begin, begin + row["length"]))
            found[number].append({**row, "offset": first, "length": last - first})
    return found


def kind(repair):
    """The kind of damage, which decides the curve."""
    layers = repair["path"].split(" | ")
    if any(not layer.startswith("utf-8>") for layer in layers):
        return "legacy"
    if repair.get("losses"):
        return "lossy"
    return "deeper" if len(layers) > 1 else "one layer"


def apply(text, repairs):
    """The repaired text, and for each repair its characters there: where each is, and whether it was chosen."""
    data, out, places, done = text.encode("utf-8", "surrogatepass"), "", [], 0
    for repair in repairs:
        out += data[done:repair["offset"]].decode("utf-8", "replace")
        after = repair["after"].encode("utf-8", "surrogatepass")
        chosen = set()
        for loss in repair.get("losses", []):
            begin = len(after[:loss["offset"]].decode("utf-8", "replace"))
            chosen |= set(range(begin, begin + len(after[loss["offset"]:][:loss["length"]].decode("utf-8", "replace"))))
        places.append([(len(out) + i, i in chosen) for i in range(len(repair["after"]))])
        out += repair["after"]
        done = repair["offset"] + repair["length"]
    return out + data[done:].decode("utf-8", "replace"), places


def compared(program, cases, options):
    """All repairs that are found in the damaged cases: (case, repair, and for each of its characters whether it is what
    the truth has there, and whether it was chosen)."""
    cases = [case for case in cases if len(case.text) <= LONGEST and case.text != case.truths[0]]
    for number, repairs in findings(program, [case.text for case in cases], options).items():
        answer, places = apply(cases[number].text, repairs)
        same, _ = alignment(answer, cases[number].truths[0])
        for repair, some in zip(repairs, places):
            yield cases[number], repair, [(i in same, chosen) for i, chosen in some]


def alignment(answer, truth):
    """The characters of the answer that the truth has in the same place, and those that it has others for."""
    same, aligned = set(), set()
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, answer, truth, autojunk=False).get_opcodes():
        if tag == "equal":
            same |= set(range(i1, i2))
        elif tag == "replace" and i2 - i1 == j2 - j1:
            aligned |= set(range(i1, i2))
    return same, aligned


def are_right(answer, truth, places):
    same, aligned = alignment(answer, truth)
    return [all(i in same or (chosen and i in aligned) for i, chosen in some) for some in places]


def judged(program, cases, options):
    """All repairs that are found in the cases: (case, repair, whether it is right)."""
    cases = [case for case in cases if len(case.text) <= LONGEST]
    rows = []
    for number, repairs in findings(program, [case.text for case in cases], ["--min-confidence", "0", *options]).items():
        case = cases[number]
        answer, places = apply(case.text, repairs)
        is_clean = case.text == case.truths[0]
        verdicts = [False] * len(places) if is_clean else are_right(answer, case.truths[0], places)
        rows += [(case, repair, right) for repair, right in zip(repairs, verdicts)]
    return rows


def calibration_error(rows):
    """Expected calibration error: how far confidence and share of right ones are apart, on average."""
    bins = collections.defaultdict(list)
    for _, repair, right in rows:
        bins[max(b for b in BINS if repair["confidence"] >= b)].append((repair["confidence"], right))
    gaps = [abs(sum(c for c, _ in some) - sum(r for _, r in some)) for some in bins.values()]
    return sum(gaps) / len(rows) if rows else 0


def print_table(program, cases, options):
    rows = judged(program, cases, options)
    damaged = [row for row in rows if row[0].text != row[0].truths[0]]
    of_kind = {name: [row for row in damaged if kind(row[1]) == name] for name in KINDS}
    print(f"{'confidence at least':>19s} " + " ".join(f"{name:>10s} {'right':>8s}" for name in KINDS) + f" {'in clean text':>14s}")
    for least, most in zip(BINS, BINS[1:] + (2.0,)):
        within = [row for row in rows if least <= row[1]["confidence"] < most]
        line = f"{least:19g}"
        for name in KINDS:
            verdicts = [right for case, repair, right in within if case.text != case.truths[0] and kind(repair) == name]
            line += f" {len(verdicts):10d} " + (f"{100 * sum(verdicts) / len(verdicts):6.1f} %" if verdicts else f"{'':8s}")
        print(f"{line} {sum(case.text == case.truths[0] for case, _, _ in within):14d}")
    print(f"{'calibration error':>19s}" + "".join(f" {len(some):10d} {100 * calibration_error(some):6.2f} %"
                                                for some in of_kind.values()))


def logistic(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(points):
    """The logistic curve that fits pairs of score and rightness best: where it is even, and its scale, in nats. One point
    of each kind at 0 keeps it finite where all are right."""
    points = [*points, (0.0, True), (0.0, False)]
    intercept, slope = 0.0, 0.0
    for _ in range(100):  # Newton's method
        g0 = g1 = h00 = h01 = h11 = 0.0
        for score, right in points:
            p = logistic(intercept + slope * score)
            g0, g1 = g0 + right - p, g1 + (right - p) * score
            w = p * (1 - p) + 1e-9
            h00, h01, h11 = h00 + w, h01 + w * score, h11 + w * score * score
        determinant = h00 * h11 - h01 * h01
        d0, d1 = (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
        intercept, slope = intercept + d0, slope + d1
        if abs(d0) + abs(d1) < 1e-9:
            break
    return -intercept / slope, 1 / slope


def print_curves(program, cases, options):
    """Curves fitted to one half of the cases, and what they are worth on the other."""
    rows = judged(program, cases, options)
    def half(row):
        return zlib.crc32(f"{row[0].set} {row[0].id}".encode()) % 2
    print(f"{'kind':10s} {'repairs':>8s} {'even at':>8s} {'scale':>6s} {'error, other half':>18s} {'error as it is':>15s}")
    for name in KINDS:
        some = [row for row in rows if kind(row[1]) == name and 0 <= row[1]["score"] <= 40]
        even, scale = fit([(row[1]["score"], row[2]) for row in some if half(row) == 0])
        rest = [row for row in some if half(row) == 1]
        def refitted(row):
            return {**row[1], "confidence": logistic((row[1]["score"] - even) / scale)}
        error = calibration_error([(row[0], refitted(row), row[2]) for row in rest])
        print(f"{name:10s} {len(some):8d} {even:8.2f} {scale:6.2f} {100 * error:16.2f} % {100 * calibration_error(rest):13.2f} %")

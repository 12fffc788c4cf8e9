"""How often what was chosen for lost bytes is what was written, by the probabilities that unbake gives, and the curves that
these are read from.

Only repairs with lost bytes count, and only such as `fix` makes. A chosen character is right if it stands in the same
place of the truth; a repair, if all of its characters do.
"""
import collections
import math
import pathlib
import re
import zlib

import reliability

HEADER = pathlib.Path(__file__).resolve().parents[2] / "tables" / "generated" / "loss_calibration.hpp"
CURVES = ("kChoiceIntercept", "kChoiceSlope", "kFidelityIntercept", "kFidelitySlope")
BINS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def log_odds(p):
    p = min(max(p, 1e-9), 1 - 1e-9)
    return math.log(p / (1 - p))


def curves_in_use():
    return [float(re.search(name + r" = (-?[0-9.]+);", HEADER.read_text()).group(1)) for name in CURVES]


def lossy_repairs(program, cases, options):
    """Of each repair that lost bytes: its case, its fidelity, whether it is right, and the same of each choice."""
    rows = []
    for case, repair, same in reliability.compared(program, cases, [*options, "--min-confidence", "0.95"]):
        if not repair["losses"]:
            continue
        chosen = [right for right, is_chosen in same if is_chosen]
        probabilities = [loss["candidates"][0]["probability"] for loss in repair["losses"]]
        if len(chosen) == len(probabilities):
            rows.append((case, repair["confidence"], repair["fidelity"], all(right for right, _ in same),
                         list(zip(probabilities, chosen))))
    return rows


def error(pairs):
    """Expected calibration error of pairs of probability and rightness."""
    bins = collections.defaultdict(list)
    for p, right in pairs:
        bins[max(b for b in BINS if p >= b)].append(p - right)
    return sum(abs(sum(some)) for some in bins.values()) / len(pairs) if pairs else 0


def print_table(rows):
    columns = [("repairs", [(p, right) for _, _, p, right, _ in rows]),
               ("characters", [pair for *_, choices in rows for pair in choices])]
    print(f"{'fidelity at least':>19s} " + " ".join(f"{name:>10s} {'said':>8s} {'right':>8s}" for name, _ in columns))
    for least, most in zip(BINS, BINS[1:] + (2.0,)):
        line = f"{least:19g}"
        for _, pairs in columns:
            some = [(p, right) for p, right in pairs if least <= p < most]
            line += f" {len(some):10d} " + (" ".join(f"{100 * sum(x) / len(some):6.1f} %" for x in zip(*some)) if some else " " * 17)
        print(line)
    print(f"{'calibration error':>19s}" + "".join(f" {len(pairs):10d} {'':8s} {100 * error(pairs):6.2f} %" for _, pairs in columns))


def fitted(rows, in_use):
    """The four numbers of the curves that fit `rows`, whose probabilities were given by the curves `in_use`."""
    shares = [[(log_odds(p) - in_use[0]) / in_use[1] for p, _ in choices] for *_, choices in rows]
    even, scale = reliability.fit([(x, right) for xs, row in zip(shares, rows) for x, (_, right) in zip(xs, row[4])])
    choice = (-even / scale, 1 / scale)
    points = []
    for xs, row in zip(shares, rows):
        cost = sum(-math.log(reliability.logistic(choice[0] + choice[1] * x)) for x in xs)
        points.append((math.log(cost), row[3]))
    even, scale = reliability.fit(points)
    return [*choice, -even / scale, 1 / scale]


def said(rows, in_use, curves):
    """`rows` with the probabilities that other curves than those `in_use` would give."""
    result = []
    for case, confidence, _, right, choices in rows:
        again = [(reliability.logistic(curves[0] + curves[1] * (log_odds(p) - in_use[0]) / in_use[1]), ok) for p, ok in choices]
        cost = sum(-math.log(p) for p, _ in again)
        together = reliability.logistic(curves[2] + curves[3] * math.log(cost))
        result.append((case, confidence, confidence * min([together, *(p for p, _ in again)]), right, again))
    return result


def half(row):
    return zlib.crc32(f"{row[0].set} {row[0].id}".encode()) % 2


def print_fit(rows, write):
    """Prints what curves fitted to one half are worth on the other; writes those that fit all if `write` names a file."""
    in_use = curves_in_use()
    rest = [row for row in rows if half(row) == 1]
    curves = fitted([row for row in rows if half(row) == 0], in_use)
    for name, some in (("fitted to the other half", said(rest, in_use, curves)), ("as it is", rest)):
        print(f"{name:26s} error of repairs {100 * error([(p, right) for _, _, p, right, _ in some]):6.2f} %, "
              f"of characters {100 * error([pair for *_, choices in some for pair in choices]):6.2f} %")
    best = fitted(rows, in_use)
    for name, value, old in zip(CURVES, best, in_use):
        print(f"{name:20s} {value:9.5f}  now {old:9.5f}")
    if write:
        text = HEADER.read_text()
        for name, value in zip(CURVES, best):
            text = re.sub(name + r" = -?[0-9.]+;", f"{name} = {value:.5f};", text)
        pathlib.Path(write).write_text(text)

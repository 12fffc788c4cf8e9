#!/usr/bin/env python3
"""Measure the repair, and print one table.

usage: evaluate.py [OPTIONS]

Sets: the synthetic cases and the pieces found in the wild of the evaluation data, the cases committed in tests/cases,
and clean text, of which not one line should change. The evaluation data is the folder that UNBAKE_SHARED names
(../shared); where it is missing, only the committed cases are measured.

The program is run once a set, as `unbake fix --jsonl --field text`. An answer is right if it equals the truth, or one
of the other right answers of its case, in Unicode normal form C. Where bytes were lost the figure is the share of the
damage undone: 1 - distance(answer, truth) / distance(damaged, truth), averaged over the cases.
"""
import argparse
import collections
import difflib
import json
import os
import pathlib
import subprocess
import sys
import time
import unicodedata

import decode_eval
import ftfy_suite
import lossy_reliability
import reliability

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("UNBAKE_SHARED", ROOT / ".." / "shared"))
DATA = ROOT / "build" / "eval-data"

# What is measured: set and group, the metric, and the least (for lines changed: the most) that is wanted.
#   exact     share of the answers that are right       restored  share of the damage undone
#   untouched share of the texts that did not change    million   lines changed in a million lines
ROWS = {
    ("synthetic", "lossless-sb"): ("exact", 97),
    ("synthetic", "lossless-mb"): ("exact", 95),
    ("synthetic", "span"): ("exact", 98),
    ("synthetic", "layers"): ("exact", None),
    ("synthetic", "legacy"): ("exact", None),
    ("synthetic", "lossy"): ("restored", None),
    ("wild", "lossless"): ("exact", None),
    ("wild", "lossy"): ("exact", None),
    ("wild", "negative-legit"): ("untouched", 100),
    ("wild", "negative-about"): ("untouched", None),
    ("clean", "dev"): ("million", 10),
    ("clean", "hard"): ("million", 10),
}
SETS = ("synthetic", "wild", "committed", "clean")
LABELS = ("group", "path", "lang", "size", "family", "set")
RESTORED_CHARACTERS = 600  # only so much of a text is compared where bytes were lost


class Case:
    """One text with its right answers; `score` is 0 to 1, or below 0 where the damage grew."""

    __slots__ = ("set", "group", "id", "labels", "text", "truths", "answer", "score")

    def __init__(self, set_, group, id_, labels, text, truths):
        self.set, self.group, self.id, self.labels, self.text, self.truths = set_, group, id_, labels, text, truths
        self.answer, self.score = None, None

    def label(self, key):
        return {"group": self.group, "set": self.set}.get(key) or str(self.labels.get(key, "-"))

    @property
    def metric(self):
        return ROWS.get((self.set, self.group), ("exact", None))[0]


def unpacked_text():
    """The folder of clean text, unpacked when the archive is newer than what is there; nothing if there is none."""
    archive = SHARED / "corpora" / "text.tar.zst"
    if not archive.exists():
        return None
    folder, stamp = DATA / "text", DATA / "text.stamp"
    mark = f"{archive.stat().st_size} {archive.stat().st_mtime}"
    if not stamp.exists() or stamp.read_text() != mark:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
        stamp.write_text(mark)
    return folder


def json_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def cases_of(set_, rows, group_key):
    cases = []
    for number, row in enumerate(rows):
        if "mojibake" in row and "truth" in row:
            truths = [row["truth"], *row.get("accept", [])]
            group = str(row.get(group_key, "-"))
            cases.append(Case(set_, group, str(row.get("id", number)), row, row["mojibake"], truths))
    return cases


def synthetic_cases():
    text, maker = unpacked_text(), SHARED / "eval" / "make_cases.py"
    if text is None or not maker.exists():
        return []
    made = DATA / "synthetic.jsonl"
    if not made.exists() or made.stat().st_mtime < maker.stat().st_mtime:
        subprocess.run([sys.executable, maker, text / "dev", DATA], check=True, stdout=subprocess.DEVNULL)
    return cases_of("synthetic", json_lines(made), "group")


def wild_cases():
    path = SHARED / "eval" / "wild.jsonl"
    return cases_of("wild", json_lines(path), "kind") if path.exists() else []


def committed_cases():
    cases = []
    for path in sorted((ROOT / "tests" / "cases").glob("**/*.jsonl")):
        rows = json_lines(path)
        for row in rows:
            row["file"] = path.stem
        cases += cases_of("committed", rows, "file")
    return cases


def clean_cases():
    text = unpacked_text()
    cases = []
    for group in ("dev", "hard") if text else ():
        for path in sorted((text / group).glob("*.txt")):
            with open(path, encoding="utf-8", newline="\n") as file:
                for number, line in enumerate(file, 1):
                    line = line.rstrip("\n")
                    cases.append(Case("clean", group, f"{path.stem}:{number}", {"lang": path.stem}, line, [line]))
    return cases


def answer(program, cases, options):
    """Runs the program over the texts of the cases; returns seconds taken and bytes given."""
    feed = "".join(json.dumps({"text": case.text}, ensure_ascii=False) + "\n" for case in cases)
    feed = feed.encode("utf-8", "surrogatepass")
    started = time.monotonic()
    command = [program, "fix", "--jsonl", "--field", "text", *options]
    done = subprocess.run(command, input=feed, stdout=subprocess.PIPE)
    seconds = time.monotonic() - started
    if done.returncode != 0:
        sys.exit(f"evaluate: {' '.join(map(str, command))}: ended with status {done.returncode}")
    lines = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    if len(lines) != len(cases):
        sys.exit(f"evaluate: {len(lines)} answers to {len(cases)} texts")
    for case, line in zip(cases, lines):
        case.answer = json.loads(line)["text"]
    return seconds, len(feed)


def distance(a, b):
    """Edit distance in characters, by blocks that the two share: an upper bound, and fast."""
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in codes if tag != "equal")


def nfc(text):
    return unicodedata.normalize("NFC", text)


def score(case):
    if case.metric in ("untouched", "million"):
        return float(case.answer == case.text)
    if case.metric == "exact":
        return float(case.answer in case.truths or nfc(case.answer) in map(nfc, case.truths))
    if case.answer == case.text:
        return 0.0
    damaged, answered, truth = (s[:RESTORED_CHARACTERS] for s in (case.text, case.answer, case.truths[0]))
    if answered == truth:
        return 1.0
    return max(-1.0, 1 - distance(answered, truth) / (distance(damaged, truth) or 1))


def figure(metric, cases):
    """The figure of a row, as a number: percent, or lines changed in a million."""
    mean = sum(case.score for case in cases) / len(cases)
    return 1e6 * (1 - mean) if metric == "million" else 100 * mean


def shown(metric, value):
    return f"{value:8.1f} / million" if metric == "million" else f"{value:8.2f} % {metric}"


def print_table(cases, by):
    groups = collections.defaultdict(list)
    for case in cases:
        groups[case.set, case.group].append(case)
    order = [key for key in ROWS if key in groups] + sorted(key for key in groups if key not in ROWS)
    results = {}
    print(f"{'set':10s} {'group':22s} {'n':>7s} {'figure':>20s} {'wanted':>8s}  {'untouched':>9s} {'wrong':>6s}")
    for key in order:
        metric, wanted = ROWS.get(key, ("exact", None))
        rows = groups[key]
        value = figure(metric, rows)
        untouched = sum(case.score < 1 and case.answer == case.text for case in rows)
        wrong = sum(case.score < 1 and case.answer != case.text for case in rows)
        missed = wanted is not None and (value > wanted if metric == "million" else value < wanted)
        goal = "" if wanted is None else f"{wanted:g}"
        print(f"{key[0]:10s} {key[1]:22s} {len(rows):7d} {shown(metric, value):20s} {goal:>8s}"
              f"  {untouched:9d} {wrong:6d}{'  below' if missed and metric != 'million' else ''}"
              f"{'  above' if missed and metric == 'million' else ''}")
        results[" ".join(key)] = {"metric": metric, "figure": round(value, 4), "n": len(rows)}
        for label in by:
            parts = collections.defaultdict(list)
            for case in rows:
                parts[case.label(label)].append(case)
            if label in ("group", "set") or len(parts) < 2:
                continue
            for name, some in sorted(parts.items(), key=lambda part: figure(metric, part[1])):
                print(f"  {label}={name:30s} {len(some):7d} {shown(metric, figure(metric, some))}")
    return results


def excerpt(text, other, width=160):
    """The text around where it begins to differ from another."""
    common = os.path.commonprefix([text, other])
    start = max(0, len(common) - width // 3)
    return ("..." if start else "") + text[start:start + width] + ("..." if start + width < len(text) else "")


def print_failures(cases, count, group):
    failing = [case for case in cases if case.score < 1 and group in (case.group, case.set, "all")]
    for case in failing[:count]:
        print(f"\n{case.set} {case.group} {case.id}  {case.label('lang')}  {case.label('path')}  {case.score:.2f}")
        reference = case.answer if case.answer != case.text else case.truths[0]
        print("  given ", excerpt(case.text, reference))
        print("  answer", excerpt(case.answer, case.truths[0]) if case.answer != case.text else "(untouched)")
        if case.truths[0] != case.text:
            print("  truth ", excerpt(case.truths[0], case.answer))
    print(f"\n{min(count, len(failing))} of {len(failing)} failing cases of {group}")


def print_differences(old, results, cases, count=12):
    """What changed since a saved run."""
    print("\nsince the saved run:")
    for key, result in results.items():
        was = old["results"].get(key)
        if was and was["figure"] != result["figure"]:
            print(f"  {key:32s} {was['figure']:9.2f} -> {result['figure']:9.2f}")
    for title, changed in (("worse", lambda was, now: now < was), ("better", lambda was, now: now > was)):
        found = [case for case in cases if changed(old["scores"].get(f"{case.set} {case.id}", 1.0), case.score)]
        print(f"  {len(found)} cases are {title}")
        for case in found[:count]:
            print(f"    {case.set} {case.group} {case.id}  {case.label('path')}: "
                  f"{excerpt(case.answer, case.truths[0], 100)!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                     usage=argparse.SUPPRESS)
    parser.add_argument("--only", default="", help="sets to measure: " + ", ".join(SETS))
    parser.add_argument("--by", default="", help="break every row down by label: " + ", ".join(LABELS))
    parser.add_argument("--show", nargs=2, metavar=("N", "GROUP"), help="show N failing cases of a group, or of all")
    parser.add_argument("--save", metavar="FILE", help="save figures and scores as JSON")
    parser.add_argument("--compare", metavar="FILE", help="show what changed since a saved run")
    parser.add_argument("--program", default=str(ROOT / "build" / "unbake"), help="the program to measure")
    parser.add_argument("--option", action="append", default=[], help="one more option for unbake fix, as --option=-X")
    parser.add_argument("--reliability", action="store_true", help="print how often repairs of each confidence are right")
    parser.add_argument("--fit-confidence", action="store_true", help="print the curves of confidence that fit best")
    parser.add_argument("--fit-losses", action="store_true", help="print the curves that fit what was chosen for lost bytes best")
    parser.add_argument("--write", metavar="FILE", help="with --fit-losses: write them to FILE, tables/generated/loss_calibration.hpp")
    parser.add_argument("--ftfy-suite", metavar="FILE", help="only count the cases of ftfy's own suite that come out as it "
                        "expects; FILE is its test_cases.json, its source package, or `pip`, which fetches that")
    parser.add_argument("--decode", action="store_true", help="only measure `unbake decode`, by --by lang,encoding,size")
    parser.add_argument("--others", action="store_true", help="with --decode: also uchardet, chardet and charset-normalizer, "
                        "the newest that pip finds")
    parser.add_argument("--seed", type=int, default=1, help="with --decode: which pieces are cut from the text")
    parser.add_argument("--unpack", action="store_true", help="only unpack the text, and print its folder")
    arguments = parser.parse_args()

    if arguments.unpack:
        folder = unpacked_text()
        if folder is None:
            sys.exit(f"evaluate: {SHARED} has no text")
        print(folder)
        return 0
    if arguments.decode:
        DATA.mkdir(parents=True, exist_ok=True)
        by = [label for label in arguments.by.split(",") if label]
        show = int(arguments.show[0]) if arguments.show else 0
        decode_eval.run(arguments.program, unpacked_text(), DATA, arguments.others, show, by, arguments.seed)
        return 0
    if arguments.ftfy_suite:
        rows = ftfy_suite.suite(arguments.ftfy_suite, DATA / "ftfy")
        cases = [Case("ftfy", row["expect"], row["label"], row, row["original"], []) for row in rows]
        answer(arguments.program, cases, arguments.option)
        ftfy_suite.print_result(rows, [case.answer for case in cases], arguments.show)
        return 0
    if not (SHARED / "eval").exists():
        print(f"No evaluation data in {SHARED}; only the committed cases are measured.")
    DATA.mkdir(parents=True, exist_ok=True)
    makers = {"synthetic": synthetic_cases, "wild": wild_cases, "committed": committed_cases, "clean": clean_cases}
    wanted = [name for name in arguments.only.split(",") if name] or SETS
    cases = []
    for name in wanted:
        if name not in makers:
            sys.exit(f"evaluate: there is no set '{name}'; the sets are {', '.join(SETS)}")
        some = makers[name]()
        if some:
            seconds, size = answer(arguments.program, some, arguments.option)
            print(f"{name}: {len(some)} texts in {seconds:.1f} s, {size / 1e6 / seconds:.1f} MB/s", file=sys.stderr)
            cases += some
    if arguments.reliability:
        reliability.print_table(arguments.program, cases, arguments.option)
    if arguments.reliability or arguments.fit_losses:
        lossy = lossy_reliability.lossy_repairs(arguments.program, cases, arguments.option)
        if arguments.fit_losses:
            lossy_reliability.print_fit(lossy, arguments.write)
        else:
            lossy_reliability.print_table(lossy)
        return 0
    if arguments.fit_confidence:
        reliability.print_curves(arguments.program, cases, arguments.option)
        return 0
    for case in cases:
        case.score = score(case)
    results = print_table(cases, [label for label in arguments.by.split(",") if label])
    if arguments.show:
        print_failures(cases, int(arguments.show[0]), arguments.show[1])
    if arguments.compare:
        with open(arguments.compare, encoding="utf-8") as file:
            print_differences(json.load(file), results, cases)
    if arguments.save:
        # A case that is not listed was right.
        scores = {f"{case.set} {case.id}": round(case.score, 4) for case in cases if case.score < 1}
        with open(arguments.save, "w", encoding="utf-8") as file:
            json.dump({"results": results, "scores": scores}, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Compare the speed of unbake with that of others, on the same inputs, in one run, on one core.

usage: compare.py [--size MIB] [--seconds S] [--only TEXT] [--record]

Measured are the library (`fix` of each document), the program (`unbake fix FILE`, all of it), ftfy and plsfix
(`fix_encoding` and `fix_text` of each line, from PyPI, in a virtual environment), iconv, uchardet, memcpy and a scan that only reads. An input
is as long as can be gone through in S seconds, 32 MiB at most. Each row says which share of the lines must come out right; a
cell of unbake with less makes the run fail. --record writes the table to bench/record.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests" / "eval"))
import evaluate
import inputs

ROOT = inputs.ROOT
VENV = ROOT / "build" / "bench-venv"
OURS = ("library", "program")
TOOLS = (*OURS, "ftfy", "plsfix", "iconv", "uchardet", "memcpy", "scan")
FIRST = 1 << 17  # bytes with which the speed of a tool is estimated


def prepare_python():
    """The virtual environment with the packages that are compared; made once."""
    if not (VENV / "done").exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "ftfy", "plsfix"], check=True)
        (VENV / "done").touch()


def seconds_of_program(command):
    """Processor time of a whole program, which must succeed, and what it wrote."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def run_program(command, given, truth):
    best, out = min((seconds_of_program([*command, given]) for _ in range(3)), key=lambda pair: pair[0])
    lines, truths = out.decode("utf-8", "replace").split("\n"), truth.read_text(encoding="utf-8").split("\n")
    right = sum(line == wanted for line, wanted in zip(lines, truths) if wanted)
    return {"bytes": given.stat().st_size, "seconds": best, "lines": sum(map(bool, truths)), "right": right}


def run_tool(tool, given, truth, seconds):
    if tool == "program":
        return run_program([inputs.PROGRAM, "fix"], given, truth)
    if tool == "iconv":
        return run_program(["iconv", "-f", "utf-8", "-t", "utf-8"], given, truth)
    if tool in ("ftfy", "plsfix"):
        command = [VENV / "bin" / "python", ROOT / "bench" / "compare" / "python_tools.py", tool]
    else:
        command = [ROOT / "build" / "bench" / "throughput", "fix" if tool == "library" else tool]
    done = subprocess.run([*command, given, truth, str(seconds)], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def measure(row, tool, size, seconds, folder):
    """As long an input as can be gone through in the time."""
    first = run_tool(tool, *row.write(folder, FIRST), 0)
    affordable = int(first["bytes"] / max(first["seconds"], 1e-4) * seconds)
    if affordable <= FIRST:
        return first
    return run_tool(tool, *row.write(folder, min(size, affordable)), seconds / 4)


def cell(result):
    speed = result["bytes"] / max(result["seconds"], 1e-9) / 1e6
    return f"{speed:.0f}" if speed >= 100 else f"{speed:.1f}" if speed >= 1 else f"{speed:.2f}"


def table(rows, results, size):
    yield "| input | " + " | ".join(f"{tool}, MB/s" for tool in TOOLS) + " | right lines: unbake | ftfy | plsfix |"
    yield "|" + "---|" * (len(TOOLS) + 4)
    for row in rows:
        found = results[row.name]
        shares = [f"{100 * found[tool]['right'] / found[tool]['lines']:.1f} %" for tool in ("library", "ftfy", "plsfix")]
        yield "| " + " | ".join([row.name, *(cell(found[tool]) for tool in TOOLS), *shares]) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=32, help="MiB of the longest input (32)")
    parser.add_argument("--seconds", type=float, default=3, help="of processor time for each cell (3)")
    parser.add_argument("--only", default="", help="only the rows whose names contain this")
    parser.add_argument("--record", action="store_true", help="write the table to bench/record")
    options = parser.parse_args()
    size = int(options.size * (1 << 20))
    prepare_python()
    text = evaluate.unpacked_text()
    made = inputs.Inputs(text / "dev" if text else ROOT / "corpus" / "clean", size)
    rows = [row for row in made.rows() if options.only in row.name]
    results, wrong = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            results[row.name] = {tool: measure(row, tool, size, options.seconds, pathlib.Path(folder)) for tool in TOOLS}
            for tool in OURS:
                share = results[row.name][tool]["right"] / results[row.name][tool]["lines"]
                if share < row.least_right:
                    wrong.append(f"{row.name}, {tool}: {share:.4f} of the lines are right, {row.least_right} are wanted")
            print(f"{row.name}: " + ", ".join(f"{tool} {cell(results[row.name][tool])}" for tool in TOOLS), file=sys.stderr)
    lines = [f"{datetime.date.today()}, {machine()}, {'running text' if text else 'text that repeats'}, one core.", "",
             *table(rows, results, size)]
    print("\n".join(lines))
    if options.record:
        target = ROOT / "bench" / "record" / f"{datetime.date.today()}.md"
        target.parent.mkdir(exist_ok=True)
        target.write_text("# Speed\n\n" + "\n".join(lines) + "\n")
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    return 1 if wrong else 0


def machine():
    """The processor, as the system names it."""
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            return f"{line.split(':', 1)[1].strip()} ({os.cpu_count()} cores), {platform.system()}"
    return platform.machine()


if __name__ == "__main__":
    sys.exit(main())

"""How many cases of the test suite of python-ftfy come out as it expects.

The suite is no part of this project. It is the file tests/test_cases.json of a source package of ftfy 6.3.1, which is read
where it is: the file itself, the package (.tar.gz), or `pip`, which fetches the package into build/.

ftfy repairs encodings and, besides, what is a matter of taste: a case has the text expected of both, and where that differs
the text expected of the encodings alone, which is the one compared with. Texts are compared in Unicode normal form C. U+FFFD
in an expected text stands for a character that ftfy could not bring back; any character does there. Where a case that ftfy
is known to fail has straight quotation marks, they are those that ftfy would have straightened: any do.
"""
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import unicodedata

PACKAGE = "ftfy==6.3.1"
CASES = "tests/test_cases.json"
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def fetched(folder):
    """The source package, fetched by pip once."""
    if not list(folder.glob("ftfy-*.tar.gz")):
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", folder]
        subprocess.run([*command, PACKAGE], check=True)
    return next(folder.glob("ftfy-*.tar.gz"))


def suite(name, folder):
    path = fetched(folder) if name == "pip" else pathlib.Path(name)
    if path.suffix != ".gz":
        return json.loads(path.read_text(encoding="utf-8"))
    with tarfile.open(path) as package:
        member = next(m for m in package.getmembers() if m.name.endswith(CASES))
        return json.load(package.extractfile(member))


def is_expected(answer, case):
    answer, expected = (unicodedata.normalize("NFC", text) for text in (answer, case.get("fixed-encoding", case["fixed"])))
    if "fixed-encoding" not in case and case["expect"] == "fail":
        answer, expected = (text.translate(STRAIGHT) for text in (answer, expected))
    pattern = ".".join(map(re.escape, expected.split("\N{REPLACEMENT CHARACTER}")))
    return answer == expected or re.fullmatch(pattern, answer, re.DOTALL) is not None


def print_result(cases, answers, show):
    titles = {"pass": "cases that ftfy passes", "fail": "cases that ftfy is known to fail"}
    for kind, title in titles.items():
        some = [(case, answer) for case, answer in zip(cases, answers) if case["expect"] == kind]
        failed = [(case, answer) for case, answer in some if not is_expected(answer, case)]
        print(f"{len(some) - len(failed)} of {len(some)} {title}")
        for case, answer in failed:
            what = "untouched" if answer == case["original"] else "another answer"
            print(f"  {what:14s}  {case['label']}")
            if show:
                for name, text in (("given", case["original"]), ("answer", answer),
                                   ("expected", case.get("fixed-encoding", case["fixed"]))):
                    print(f"      {name:8s} {text!r}")

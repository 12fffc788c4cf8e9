"""The inputs of the comparison: documents and what they should become.

The text is the clean text of the evaluation data where that is (each line of it once, until there is enough); else that of
corpus/clean, again and again. An input is a list of documents with their truths.
"""
import dataclasses
import itertools
import pathlib
import random
import subprocess
import typing

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "unbake"
LATIN = ("fr", "de", "es", "pl", "cs", "pt")
# How Chinese pages, single-byte pages and programs of Python damage text; with bytes lost where `ignore` or `replace` says so.
MIXED = (("utf-8>windows-1252", "whatwg"), ("utf-8>windows-1251", "python-ignore"), ("utf-8>gbk", "python-replace"),
         ("utf-8>gbk", "python-ignore"), ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg"),
         ("utf-8>windows-1252", "python-ignore"), ("utf-8>euc-kr", "python-replace"), ("utf-8>ibm850", "whatwg"))
SEPARATOR = "\x1e"


@dataclasses.dataclass
class Row:
    """What is measured: the name, the documents, and the least share of lines that unbake must get right."""
    name: str
    make: typing.Callable
    least_right: float
    documents: list = None  # pairs of given and truth

    def write(self, folder, size):
        """Writes about `size` bytes of it; the paths of what is given and of the truth."""
        self.documents = self.documents or self.make()
        chosen, length = [], 0
        for given, truth in self.documents:
            if length >= size:
                break
            if len(self.documents) == 1 and len(given.encode()) > size:
                given, truth = cut(given, truth, size)
            chosen.append((given, truth))
            length += len(given.encode())
        paths = folder / "given.txt", folder / "truth.txt"
        for path, part in zip(paths, zip(*chosen)):
            path.write_text(SEPARATOR.join(part), encoding="utf-8", newline="")
        return paths


def cut(given, truth, size):
    """The first lines of both; as many in both."""
    lines = given.split("\n")
    count, length = 0, 0
    while count < len(lines) and length < size:
        length += len(lines[count].encode()) + 1
        count += 1
    if count <= 1:
        half = given.encode()[:size].decode("utf-8", "ignore")
        return half, half if given == truth else truth
    return "\n".join(lines[:count]), "\n".join(truth.split("\n")[:count])


class Inputs:
    """Makes the rows from the clean text in `folder`, one file a language."""

    def __init__(self, folder, size):
        self.folder, self.size = folder, size

    def lines(self, languages):
        """Lines of the languages in turn, without end."""
        texts = [(self.folder / f"{language}.txt").read_text(encoding="utf-8").split("\n") for language in languages]
        texts = [[line for line in text if line.strip()] for text in texts]
        return itertools.chain.from_iterable(zip(*map(itertools.cycle, texts)))

    def text(self, languages, size=None):
        """`size` bytes of those lines."""
        chosen, length = [], 0
        for line in self.lines(languages):
            if length >= (size or self.size):
                return "\n".join(chosen) + "\n"
            chosen.append(line)
            length += len(line.encode()) + 1

    def clean(self, *languages):
        def make():
            text = self.text(languages)
            return [(text, text)]
        return make

    def ascii(self):
        text = self.text(("en",)).encode("ascii", "ignore").decode()
        return [(text, text)]

    def baked(self, path, profile, *languages, size=None):
        """One document, damaged throughout."""
        def make():
            text = self.text(languages, size or self.size // 8)
            return [(bake(text, path, profile), text)]
        return make

    def web(self):
        """Documents of which one in a hundred is damaged."""
        documents, lines = [], self.lines(("en", "de", "fr", "es", "ru", "ja", "zh-Hans", "it", "pt", "pl"))
        generator = random.Random(1)
        length = 0
        while length < self.size:
            text = "\n".join(itertools.islice(lines, 40)) + "\n"
            given = bake(text, "utf-8>windows-1252", "whatwg") if generator.random() < 0.01 else text
            documents.append((given, text))
            length += len(given.encode())
        return documents

    def mixed(self):
        """Documents that are damaged throughout, by all paths in turn."""
        documents, lines = [], self.lines(("fr", "ru", "de", "zh-Hans", "el", "ja", "en", "pl"))
        for (path, profile), _ in zip(itertools.cycle(MIXED), range(256)):
            text = "\n".join(itertools.islice(lines, 20)) + "\n"
            documents.append((bake(text, path, profile), text))
        return documents

    def adversarial(self):
        """One line in which each character may begin or go on with damage."""
        generator = random.Random(2)
        text = "".join(generator.choices("\u00c3\u00a9\u00e2\u20ac\u2122\u00d0\u0420\u00b0\u9225\u00c2\u00a0 ", k=self.size // 16))
        return [(text, text)]

    def rows(self):
        return [
            Row("clean ASCII", self.ascii, 1),
            Row("clean Latin prose (fr de es pl cs pt)", self.clean(*LATIN), 1),
            Row("clean Cyrillic, Greek, Arabic, Hindi", self.clean("ru", "el", "ar", "hi"), 1),
            Row("clean Chinese, Japanese, Korean", self.clean("zh-Hans", "ja", "ko"), 1),
            Row("web pages, 1 in 100 damaged", self.web, 0.999),
            Row("damaged Latin prose, UTF-8 as windows-1252", self.baked("utf-8>windows-1252", "whatwg", *LATIN), 0.99),
            Row("damaged Russian, UTF-8 as windows-1252", self.baked("utf-8>windows-1252", "whatwg", "ru"), 0.99),
            Row("damaged throughout, many paths, bytes lost", self.mixed, 0.4),
            Row("adversarial: all may be damage, one line", self.adversarial, 0),
        ]


def bake(text, path, profile):
    command = [PROGRAM, "bake", "--path", path, "--profile", profile]
    return subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "surrogateescape")

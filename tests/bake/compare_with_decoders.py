#!/usr/bin/env python3
"""Compares our decoder profiles with the decoders of this machine, on text and on random bytes.

usage: compare_with_decoders.py DECODE_LINES [SEED]

DECODE_LINES is the program of decode_lines.cpp. Python's own decoders are compared always; GNU libc's `iconv -c`, the
TextDecoder of Node.js 20 with ICU 78 and Java 17 if they are there. Text is what users have: sentences in a dozen languages, in UTF-8 and in a legacy encoding, read as each
encoding. Differences that are known, because our table of an encoding and theirs differ in characters, are in KNOWN
with their reason; they must occur. Exit status: 0 if all else agrees, 1 if not.
"""
import random
import re
import shutil
import subprocess
import sys
import tempfile

SENTENCES = [
    "The committee\u2019s report \u2014 all 214 pages \u2014 says \u201cno\u201d\u2026 and nobody reads it.",
    "L\u2019\u00e9t\u00e9 dernier, o\u00f9 \u00e9tiez-vous\u202f? \u00c0 No\u00ebl, nous mangerons du foie d\u2019oie.",
    "F\u00fcnf Gr\u00fc\u00dfe aus K\u00f6ln: \u201eJa\u201c, sagte die B\u00e4ckerin f\u00fcr 3 \u20ac.",
    "El ni\u00f1o pregunt\u00f3: \u00bfcu\u00e1ndo llegar\u00e1 el tren? \u00a1Ma\u00f1ana!",
    "P\u0159\u00edli\u0161 \u017elu\u0165ou\u010dk\u00fd k\u016f\u0148 \u00fap\u011bl \u010f\u00e1belsk\u00e9 \u00f3dy.",
    "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144 \u2013 to zdanie zna ka\u017cdy.",
    "\u0412\u0447\u0435\u0440\u0430 \u043c\u044b \u0441\u043c\u043e\u0442\u0440\u0435\u043b\u0438 \u00ab\u0427\u0430\u0439\u043a\u0443\u00bb \u2014 \u0434\u043e\u043b\u0433\u043e.",
    "\u0397 \u03b8\u03ac\u03bb\u03b1\u03c3\u03c3\u03b1 \u03b5\u03af\u03bd\u03b1\u03b9 \u03ae\u03c1\u03b5\u03bc\u03b7 \u03c4\u03bf \u03c0\u03c1\u03c9\u03af.",
    "\u05d4\u05e1\u05e4\u05e8\u05d9\u05d9\u05d4 \u05e1\u05d2\u05d5\u05e8\u05d4 \u05d1\u05e9\u05d1\u05ea.",
    "\u0627\u0644\u0645\u0643\u062a\u0628\u0629 \u0645\u063a\u0644\u0642\u0629 \u064a\u0648\u0645 \u0627\u0644\u062c\u0645\u0639\u0629\u060c \u0623\u0644\u064a\u0633 \u0643\u0630\u0644\u0643\u061f",
    "\u0e27\u0e31\u0e19\u0e19\u0e35\u0e49\u0e2d\u0e32\u0e01\u0e32\u0e28\u0e14\u0e35\u0e21\u0e32\u0e01",
    "H\u00f4m nay tr\u1eddi \u0111\u1eb9p, ch\u00fang t\u00f4i \u0111i b\u1ed9 \u1edf b\u1edd h\u1ed3.",
    "\u4eca\u5929\u5929\u6c14\u5f88\u597d\uff0c\u6211\u4eec\u53bb\u516c\u56ed\u8bfb\u4e66\u3002\u201c\u597d\u7684\u201d\uff0c\u4ed6\u8bf4\u3002",
    "\u660e\u65e5\u306e\u671d\u3001\u5e02\u5834\u3067\u9b5a\u3092\u8cb7\u3044\u307e\u3059\u3002\u300c\u306f\u3044\u300d\u3068\u30a2\u30f3\u30ca\u3002",
    "\uc624\ub298\uc740 \ub3c4\uc11c\uad00\uc5d0\uc11c \ucc45\uc744 \uc77d\uc5c8\uc2b5\ub2c8\ub2e4.",
    "\U0001f600 ok \U0001f697 \u2192 \u00b1 5 \u00b0C, \u00bd \u00d7 \u03c0",
]
LEGACY = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "gbk", "big5", "shift_jis", "euc_jp", "euc_kr"]

PYTHON = {
    "windows-874": "cp874", "gbk": "gbk", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932", "euc-jp": "euc_jp", "euc-kr": "cp949", "johab": "johab", "macintosh": "mac_roman",
    "ibm437": "cp437", "ibm850": "cp850", "ibm852": "cp852", "ibm866": "cp866", "koi8-r": "koi8_r", "koi8-u": "koi8_u",
    "iso-8859-1": "latin_1", "utf-8": "utf-8",
    **{f"windows-{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
}
ICONV = {
    "windows-874": "CP874", "gbk": "GBK", "gb18030": "GB18030", "big5": "BIG5", "shift_jis": "CP932", "euc-jp": "EUC-JP",
    "macintosh": "MACINTOSH", "ibm866": "CP866", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U",
    **{f"windows-{n}": f"CP{n}" for n in (1250, 1251, 1252, 1253, 1254, 1256, 1257)},
}
MULTI_BYTE = {"gbk", "gb18030", "big5", "big5-hkscs", "shift_jis", "euc-jp", "euc-kr", "johab", "utf-8"}
NODE = [*(n for n in PYTHON if n.startswith(("windows-", "koi8"))), "macintosh", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"]
NODE_PROGRAM = """
if (!process.versions.icu.startsWith('78.')) process.exit(3);
const decoder = new TextDecoder(process.argv[1], {ignoreBOM: true});
for (const line of require('fs').readFileSync(0, 'utf8').split('\\n').slice(0, -1))
  console.log(Buffer.from(decoder.decode(Buffer.from(line, 'hex'))).toString('hex'));
"""
JAVA = {
    "gbk": "GBK", "gb18030": "GB18030", "big5": "x-windows-950", "shift_jis": "windows-31j", "euc-kr": "x-windows-949",
    "euc-jp": "EUC-JP", "windows-874": "x-windows-874", "macintosh": "x-MacRoman", "koi8-u": "KOI8-U",
    **{f"windows-{n}": f"windows-{n}" for n in range(1250, 1259)},
}
JAVA_PROGRAM = """
import java.io.*; import java.nio.charset.*; import java.util.*;
class Decode {
  public static void main(String[] arguments) throws Exception {
    if (Runtime.version().feature() != 17) System.exit(3);
    HexFormat hex = HexFormat.of();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    List<String> lines = in.lines().toList();
    StringBuilder out = new StringBuilder();
    for (String name : arguments)
      for (String line : lines)
        out.append(hex.formatHex(new String(hex.parseHex(line), Charset.forName(name)).getBytes("UTF-8"))).append("\\n");
    System.out.print(out);
  }
}
"""
# Not compared: iconv composes what it reads as CP1255, CP1258 and JOHAB, and dies of some bytes in UHC.
# (profile, encoding): the most lines of a thousand that may differ, and why.
AT_THE_END = "(at the end of a text Python waits for all bytes that a lead asks for before it looks at the second)"
KNOWN = {
    ("python-replace", "gb18030"): (25, AT_THE_END),
    ("python-ignore", "gb18030"): (25, AT_THE_END),
    ("python-replace", "euc-jp"): (4, AT_THE_END),
    ("python-ignore", "euc-jp"): (4, AT_THE_END),
    ("java", "gb18030"): (20, "(two bytes at the end that should be four)"),
    ("java", "euc-jp"): (30, "(8F takes two bytes with it)"),
}


def lines_of_text(rng: random.Random, count: int) -> list[bytes]:
    lines = []
    while len(lines) < count:
        text = " ".join(rng.sample(SENTENCES, rng.randint(1, 3)))
        start = rng.randrange(len(text))
        text = text[start : start + rng.randint(4, 80)]
        lines.append(text.encode(rng.choice(LEGACY), "ignore") if rng.random() < 0.3 else text.encode())
    return lines


def random_lines(rng: random.Random, count: int) -> list[bytes]:
    def byte() -> int:
        kind = rng.random()
        return rng.randrange(0x80, 0x100) if kind < 0.7 else rng.randrange(0x30, 0x3A) if kind < 0.85 else rng.randrange(0x20, 0x7F)

    return [bytes(byte() for _ in range(rng.randint(1, 10))) for _ in range(count)]


def ours(program: str, encoding: str, profile: str, lines: list[bytes]) -> list[str]:
    given = "".join(line.hex() + "\n" for line in lines)
    run = subprocess.run([program, encoding, profile], input=given, capture_output=True, text=True, check=True)
    return [bytes.fromhex(line).decode() for line in run.stdout.split("\n")[:-1]]


def iconv(encoding: str, lines: list[bytes]) -> list[str]:
    """One run over all lines, with marks between them; line feeds before a mark, so that a decoder may eat some."""
    given = b"".join(line + b"\n\n\n\n@%d\n" % i for i, line in enumerate(lines))
    run = subprocess.run(["iconv", "-c", "-f", encoding, "-t", "UTF-8"], input=given, capture_output=True)
    return [piece.strip("\n") for piece in re.split(r"\n@\d+\n", run.stdout.decode())[:-1]]


def node(encoding: str, lines: list[bytes]) -> list[str] | None:
    """None if this Node.js has another ICU."""
    given = "".join(line.hex() + "\n" for line in lines)
    run = subprocess.run(["node", "-e", NODE_PROGRAM, encoding], input=given, capture_output=True, text=True)
    return [bytes.fromhex(line).decode() for line in run.stdout.split("\n")[:-1]] if run.returncode == 0 else None


def java(encodings: list[str], lines: list[bytes]) -> list[list[str]]:
    """One list for each encoding; none if this is another Java."""
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/Decode.java"
        with open(path, "w") as file:
            file.write(JAVA_PROGRAM)
        given = "".join(line.hex() + "\n" for line in lines)
        run = subprocess.run(["java", path, *encodings], input=given, capture_output=True, text=True)
    texts = [bytes.fromhex(line).decode() for line in run.stdout.split("\n")[:-1]] if run.returncode == 0 else []
    return [texts[i : i + len(lines)] for i in range(0, len(texts), len(lines))]


def compare(name: str, encoding: str, lines: list[bytes], mine: list[str], theirs: list[str]) -> bool:
    assert len(mine) == len(theirs) == len(lines), (name, encoding, len(mine), len(theirs))
    bad = [(line, a, b) for line, a, b in zip(lines, mine, theirs) if a != b]
    allowed, reason = KNOWN.get((name, encoding), (0, ""))
    if len(bad) * 1000 <= allowed * len(lines) and (bad or not allowed):
        return True
    print(f"{name} {encoding}: {len(bad)} of {len(lines)} lines differ; {allowed} of a thousand allowed {reason}")
    for line, a, b in bad[:5]:
        print(f"  {line.hex(' ')}: ours {a!a}, theirs {b!a}")
    return False


def main() -> int:
    program = sys.argv[1]
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    lines = lines_of_text(rng, 1500) + random_lines(rng, 3000)
    good = True
    for encoding, codec in PYTHON.items():
        for errors in ("replace", "ignore"):
            profile = f"python-{errors}"
            theirs = [line.decode(codec, errors) for line in lines]
            good &= compare(profile, encoding, lines, ours(program, encoding, profile, lines), theirs)
        if encoding in MULTI_BYTE:
            continue
        lower = ours(program, encoding, "python-ignore+lower-cased", lines)
        theirs = ["".join(c.lower() if len(c.lower()) == 1 else c for c in line.decode(codec, "ignore")) for line in lines]
        good &= compare("lower-cased", encoding, lines, lower, theirs)
    if shutil.which("iconv"):
        # A line feed ends each line: the end of a text inside a character is not what is compared here.
        for encoding, codec in ICONV.items():
            mine = [text.strip("\n") for text in ours(program, encoding, "iconv-c", [line + b"\n\n\n\n" for line in lines])]
            good &= compare("iconv-c", encoding, lines, mine, iconv(codec, lines))
    if shutil.which("node"):
        # Node.js 20 drops FF at the head of what it reads as windows-1252.
        headed = [line for line in lines if line[:1] != b"\xff"]
        for encoding in NODE:
            theirs = node(encoding, headed)
            if theirs is not None:
                good &= compare("icu", encoding, headed, ours(program, encoding, "icu", headed), theirs)
    if shutil.which("java"):
        for encoding, theirs in zip(JAVA, java(list(JAVA.values()), lines)):
            good &= compare("java", encoding, lines, ours(program, encoding, "java", lines), theirs)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

"""The development set of `unbake decode`: bytes, and the text that they are.

Groups:
  pieces   clean text in the encodings that its language is met in, 60, 300 and 2000 characters long
  twins    the tutors and menus of Debian's vim-runtime in old encodings, with the same text in UTF-8 beside them
  stray    UTF-8 with bytes of another encoding in some lines; the other lines must stay whole
  mixed    a text whose paragraphs are in different encodings
"""
import pathlib
import random
import re

SIZES = (60, 300, 2000)
PIECES_A_ROW = 3

WESTERN = ["cp1252", "latin-1", "iso8859-15", "mac-roman", "cp850"]
CENTRAL = ["cp1250", "iso8859-2", "cp852", "mac-latin2"]
CYRILLIC = ["cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic"]
# The encodings that a language is met in beside Unicode, by their names in Python.
NATIVE = {
    **dict.fromkeys(["fr", "de", "es", "it", "pt", "pt-BR", "sv", "da", "fi", "nb", "nl", "is", "ca"], WESTERN),
    **dict.fromkeys(["cs", "pl", "sk", "hu", "sl", "hr"], CENTRAL),
    "ro": ["cp1250", "iso8859-2", "iso8859-16", "cp852"],
    **dict.fromkeys(["ru", "bg", "be", "mk", "sr"], CYRILLIC),
    "uk": ["cp1251", "koi8-u", "iso8859-5", "mac-cyrillic"],
    "el": ["cp1253", "iso8859-7", "cp737", "mac-greek"],
    "tr": ["cp1254", "iso8859-9", "cp857", "mac-turkish"],
    "et": ["cp1257", "iso8859-13", "cp775"],
    "lv": ["cp1257", "iso8859-13", "cp775", "iso8859-4"],
    "lt": ["cp1257", "iso8859-13", "cp775", "iso8859-4"],
    "he": ["cp1255", "iso8859-8", "cp862"],
    "ar": ["cp1256", "iso8859-6"],
    "fa": ["cp1256"],
    "th": ["cp874", "tis-620"],
    "vi": ["cp1258"],
    "kk": ["kz1048", "ptcp154"],
    "ja": ["cp932", "euc-jp", "iso2022-jp"],
    "ko": ["cp949", "euc-kr", "johab", "iso2022-kr"],
    "zh-Hans": ["gbk", "gb18030", "hz"],
    "zh-Hant": ["big5"],
    "yue": ["big5hkscs"],
}
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7"]
STRAY = {"fr": "cp1252", "de": "cp1252", "es": "cp1252", "pl": "cp1250", "cs": "cp1250", "ru": "cp1251", "el": "cp1253",
         "tr": "cp1254", "ja": "cp932", "zh-Hans": "gbk", "ko": "cp949", "sv": "cp1252"}
VIM = pathlib.Path("/usr/share/vim/vim90")
VIM_ENCODINGS = {"cp1250": "cp1250", "cp1251": "cp1251", "cp737": "cp737", "euc": None, "sjis": "cp932", "iso9": "iso8859-9",
                 "big5": "big5", "latin1": "latin-1", "iso_8859-2": "iso8859-2", "iso_8859-9": "iso8859-9", "koi8-r": "koi8-r",
                 "koi8-u": "koi8-u", "gb2312": "gb2312", "936": "gbk", "950": "big5", "eucjp": "euc-jp", "euckr": "euc-kr"}


class Item:
    """Bytes and what they are; `labels` are group, language, encoding and size."""

    __slots__ = ("bytes", "truth", "group", "lang", "encoding", "size", "whole")

    def __init__(self, data, truth, group, lang, encoding, size, whole=None):
        self.bytes, self.truth, self.group, self.lang, self.encoding, self.size = data, truth, group, lang, encoding, size
        self.whole = whole  # of a stray text: the numbers of the lines that must stay as they are

    def label(self, key):
        return str(getattr(self, key))


def encoded(text, encoding):
    """The bytes, if they are the text again; Vietnamese is written with combining marks as windows-1258 has them."""
    if encoding == "cp1258":
        text = vietnamese(text)
    try:
        data = text.encode(encoding)
        return (data, text) if data.decode(encoding).lstrip("\ufeff") == text else None
    except UnicodeError:
        return None


def vietnamese(text):
    import unicodedata
    marks = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for character in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", character)
        tone = [mark for mark in parts if mark in marks]
        rest = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in marks))
        out.append(rest + "".join(tone))
    return "".join(out)


def piece(lines, size, encoding, chance):
    """A stretch of the text with something beyond ASCII in it, which the encoding has."""
    for _ in range(60):
        start, text = chance.randrange(len(lines)), ""
        while len(text) < size and start < len(lines):
            line = lines[start]
            start += 1
            if encoded(line, encoding):
                text += line + "\n"
        text = text[:size].strip()
        made = encoded(text, encoding) if len(text) > size * 0.8 and not text.isascii() else None
        if made:
            return made
    return None


def pieces(text_folder, chance):
    for lang, encodings in sorted(NATIVE.items()):
        path = text_folder / "dev" / f"{lang}.txt"
        if not path.exists():
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        for encoding in [*encodings, "utf-8", chance.choice(UNICODE[1:])]:
            for size in SIZES:
                for _ in range(PIECES_A_ROW):
                    made = piece(lines, size, encoding, chance)
                    if made:
                        yield Item(*made, "pieces", lang, encoding, size)


def strays(text_folder, chance):
    for lang, other in sorted(STRAY.items()):
        path = text_folder / "dev" / f"{lang}.txt"
        if not path.exists():
            continue
        usable = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.isascii() and encoded(line, other)]
        for count in (1, 1, 2, 3):
            start = chance.randrange(max(1, len(usable) - 30))
            lines = usable[start:start + 30]
            data = [line.encode() for line in lines]
            hit = set(chance.sample(range(len(lines)), count))
            for number in hit:
                places = [i for i, c in enumerate(lines[number]) if ord(c) >= 0x80]
                at = chance.choice(places)
                line = lines[number]
                data[number] = line[:at].encode() + line[at].encode(other) + line[at + 1:].encode()
            yield Item(b"\n".join(data), "\n".join(lines), "stray", lang, "utf-8", 2000,
                       [n for n in range(len(lines)) if n not in hit])


def mixed(text_folder, chance):
    for lang, other in sorted(STRAY.items()):
        path = text_folder / "dev" / f"{lang}.txt"
        if not path.exists():
            continue
        usable = [line for line in path.read_text(encoding="utf-8").splitlines()
                  if len(line) > 30 and not line.isascii() and encoded(line, other)]
        for _ in range(3):
            start = chance.randrange(max(1, len(usable) - 24))
            lines = usable[start:start + 24]
            data = [line.encode(other if n // 6 % 2 else "utf-8") for n, line in enumerate(lines)]
            yield Item(b"\n".join(data), "\n".join(lines), "mixed", lang, f"utf-8+{other}", 2000)


def same(a, b):
    return re.sub(r"\s", "", a) == re.sub(r"\s", "", b)


def twins():
    """Old files beside which the same text stands in UTF-8; menus say their encoding in a line that differs."""
    for path in sorted([*VIM.glob("tutor/tutor.*"), *VIM.glob("lang/menu_*")]):
        parts = path.name.removesuffix(".vim").split(".")
        if parts[-1] in ("utf-8", "ascii", "tutor", "vim") or len(parts) < 2 or path.is_symlink():
            continue
        data = path.read_bytes()
        if data.isascii():
            continue
        lang = parts[0].removeprefix("menu_") if parts[0] != "tutor" else parts[1]
        known = VIM_ENCODINGS.get(parts[-1])
        if known is None:
            if parts[0] != "tutor":
                continue
            known = {"ja": "euc-jp", "ko": "euc-kr", "zh": "gb2312", "el": "iso8859-7", "ru": "koi8-r"}.get(lang)
            known = known or ("iso8859-2" if lang in ("cs", "hr", "hu", "pl", "sk") else "latin-1")
        try:
            truth = data.decode({"gb2312": "gbk"}.get(known, known))
        except UnicodeError:
            continue
        twin = VIM / "tutor" / f"tutor.{lang}.utf-8"
        # Only what is proven to be in that encoding: most of its words are in the twin.
        if parts[0] == "tutor" and twin.exists():
            words = set(re.findall(r"\w+", twin.read_text(encoding="utf-8", errors="replace")))
            mine = set(w for w in re.findall(r"\w+", truth) if not w.isascii())
            if len(mine - words) > 0.4 * len(mine):
                continue
        yield Item(data, truth, "twins", lang, known, "file")


def make(text_folder, seed):
    chance = random.Random(seed)
    items = list(twins())
    if text_folder:
        items += [*pieces(text_folder, chance), *strays(text_folder, chance), *mixed(text_folder, chance)]
    return items

#!/usr/bin/env python3
"""Makes the cases that are made: sentences of corpus/clean, damaged as GROUPS says, one file a subject.

usage: make_cases.py [OUT]     OUT is the folder of this script if not given

A row is {"id", "mojibake", "truth", "path", "profile", "lang", "scope", "more", "note"}, all strings. `scope` is `whole` if
all of `truth` was damaged (baking it gives `mojibake`), `span` if a part was. `more` is `yes` if one more layer
of damage on top must be undone as well. The files negative, unrecoverable, by-hand and known-failures are written by hand.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
sys.path.insert(0, str(CORPUS))
from damage import bake, layers

LOST_AFTERWARDS = ("replace", "ignore", "+")


def sentences(lang):
    return (CORPUS / "clean" / f"{lang}.txt").read_bytes().decode().splitlines()


def first_words(sentence, limit=28):
    """Beginnings of the sentence: the words that fit in `limit` characters, or a few characters where there are no words."""
    if " " not in sentence:
        return [sentence[:length] for length in range(12, 5, -1)]
    words = sentence.split(" ")
    while len(words) > 1 and len(" ".join(words)) > limit:
        words.pop()
    return [" ".join(words)]


def pieces(lang, size, start):
    lines = sentences(lang)
    lines = lines[start % len(lines):] + lines[: start % len(lines)]
    if size == "short":
        return [piece for line in lines for piece in first_words(line)]
    if size == "line":
        return lines
    return ["\n".join(lines[i:i + 5]) for i in range(len(lines) - 4)]


def loses(text, path, profile):
    """True if the damaged form has fewer characters than it would have with nothing lost."""
    try:
        return bake(text, path, profile) != bake(text, path, "whatwg")
    except UnicodeError:
        return True


def choose(lang, size, start, path, profile):
    """The first piece from `start` on that the path can carry, is damaged by it, and loses bytes if the profile is to."""
    lossy = any(mark in profile for mark in LOST_AFTERWARDS)
    for piece in pieces(lang, size, start):
        try:
            damaged = bake(piece, path, profile)
        except UnicodeError:
            continue
        changed = damaged != piece and any(ord(c) > 127 for c in piece)
        if changed and lossy == loses(piece, path, profile) and (lossy or "\ufffd" not in damaged):
            return piece, damaged
    raise SystemExit(f"no {size} of {lang} fits {path} ({profile})")


# subject: [(path, profile, sizes, languages)]
GROUPS = {
    "utf-8-as-windows-1252": [
        ("utf-8>windows-1252", "whatwg", "line", "en fr de es pt it nl sv da nb fi is ca pl cs sk hu ro hr lt tr el ru uk "
                                                 "he ar fa hi bn ta th vi ka hy zh-Hans zh-Hant ja ko"),
        ("utf-8>windows-1252", "whatwg", "short", "en fr de es pt nl sv is pl hu ru el he vi zh-Hans"),
        ("utf-8>windows-1252", "whatwg", "text", "en fr cs ar"),
        ("utf-8>iso-8859-1", "whatwg", "line", "fr es fi ja"),
    ],
    "utf-8-as-other-pages": [
        ("utf-8>windows-1250", "whatwg", "line", "pl cs sk hu hr sl ro de"),
        ("utf-8>windows-1251", "whatwg", "line", "ru uk bg sr be mk en de tr"),
        ("utf-8>windows-1251", "whatwg", "short", "ru uk"),
        ("utf-8>windows-1253", "whatwg", "line", "el de"),
        ("utf-8>windows-1254", "whatwg", "line", "tr ru ja"),
        ("utf-8>windows-1255", "whatwg", "line", "he en"),
        ("utf-8>windows-1256", "whatwg", "line", "ar fa fr"),
        ("utf-8>windows-1257", "whatwg", "line", "lv et"),
        ("utf-8>windows-1258", "whatwg", "line", "vi fr"),
        ("utf-8>windows-874", "whatwg", "line", "th"),
        ("utf-8>iso-8859-2", "whatwg", "line", "pl cs hu"),
        ("utf-8>iso-8859-5", "whatwg", "line", "ru"),
        ("utf-8>iso-8859-7", "whatwg", "line", "el"),
        ("utf-8>iso-8859-9", "whatwg", "line", "tr"),
        ("utf-8>iso-8859-15", "whatwg", "line", "fr fi"),
        ("utf-8>koi8-r", "whatwg", "line", "ru en"),
        ("utf-8>ibm437", "whatwg", "line", "en de es fr"),
        ("utf-8>ibm850", "whatwg", "line", "de pt"),
        ("utf-8>ibm852", "whatwg", "line", "pl cs"),
        ("utf-8>ibm866", "whatwg", "line", "ru uk"),
        ("utf-8>macintosh", "whatwg", "line", "fr de es en"),
        ("utf-8>macintosh", "whatwg", "short", "fr it"),
        ("utf-8>x-mac-cyrillic", "whatwg", "line", "ru"),
        ("utf-8>mac-latin2", "whatwg", "line", "pl"),
    ],
    "utf-8-as-cjk": [
        ("utf-8>gbk", "whatwg", "line", "fr de es pt it sv tr pl cs ru uk el he ar en"),
        ("utf-8>gbk", "whatwg", "short", "en fr de ru zh-Hans ja"),
        ("utf-8>gb18030", "whatwg", "line", "es ro"),
        ("utf-8>shift_jis", "whatwg", "line", "en"),
        ("utf-8>shift_jis", "whatwg", "short", "zh-Hans ja"),
        ("utf-8>euc-kr", "whatwg", "line", "fr de"),
        ("utf-8>big5", "whatwg", "line", "de it"),
    ],
    "utf-8-as-gbk-lossy": [
        ("utf-8>gbk", "python-ignore", "line", "en de nl sv fi fr es pl cs hu ru da it"),
        ("utf-8>gbk", "python-replace", "line", "en de fr tr uk"),
        ("utf-8>gbk", "python-replace+replacement-to-question", "line", "en sv pt"),
        ("utf-8>gbk", "python-ignore", "text", "en de"),
    ],
    "lost-bytes": [
        ("utf-8>windows-1252", "python-ignore", "line", "en es lv hr"),
        ("utf-8>windows-1252", "python-replace", "line", "en sv pl cs pt"),
        ("utf-8>windows-1252", "python-replace+replacement-to-question", "line", "en fi"),
        ("utf-8>windows-1252", "whatwg+nbsp-to-space", "line", "fr pt it ca"),
        ("utf-8>windows-1252", "whatwg+c1-stripped", "line", "en vi pl"),
        ("utf-8>windows-1252", "whatwg+soft-hyphen-removed", "line", "es cs"),
        ("utf-8>windows-1251", "python-ignore", "line", "ru bg"),
        ("utf-8>windows-1251", "python-replace", "line", "ru"),
        ("utf-8>windows-1251", "whatwg+nbsp-to-space", "line", "ru uk"),
        ("utf-8>shift_jis", "python-ignore", "line", "en fr ja"),
        ("utf-8>shift_jis", "python-replace", "line", "en de"),
    ],
    "legacy-as-legacy": [
        ("windows-1251>windows-1252", "whatwg", "line", "ru uk bg sr"),
        ("windows-1251>iso-8859-1", "whatwg", "line", "ru"),
        ("windows-1251>windows-1252", "whatwg", "short", "ru bg"),
        ("koi8-r>windows-1251", "whatwg", "line", "ru"),
        ("koi8-r>windows-1252", "whatwg", "line", "ru"),
        ("windows-1251>koi8-r", "whatwg", "line", "ru"),
        ("ibm866>windows-1251", "whatwg", "line", "ru"),
        ("windows-1251>ibm866", "whatwg", "line", "ru"),
        ("x-mac-cyrillic>macintosh", "whatwg", "line", "ru"),
        ("windows-1253>windows-1252", "whatwg", "line", "el"),
        ("windows-1255>windows-1252", "whatwg", "line", "he"),
        ("windows-1256>windows-1252", "whatwg", "line", "ar"),
        ("windows-874>windows-1252", "whatwg", "line", "th"),
        ("windows-1250>windows-1252", "whatwg", "line", "pl cs hu"),
        ("windows-1254>windows-1252", "whatwg", "line", "tr"),
        ("gbk>windows-1252", "whatwg", "line", "zh-Hans"),
        ("gbk>windows-1252", "whatwg", "short", "zh-Hans"),
        ("big5>windows-1252", "whatwg", "line", "zh-Hant"),
        ("shift_jis>windows-1252", "whatwg", "line", "ja"),
        ("euc-jp>iso-8859-1", "whatwg", "line", "ja"),
        ("euc-kr>windows-1252", "whatwg", "line", "ko"),
        ("shift_jis>gbk", "whatwg", "line", "ja"),
        ("macintosh>windows-1252", "whatwg", "line", "fr de"),
        ("ibm850>windows-1252", "whatwg", "line", "fr de es"),
        ("windows-1252>macintosh", "whatwg", "line", "fr es"),
        ("windows-1252>ibm850", "whatwg", "line", "de pt"),
        ("ibm852>windows-1250", "whatwg", "line", "pl"),
    ],
    "layers": [
        ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg", "line", "en fr de es pl ru ja el"),
        ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg", "short", "fr pt de"),
        ("utf-8>iso-8859-1 | utf-8>windows-1252", "whatwg", "line", "fr sv"),
        ("utf-8>windows-1252 | utf-8>iso-8859-1", "whatwg", "line", "es"),
        ("utf-8>windows-1252 | utf-8>windows-1252 | utf-8>windows-1252", "whatwg", "line", "en fr cs"),
        ("utf-8>windows-1251 | utf-8>windows-1251", "whatwg", "line", "ru uk"),
        ("utf-8>gbk | utf-8>windows-1252", "whatwg", "line", "de ru"),
        ("utf-8>windows-1252 | utf-8>gbk", "whatwg", "line", "fr"),
        ("utf-8>macintosh | utf-8>windows-1252", "whatwg", "line", "fr it"),
        ("utf-8>windows-1252 | utf-8>macintosh", "whatwg", "line", "de"),
        ("utf-8>windows-1252 | utf-8>windows-1251", "whatwg", "line", "es"),
        ("windows-1251>windows-1252 | utf-8>windows-1252", "whatwg", "line", "ru"),
        ("gbk>windows-1252 | utf-8>windows-1252", "whatwg", "line", "zh-Hans"),
        ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg", "text", "en it"),
    ],
}

# Clean text in one language, a damaged stretch in another, clean text again: (path, profile, around, damaged, joint)
SPANS = [
    ("utf-8>windows-1252", "whatwg", "en", "fr", "\n"),
    ("utf-8>windows-1252", "whatwg", "de", "de", "\n"),
    ("utf-8>windows-1252", "whatwg", "fr", "es", " "),
    ("utf-8>windows-1252", "whatwg", "ru", "en", "\n"),
    ("utf-8>windows-1252", "whatwg", "ja", "ja", "\n"),
    ("utf-8>windows-1252", "whatwg", "vi", "vi", "\n"),
    ("utf-8>windows-1250", "whatwg", "pl", "pl", "\n"),
    ("utf-8>windows-1251", "whatwg", "ru", "ru", "\n"),
    ("utf-8>windows-1251", "whatwg", "uk", "en", " "),
    ("utf-8>windows-1254", "whatwg", "tr", "tr", "\n"),
    ("utf-8>ibm437", "whatwg", "en", "en", "\n"),
    ("utf-8>ibm850", "whatwg", "pt", "pt", "\n"),
    ("utf-8>macintosh", "whatwg", "fr", "fr", "\n"),
    ("utf-8>macintosh", "whatwg", "it", "fr", " "),
    ("utf-8>gbk", "whatwg", "zh-Hans", "fr", "\n"),
    ("utf-8>gbk", "whatwg", "de", "tr", "\n"),
    ("utf-8>gbk", "python-ignore", "zh-Hans", "en", "\n"),
    ("utf-8>gbk", "python-ignore", "en", "en", "\n"),
    ("utf-8>gbk", "python-replace", "fr", "en", "\n"),
    ("utf-8>shift_jis", "python-ignore", "ja", "en", "\n"),
    ("utf-8>koi8-r", "whatwg", "ru", "ru", "\n"),
    ("windows-1251>windows-1252", "whatwg", "ru", "ru", "\n"),
    ("gbk>windows-1252", "whatwg", "zh-Hans", "zh-Hans", "\n"),
    ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg", "en", "fr", "\n"),
    ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg", "es", "es", "\n"),
]


def undoable_below_one_more(path, profile):
    """The layers that are tried are three, and the first of them must be of UTF-8."""
    return profile == "whatwg" and len(layers(path)) < 3 and path.startswith("utf-8")


def group_rows(subject):
    start = 0
    for path, profile, size, langs in GROUPS[subject]:
        for lang in langs.split():
            start += 1
            truth, damaged = choose(lang, size, start, path, profile)
            yield {"mojibake": damaged, "truth": truth, "path": path, "profile": profile, "lang": lang, "scope": "whole",
                   "more": "yes" if undoable_below_one_more(path, profile) else "no", "note": size}


def span_rows():
    for start, (path, profile, around, lang, joint) in enumerate(SPANS):
        before, after = pieces(around, "line", start)[:2]
        truth, damaged = choose(lang, "line", start + 5, path, profile)
        yield {"mojibake": joint.join((before, damaged, after)), "truth": joint.join((before, truth, after)), "path": path,
               "profile": profile, "lang": lang, "scope": "span", "more": "no", "note": f"inside clean text ({around})"}


def main():
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    out.mkdir(parents=True, exist_ok=True)
    for subject in [*GROUPS, "spans"]:
        rows = span_rows() if subject == "spans" else group_rows(subject)
        with open(out / f"{subject}.jsonl", "w", encoding="utf-8", newline="\n") as file:
            for number, row in enumerate(rows, 1):
                file.write(json.dumps({"id": f"{subject}-{number}", **row}, ensure_ascii=False) + "\n")


main()

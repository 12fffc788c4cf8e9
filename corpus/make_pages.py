#!/usr/bin/env python3
"""Makes pages/NAME.damaged.txt from pages/NAME.truth.txt.

usage: make_pages.py [OUT]     OUT is `pages` beside this script if not given

A page is damaged in places: each place is a piece of its text, from the words `first` to the words `last`, that was
stored in one encoding and read in another before it came onto the page.
"""
import pathlib
import sys

sys.dont_write_bytecode = True
from damage import bake

HERE = pathlib.Path(__file__).resolve().parent

GBK = ("utf-8>gbk", "python-ignore")
LATIN = ("utf-8>windows-1252", "whatwg")
LATIN_IGNORE = ("utf-8>windows-1252", "python-ignore")
LATIN_TWICE = ("utf-8>windows-1252 | utf-8>windows-1252", "whatwg")
MAC = ("utf-8>macintosh", "whatwg")
CYRILLIC = ("utf-8>windows-1251", "whatwg")
CENTRAL = ("utf-8>windows-1250", "whatwg")
JAPANESE = ("utf-8>shift_jis", "python-ignore")
GREEK = ("windows-1253>windows-1252", "whatwg")

# page: (first words, last words, damage)
PAGES = {
    "harbour-news": [
        ("The island", "at a time.", GBK),
        ("“They asked", "believed me.”", GBK),
    ],
    "garden-shop": [
        ("Startseite", "Scheren", LATIN),
        ("Preis: 24,90", "Stahl.", LATIN),
        ("Preis: 17,50", "Fensterbank.", LATIN),
        ("„Endlich eine", "anonym", LATIN),
        ("Thermometer für", "±0,5 °C", LATIN),
        ("© Grünhof", "Geschäftsbedingungen", LATIN_TWICE),
    ],
    "onion-tart": [
        ("- 1 pâte", "- 80\u00a0g de gruyère râpé", LATIN),
        ("1. Préchauffer", "brûler.", LATIN),
        ("4. Battre", "tièdes.", LATIN),
        ("Mélanie", "comté.\u00a0»", MAC),
        ("Benoît\u00a0:", "goût.\u00a0»", LATIN),
        ("Aïcha", "fois.\u00a0»", LATIN_TWICE),
    ],
    "night-train-forum": [
        ("Zawsze jadę", "gdzie jest.", CENTRAL),
        ("Мы ехали", "туман.", CYRILLIC),
        ("Aqui já", "às três.", LATIN),
        ("我坐过", "安静。", LATIN),
        ("That’s the one", "night’s sleep.", JAPANESE),
        ("Το δικό", "δεν βιάζεται.", GREEK),
    ],
    "kettle-changelog": [
        ("- The bell", "Wójcik).", LATIN),
        ("- Times like", "repeats.", LATIN),
        ("- New translations", "日本語.", LATIN),
        ("- The manual page", "Ægidius.", LATIN_TWICE),
        ("- “Second cup”", "took…", GBK),
        ("- Colours follow", "them all.", LATIN),
    ],
    "mill-poem": [("Stał nad", "już legł.", CENTRAL), ("Übersetzung", "Grüßen", LATIN)],
    "lift-notice": [
        ("B blokundaki", "bırakabilirsiniz.", GBK),
        ("Ліфт у", "двері 4).", GBK),
        ("Rückfragen", "Özgür", LATIN),
    ],
    "tide-subtitles": [
        ("♪ The tide goes out, the tide comes in ♪", "comes in ♪", LATIN_IGNORE),
        ("“You’re early", "early here.”", LATIN_IGNORE),
        ("My father", "a poet.", LATIN_IGNORE),
        ("“When the tide", "That’s all.", LATIN_IGNORE),
        ("Then let’s", "its mind.", LATIN_IGNORE),
    ],
}


def damaged(page, truth):
    done = 0
    out = ""
    for first, last, (path, profile) in PAGES[page]:
        begin = truth.index(first, done)
        end = truth.index(last, begin) + len(last)
        out += truth[done:begin] + bake(truth[begin:end], path, profile)
        done = end
    return out + truth[done:]


def main():
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pages"
    out.mkdir(parents=True, exist_ok=True)
    for page in PAGES:
        truth = (HERE / "pages" / f"{page}.truth.txt").read_bytes().decode()
        (out / f"{page}.damaged.txt").write_bytes(damaged(page, truth).encode())


main()

#!/usr/bin/env python3
"""Makes baked/PATH/LANG.txt from clean/LANG.txt: the same text, damaged along PATH without losing a byte.

usage: make_baked.py [OUT]     OUT is `baked` beside this script if not given
"""
import pathlib
import sys

sys.dont_write_bytecode = True
from damage import bake, slug

HERE = pathlib.Path(__file__).resolve().parent

# path: languages. The wrong pages are those that readers of these languages set.
PATHS = {
    "utf-8>windows-1252": "en fr de es pt it nl sv da nb fi is ca pl cs ru el tr he ar hi th vi zh-Hans ja ko",
    "utf-8>iso-8859-1": "fr de es pt fi",
    "utf-8>windows-1250": "pl cs sk hu hr sl ro de",
    "utf-8>windows-1251": "ru uk bg sr be mk en de",
    "utf-8>windows-1254": "tr fr de",
    "utf-8>windows-1258": "vi fr",
    "utf-8>iso-8859-2": "pl cs hu",
    "utf-8>koi8-r": "ru en",
    "utf-8>koi8-u": "uk",
    "utf-8>macintosh": "fr de es pt it en",
    "utf-8>ibm437": "en de fr es",
    "utf-8>ibm850": "fr de es",
    "utf-8>ibm852": "pl cs",
    "utf-8>ibm866": "ru uk",
    "windows-1251>windows-1252": "ru bg",
    "gbk>windows-1252": "zh-Hans",
    "big5>windows-1252": "zh-Hant",
    "shift_jis>windows-1252": "ja",
    "euc-kr>windows-1252": "ko",
    "utf-8>windows-1252 | utf-8>windows-1252": "en fr de es cs ru",
    "utf-8>windows-1251 | utf-8>windows-1251": "ru",
    "utf-8>windows-1252 | utf-8>windows-1252 | utf-8>windows-1252": "en fr",
}


def main():
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "baked"
    for path, languages in PATHS.items():
        folder = out / slug(path)
        folder.mkdir(parents=True, exist_ok=True)
        for language in languages.split():
            text = (HERE / "clean" / f"{language}.txt").read_bytes().decode()
            baked = bake(text, path, "whatwg")
            assert "\ufffd" not in baked, f"{path} loses bytes of {language}"
            (folder / f"{language}.txt").write_bytes(baked.encode())


main()

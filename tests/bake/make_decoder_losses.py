#!/usr/bin/env python3
"""Turns a table of what decoders make of misread UTF-8 into tests/cases/decoder-losses.jsonl.

usage: make_decoder_losses.py TABLE.md > tests/cases/decoder-losses.jsonl

The data came from running the decoders; nothing in it was derived from our own tables:
  whatwg          the npm packages @exodus/bytes and text-encoding (a polyfill of the WHATWG Encoding Standard)
  icu             TextDecoder of Node.js 20 (ICU 78.2)
  python-replace  Python 3.11, errors="replace"; python-ignore: errors="ignore"
                  (big5, cp932 for shift_jis, cp949 for euc-kr, euc_jp, gbk, gb18030)
  java            Java 17 (windows-31j for shift_jis, x-windows-949 for euc-kr)
  iconv-c         GNU libc 2.36, iconv -c
  iconv-lite      the npm package iconv-lite

TABLE.md has a heading per encoding and a row per text: its name, its UTF-8 bytes, and what each decoder made of them,
where <XX> is a C1 control, U+00A0, U+00AD, U+FFFD or a private-use character in hexadecimal, `-` "was not run".
The output is one JSON object a line: {"encoding", "text", and the decoders that were run}, all in ASCII.
"""
import json
import re
import sys

COLUMNS = ["whatwg", "icu", "python-replace", "python-ignore", "java", "iconv-c", "iconv-lite"]


def unescape(cell: str) -> str:
    assert cell[0] == cell[-1] == "`", cell
    return re.sub(r"<([0-9A-F]{2,5})>", lambda m: chr(int(m.group(1), 16)), cell[1:-1])


def main() -> None:
    encoding = ""
    for line in open(sys.argv[1], encoding="utf-8"):
        if line.startswith("## "):
            encoding = line[3:].strip()
        if not re.match(r"\| \w+\+'", line):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split(" | ")]
        cells[-1] = cells[-1].removesuffix("|").strip()
        assert len(cells) == 2 + len(COLUMNS), line
        vector = {"encoding": encoding, "text": bytes.fromhex(cells[1]).decode("utf-8")}
        for column, cell in zip(COLUMNS, cells[2:]):
            if cell != "`-`":
                vector[column] = unescape(cell)
        print(json.dumps(vector))


if __name__ == "__main__":
    main()

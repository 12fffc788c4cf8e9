#!/usr/bin/env python3
"""Parse the page of a report: its elements are the ones it is made of, whatever it shows, and it asks for nothing outside.

usage: page_test.py PROGRAM
"""
import html.parser
import sys
import tempfile

import hostile_tree

VOID = {"meta", "input"}
KNOWN = VOID | {"html", "head", "title", "style", "body", "main", "h1", "h2", "p", "div", "b", "span", "section", "button",
                "code", "i", "details", "summary", "bdi", "mark", "script"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.faults = []
        self.counts = {}
        self.marks = []

    def handle_starttag(self, tag, attrs):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in KNOWN:
            self.faults.append(f"an element {tag}")
        for name, value in attrs:
            if name in ("src", "href") or name.startswith("on"):
                self.faults.append(f"an attribute {name}={value}")
        if tag == "mark":
            self.marks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if self.open and self.open[-1] == "mark":
            self.marks[-1] += data
        for sign in ("\x1b", "\x00", "\u202e", "\ufffd"):
            if sign in data:
                self.faults.append(f"{sign!r} in plain sight")


def main():
    with tempfile.TemporaryDirectory() as folder:
        text = hostile_tree.make_page(sys.argv[1], folder).read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    page.close()
    faults = page.faults + [f"<{tag}> is not closed" for tag in page.open]
    if page.counts.get("script") != 1:
        faults.append(f"{page.counts.get('script')} scripts")
    if page.counts.get("details") != 3:
        faults.append(f"{page.counts.get('details')} files")
    if len(page.marks) != 2 * hostile_tree.REPAIRS:
        faults.append(f"{len(page.marks)} marks")
    for wanted in ("\u00c3\u00a9", "\u00e9", "\u9225\u6a9a", "\u2019s"):
        if wanted not in page.marks:
            faults.append(f"{wanted!r} is not marked")
    for outside in ("http:", "https:", "url(", "@import"):
        if outside in text:
            faults.append(f"it asks for something outside: {outside}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Look at the page of a report in headless Chromium: its script runs, filter and search work, nothing that it shows does
anything, and it is light or dark as the reader wants. Skipped (77) where there is no Chromium.

usage: browser_test.py PROGRAM FOLDER_FOR_SCREENSHOTS
"""
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

import hostile_tree

COMMAND = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1100,1400",
           "--virtual-time-budget=3000"]


def dom(browser, page, script=""):
    """The page as it is when `script` has run behind its own."""
    changed = page.with_name("changed.html")
    text = page.read_text(encoding="utf-8")
    changed.write_text(text.replace("</main>", f"<script>{script}</script></main>"), encoding="utf-8")
    result = subprocess.run([browser, *COMMAND, "--dump-dom", changed.as_uri()], capture_output=True, timeout=120, check=True)
    return result.stdout.decode("utf-8", "replace")


def shown(text):
    return int(re.search(r'id="shown"[^>]*>(\d+) shown', text)[1])


def corner(png):
    """Red, green and blue of the first pixel."""
    data = png.read_bytes()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    return tuple(zlib.decompress(packed)[1:4])  # the first byte says how the row is filtered


def screenshot(browser, page, target, dark):
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else ["--blink-settings=preferredColorScheme=1"]
    subprocess.run([browser, *COMMAND, *scheme, f"--screenshot={target}", page.as_uri()], capture_output=True, timeout=120,
                   check=True)
    return corner(target)


def main():
    program, target = sys.argv[1], pathlib.Path(sys.argv[2])
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("skipped: there is no chromium; apt-get install chromium")
        return 77
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        page = hostile_tree.make_page(program, folder)
        expected = hostile_tree.REPAIRS
        plain = dom(browser, page, "document.title = String(window.broken) + document.images.length;")
        if shown(plain) != expected or "<title>undefined0</title>" not in plain:
            faults.append("the page shows too little, or what it shows runs")
        search = "var s = document.getElementById('search'); s.value = '%s'; s.dispatchEvent(new Event('input'));"
        for words, count in (("menu.json", 2), ("MENU deux", 1), ("nowhere", 0)):
            found = shown(dom(browser, page, search % words))
            if found != count:
                faults.append(f"searching {words} shows {found}, not {count}")
        found = shown(dom(browser, page, "document.querySelector('[data-kind=\"utf-8>gbk\"]').click();"))
        if found != 2:
            faults.append(f"the kind shows {found}, not 2")
        light = screenshot(browser, page, target / "report-light.png", False)
        dark = screenshot(browser, page, target / "report-dark.png", True)
        if sum(light) < 600 or sum(dark) > 150:
            faults.append(f"light is {light}, dark is {dark}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

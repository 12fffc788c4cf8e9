"""The real clients, at a server that lies of the charset of its pages."""
import io
import json
import subprocess
import sys
import tempfile
import unittest
import urllib.request

import bs4
import httpx
import requests
import w3lib.encoding
from liar import PAGES, PICTURE, Liar
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import unbake
from unbake.web import decode_page, decode_response, detect_encoding
from unbake.web.soup import Dammit, make_soup
from unbake.web.w3lib import auto_detect_fun, html_to_unicode
from unbake.web.warc import decode_record, read_pages


class WebTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Liar()
        cls.address = cls.server.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def check_lines(self, path, text):
        for line in PAGES[path][2]:
            self.assertIn(f"<p>{line}</p>", text, path)

    def test_requests(self):
        with requests.Session() as session:
            for path in PAGES:
                self.check_lines(path, decode_response(session.get(self.address + path)).text)
            with self.assertRaises(unbake.Binary):
                decode_response(session.get(self.address + "/picture"))

    def test_httpx(self):
        with httpx.Client(default_encoding=detect_encoding, trust_env=False) as client:
            for path in PAGES:
                self.check_lines(path, decode_response(client.get(self.address + path)).text)
            for path in ("/none", "/none-japanese"):  # httpx itself asks where nothing is declared
                self.check_lines(path, client.get(self.address + path).text)

    def test_w3lib(self):
        for path, (kind, body, _) in PAGES.items():
            self.check_lines(path, html_to_unicode(kind, body)[1])
        for path in ("/none", "/none-japanese"):
            kind, body, _ = PAGES[path]
            encoding, text = w3lib.encoding.html_to_unicode(kind, body, auto_detect_fun=auto_detect_fun)
            self.check_lines(path, text)
            self.assertEqual(encoding, auto_detect_fun(body))
        self.assertIsNone(auto_detect_fun(PICTURE))
        self.assertEqual(html_to_unicode("text/html", PICTURE, "latin-1"), ("latin-1", PICTURE.decode("latin-1")))

    def test_beautiful_soup(self):
        for path, (kind, body, lines) in PAGES.items():
            soup = make_soup(body, content_type=kind, url=self.address + path)
            self.assertEqual([paragraph.get_text() for paragraph in soup.find_all("p")], list(lines), path)
        dammit = Dammit(PAGES["/meta"][1])
        self.assertEqual(dammit.original_encoding, "shift_jis")
        self.assertEqual(dammit.declared_html_encoding, "utf-8")
        self.assertFalse(dammit.contains_replacement_characters)
        self.assertIsNone(Dammit(PICTURE).unicode_markup)
        self.assertEqual(make_soup(PAGES["/none"][1]).original_encoding, "windows-1251")
        public = {"markup", "unicode_markup", "original_encoding", "declared_html_encoding", "contains_replacement_characters"}
        self.assertLessEqual(public, set(dir(bs4.dammit.UnicodeDammit(b"a"))))
        self.assertLessEqual(public, set(dir(dammit)))

    def test_warcio(self):
        written = io.BytesIO()
        writer = WARCWriter(written, gzip=True)
        for path in [*PAGES, "/picture"]:
            with urllib.request.urlopen(self.address + path) as response:
                headers = StatusAndHeaders("200 OK", response.getheaders(), protocol="HTTP/1.1")
                record = writer.create_warc_record(
                    self.address + path, "response", payload=io.BytesIO(response.read()), http_headers=headers)
            writer.write_record(record)
        written.seek(0)
        pages = list(read_pages(written))
        self.assertEqual([page.url for page in pages], [self.address + path for path in PAGES])
        for page in pages:
            self.check_lines(page.url[len(self.address):], page.decoded.text)
        written.seek(0)
        with self.assertRaises(unbake.Binary):
            for record in ArchiveIterator(written):
                decode_record(record)

    def test_scrapy(self):
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as answers:
            done = subprocess.run([sys.executable, "spider.py", self.address, answers.name], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, done.stdout.decode())
            found = {item["path"]: item for item in map(json.loads, answers)}
        self.assertEqual(set(found), set(PAGES), done.stdout.decode()[-3000:])
        for path, (_, _, lines) in PAGES.items():
            self.assertEqual(found[path]["lines"], list(lines), path)
        self.assertEqual(found["/both"]["encoding"], "windows-1251")

    def test_no_page_is_utf7(self):
        page = b"<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>"
        for kind in ("text/html", "text/html; charset=utf-7"):
            self.assertEqual(decode_page(page, kind).text, page.decode())
        self.assertNotEqual(detect_encoding(page), "utf-7")


if __name__ == "__main__":
    unittest.main()

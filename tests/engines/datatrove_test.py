"""A pipeline of datatrove, from WARC files to JSON Lines."""
import io
import json
import pathlib
import sys
import tempfile
import unittest

from liar import FRENCH, PAGES, PICTURE, page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import unbake
from datatrove.pipeline.readers.warc import WarcReader
from unbake.engines.datatrove import UnbakeFormatter, UnbakeWarcReader

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "examples" / "engines"))
import datatrove_warc  # noqa: E402

# Bytes that no detector finds one encoding in, and one that is refused by every strict decoder.
HARD = {"/torn": ("text/html; charset=utf-8", page(FRENCH).encode("utf-8").replace(b"t\xc3\xa9", b"t\xc3"), FRENCH[:1])}


def write_warc(path, pages):
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for name, (kind, body, _) in pages.items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(
                "http://harbour.test" + name, "response", payload=io.BytesIO(body), http_headers=headers,
                warc_headers_dict={"WARC-Identified-Payload-Type": "image/png" if body == PICTURE else "text/html"}))


class DatatroveTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.pages = {**PAGES, **HARD}
        (self.folder / "in").mkdir()
        names = list(self.pages)
        for number, part in enumerate((names[:7], names[7:])):
            pages = {name: self.pages[name] for name in part}
            write_warc(self.folder / "in" / f"{number}.warc.gz", {**pages, "/picture": ("text/html", PICTURE, ())})

    def check_documents(self, documents):
        found = {url[len("http://harbour.test"):]: text for url, text in documents}
        self.assertEqual(set(found), set(self.pages))
        for path, (_, _, lines) in self.pages.items():
            for line in lines:
                self.assertIn(line, found[path], path)

    def test_reader_drops_no_page(self):
        read = list(UnbakeWarcReader(str(self.folder / "in")).run())
        self.check_documents((document.metadata["url"], document.text) for document in read)
        encodings = {document.metadata["url"]: document.metadata["encoding"] for document in read}
        self.assertEqual(encodings["http://harbour.test/both"], "windows-1251")
        self.assertEqual(len({document.id for document in read}), len(read))
        # The reader that it replaces loses some of these pages, and misreads others.
        theirs = {document.metadata["url"][len("http://harbour.test"):]: document.text
                  for document in WarcReader(str(self.folder / "in")).run()}
        right = [path for path, (_, _, lines) in self.pages.items() if all(line in theirs.get(path, "") for line in lines)]
        self.assertLess(len(right), len(self.pages))

    def test_limits_of_a_reader(self):
        read = list(UnbakeWarcReader(str(self.folder / "in"), limit=3, fixer=unbake.Fixer(lossy="mark")).run())
        self.assertEqual(len(read), 3)

    def test_formatter(self):
        formatter = UnbakeFormatter(min_confidence=0.9)
        damaged = FRENCH[0].encode("utf-8").decode("windows-1252")
        self.assertEqual(formatter.format(damaged), FRENCH[0])
        self.assertIs(formatter.format(FRENCH[0]), FRENCH[0])
        self.assertEqual(formatter.stats.stats["repaired"].total, 1)

    def test_example(self):
        datatrove_warc.main(str(self.folder / "in"), str(self.folder / "out"))
        documents = [json.loads(line) for path in (self.folder / "out").glob("*.jsonl") for line in open(path, encoding="utf-8")]
        self.check_documents((document["metadata"]["url"], document["text"]) for document in documents)


if __name__ == "__main__":
    unittest.main()

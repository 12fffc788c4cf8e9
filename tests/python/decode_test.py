"""Bytes become text."""
import unittest

import unbake
from damage import CLEAN, DAMAGED

RUSSIAN = "\u041a\u043e\u0440\u0430\u0431\u043b\u044c \u0441\u0442\u043e\u0438\u0442 \u0443 \u043f\u0440\u0438\u0447\u0430\u043b\u0430."


class DecodeTest(unittest.TestCase):
    def test_finds_the_encoding(self):
        for encoding in ("windows-1251", "koi8-r", "utf-8", "utf-16"):
            done = unbake.decode(RUSSIAN.encode(encoding))
            self.assertEqual(done.text, RUSSIAN)
            self.assertGreater(done.confidence, 0.9)
            self.assertEqual(done.repairs, ())

    def test_repairs(self):
        data = DAMAGED.encode()
        done = unbake.decode(data)
        self.assertEqual(done.text, CLEAN)
        for span in done.repairs:
            self.assertEqual(DAMAGED[span.start:span.end], span.before)
        self.assertTrue(done.repairs)
        self.assertEqual(unbake.decode(data, repair=False).text, DAMAGED)

    def test_hears_what_is_said(self):
        done = unbake.decode(RUSSIAN.encode(), http_charset="text/plain; charset=iso-8859-1")
        self.assertEqual(done.text, RUSSIAN)
        self.assertEqual(done.votes, [("http", "windows-1252", False, True)])
        page = b"<html><meta charset=koi8-r>" + RUSSIAN.encode("koi8-r")
        self.assertIn(("meta", "koi8-r", True, False), unbake.decode(page, html=True).votes)

    def test_takes_an_encoding_for_granted(self):
        self.assertEqual(unbake.decode(b"\xcf", encoding="koi8-r").text, "\u043e")
        with self.assertRaisesRegex(ValueError, "nothing"):
            unbake.decode(b"a", encoding="nothing")

    def test_strays_and_pieces(self):
        data = (CLEAN + "\n").encode() * 4 + CLEAN.encode() + b" C\x92est tout.\n"
        done = unbake.decode(data)
        self.assertEqual(done.text, (CLEAN + "\n") * 4 + CLEAN + " C\u2019est tout.\n")
        start = data.index(b"\x92")
        self.assertEqual([(stray.start, stray.end, stray.text) for stray in done.strays], [(start, start + 1, "\u2019")])
        mixed = (RUSSIAN + "\n").encode("koi8-r") * 4 + (RUSSIAN + "\n").encode() * 4
        pieces = unbake.decode(mixed).pieces
        self.assertEqual([piece.encoding for piece in pieces], ["koi8-r", "utf-8"])
        self.assertEqual((pieces[0].start, pieces[-1].end), (0, len(mixed)))

    def test_binary(self):
        with self.assertRaises(unbake.Binary) as caught:
            unbake.decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        self.assertIsInstance(caught.exception, ValueError)

    def test_types(self):
        for data in (bytearray(b"plain"), memoryview(b"plain"), b"plain"):
            self.assertEqual(unbake.decode(data).text, "plain")
        for data in ("plain", None, [1]):
            with self.assertRaisesRegex(TypeError, f"not {type(data).__name__}"):
                unbake.decode(data)

    def test_options_of_a_fixer(self):
        self.assertEqual(unbake.Fixer(allow=["utf-8>gbk"]).decode(DAMAGED.encode()).text, DAMAGED)


if __name__ == "__main__":
    unittest.main()

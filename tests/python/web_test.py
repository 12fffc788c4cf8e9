"""Pages, without any client: those are tried by ./dev test engines."""
import doctest
import types
import unittest

import unbake
import unbake.web
from damage import CLEAN, DAMAGED
from unbake.web import decode_page, decode_response, detect_encoding, python_codec
from unbake.web.soup import Dammit
from unbake.web.w3lib import html_to_unicode

GREETING = "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!"


class WebTest(unittest.TestCase):
    def test_examples(self):
        failed, tried = doctest.testmod(unbake.web)
        self.assertEqual(failed, 0)
        self.assertGreater(tried, 2)

    def test_headers_are_heard(self):
        decoded = decode_page(b"caf\xe9", "text/plain; charset=windows-1252", "http://harbour.test:80/?a", "fr-FR, en")
        self.assertEqual(decoded.text, "caf\u00e9")
        self.assertEqual([vote.source for vote in decoded.votes], ["http"])

    def test_addresses_that_are_none(self):
        for url in ("http://[", "mailto:a", "http://192.0.2.1/", "", None, "http://\u043c\u0438\u0440.\u0440\u0444/"):
            self.assertEqual(decode_page(CLEAN.encode(), url=url).text, CLEAN)

    def test_repair(self):
        self.assertEqual(decode_page(DAMAGED.encode()).text, CLEAN)
        self.assertEqual(decode_page(DAMAGED.encode(), repair=False).text, DAMAGED)

    def test_no_page_is_utf7(self):
        page = b"<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>"
        for kind in (None, "text/html; charset=utf-7"):
            self.assertEqual(decode_page(page, kind).text, page.decode())
        self.assertNotEqual(detect_encoding(page), "utf-7")

    def test_response(self):
        page = types.SimpleNamespace(content=GREETING.encode("koi8-r"), url="http://harbour.test/",
                                     headers={"content-type": "text/html; charset=utf-8", "content-language": "ru"})
        self.assertEqual(decode_response(page).text, GREETING)

    def test_codecs(self):
        for encoding in unbake.names("encodings"):
            codec = python_codec(encoding)
            if codec:
                "a".encode(codec)
        self.assertIsNone(detect_encoding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))

    def test_w3lib(self):
        self.assertEqual(html_to_unicode("text/html; charset=utf-8", GREETING.encode("windows-1251")), ("windows-1251", GREETING))

    def test_dammit(self):
        dammit = Dammit(GREETING.encode("koi8-r"))
        self.assertEqual((dammit.unicode_markup, dammit.original_encoding), (GREETING, "koi8-r"))
        self.assertEqual((Dammit(DAMAGED).unicode_markup, Dammit(DAMAGED).original_encoding), (CLEAN, None))


if __name__ == "__main__":
    unittest.main()

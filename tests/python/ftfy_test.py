"""unbake.ftfy has what ftfy has, and does with what is no damage what ftfy does."""
import doctest
import importlib
import inspect
import io
import random
import types
import unittest
import warnings

import ftfy
import ftfy.bad_codecs.sloppy
import ftfy.bad_codecs.utf8_variants
import ftfy.cli

import unbake.ftfy
from damage import CLEAN, DAMAGED

MODULES = ("", ".bad_codecs", ".bad_codecs.sloppy", ".bad_codecs.utf8_variants", ".badness", ".chardata", ".cli", ".fixes",
           ".formatting")
STEPS = ("unescape_html", "remove_terminal_escapes", "uncurl_quotes", "fix_latin_ligatures", "fix_character_width",
         "fix_line_breaks", "fix_surrogates", "remove_control_chars", "remove_bom", "decode_escapes", "fix_c1_controls")
# What texts to try the steps on are made of.
PARTS = ("caf\u00e9", " ", "\n", "\r\n", "\r", "\x85", "\u2028", "\u2018", "\u201d", "\u201e", "\u02bc", "\ufb03", "\u0133", "\u01c6",
         "\uff21", "\uff76\uff9e", "\u3000", "\uffe5", "\x1b[36;44m", "\x1b[m", "\0", "\x07", "\x7f", "\ufeff", "\ufff9", "\u206b", "\f",
         "&amp;", "&EACUTE;", "&nothing;", "&#x80;", "&#233;", "&lt;", "\\u00e9", "\\n", "\\x41", "\\", "\ud83d", "\udca9", "\x80", "\x9d")


def public(module):
    """The functions and classes that a module of ftfy defines."""
    return [name for name, value in vars(module).items() if not name.startswith("_")
            and isinstance(value, (types.FunctionType, type)) and value.__module__ == module.__name__]


def in_two_pieces(decoder, data, cut):
    return decoder.decode(data[:cut]) + decoder.decode(data[cut:], final=True)


class NamesTest(unittest.TestCase):
    def test_all_are_there(self):
        for suffix in MODULES:
            theirs, ours = (importlib.import_module(name + suffix) for name in ("ftfy", "unbake.ftfy"))
            for name in public(theirs):
                with self.subTest(module=suffix, name=name):
                    self.assertTrue(inspect.getdoc(getattr(ours, name)) is not None)
                    value = getattr(theirs, name)
                    if isinstance(value, types.FunctionType):
                        self.assertEqual(list(inspect.signature(getattr(ours, name)).parameters),
                                         list(inspect.signature(value).parameters))

    def test_defaults(self):
        self.assertEqual(unbake.ftfy.TextFixerConfig()._asdict(), ftfy.TextFixerConfig()._asdict())
        self.assertEqual(list(unbake.ftfy.FIXERS), list(ftfy.FIXERS))

    def test_examples(self):
        for suffix in MODULES:
            failed, _ = doctest.testmod(importlib.import_module("unbake.ftfy" + suffix))
            self.assertEqual(failed, 0, suffix)


class StepsTest(unittest.TestCase):
    def test_do_what_those_of_ftfy_do(self):
        choose = random.Random(20240229)
        texts = ["".join(choose.choices(PARTS, k=choose.randrange(1, 8))) for _ in range(2000)]
        for name in STEPS:
            theirs, ours = getattr(ftfy.fixes, name), getattr(unbake.ftfy.fixes, name)
            for text in texts:
                self.assertEqual(ours(text), theirs(text), (name, text))

    def test_characters(self):
        for table in ("LIGATURES", "WIDTH_MAP", "CONTROL_CHARS"):
            self.assertEqual(getattr(unbake.ftfy.chardata, table), getattr(ftfy.chardata, table), table)

    def test_sloppy_codecs(self):
        data = bytes(range(256))
        for name, theirs in ftfy.bad_codecs.sloppy.CODECS.items():
            ours = unbake.ftfy.bad_codecs.sloppy.CODECS[name]
            text = theirs.decode(data)[0]
            self.assertEqual(ours.decode(data)[0], text, name)
            self.assertEqual(ours.encode(text)[0], theirs.encode(text)[0], name)
            with self.assertRaises(UnicodeEncodeError):
                ours.encode("\U0001f426")

    def test_variants_of_utf_8(self):
        choose = random.Random(20240229)
        ours, theirs = (module.bad_codecs.utf8_variants.IncrementalDecoder for module in (unbake.ftfy, ftfy))
        parts = (b"a", b"\xc0\x80", b"\xed\xa0\xbd", b"\xed\xb2\xa9", b"\xc3\xa9", b"\xed\x9f\xbf", b"\xf0\x9f\x90\xa6")
        for _ in range(2000):
            data = b"".join(choose.choices(parts, k=choose.randrange(1, 6)))
            cut = choose.randrange(len(data) + 1)
            try:
                expected = theirs().decode(data, final=True)
            except UnicodeDecodeError:
                with self.assertRaises(UnicodeDecodeError):
                    in_two_pieces(ours(), data, cut)
                continue
            self.assertEqual(in_two_pieces(ours(), data, cut), expected, data)
            self.assertEqual(data.decode("utf-8-variants"), expected)
        for data in (b"\xc0", b"\xed\xa0", b"\xff", b"\xc0\xc1"):
            with self.assertRaises(UnicodeDecodeError):
                ours().decode(data, final=True)

    def test_widths(self):
        for char in map(chr, (0x20, 0x41, 0xE9, 0x300, 0x3042, 0xFF21, 0x1F426, 0xAC00, 0x0A, 0x200D)):
            self.assertEqual(unbake.ftfy.formatting.character_width(char), ftfy.formatting.character_width(char), ascii(char))
        for line in ("abc", "\u3061\u3083\u3076\u53f0", "\x1b[34mblue\x1b[m", "a\tb"):
            self.assertEqual(unbake.ftfy.display_ljust(line, 12, "."), ftfy.formatting.display_ljust(line, 12, "."))


class FixTest(unittest.TestCase):
    def test_options_of_the_encoding(self):
        spaced = "Il va " + "\u00c3 " + "la gare, o\u00c3\u00b9 le caf\u00c3\u00a9 est ferm\u00c3\u00a9."
        for text, option in ((DAMAGED, "fix_encoding"), ("\u20ac " + DAMAGED, "decode_inconsistent_utf8"), ("\x8050", "fix_c1_controls")):
            self.assertNotEqual(unbake.ftfy.fix_encoding(text), text)
            self.assertEqual(unbake.ftfy.fix_encoding(text, **{option: False}), text)
        self.assertNotIn("\u00e0", unbake.ftfy.fix_encoding(spaced, restore_byte_a0=False))

    def test_plans_can_be_replayed(self):
        for text in (DAMAGED, "\u611b " + DAMAGED, "\x1b[m&eacute; " + DAMAGED, "\x80", "\ud83d\udca9 \u00c3\u00a9", CLEAN.encode().decode("latin-1")):
            fixed, plan = unbake.ftfy.fix_and_explain(text)
            self.assertEqual(unbake.ftfy.apply_plan(text, plan), fixed)
            self.assertEqual(unbake.ftfy.fix_text_segment(text), fixed)
        self.assertEqual(unbake.ftfy.fix_encoding_and_explain(DAMAGED).explanation, [("encode", "sloppy-windows-1252"), ("decode", "utf-8")])
        self.assertIsNone(unbake.ftfy.fix_and_explain(DAMAGED, explain=False).explanation)
        for plan in ([("apply", "nothing")], [("nothing", "nothing")]):
            with self.assertRaises(ValueError):
                unbake.ftfy.apply_plan("a", plan)

    def test_bytes_are_refused(self):
        for function in (unbake.ftfy.fix_text, unbake.ftfy.fix_encoding, unbake.ftfy.fix_and_explain):
            with self.assertRaises(UnicodeError):
                function(b"bytes")
            with self.assertRaises(TypeError):
                function(None)
        with self.assertRaises(UnicodeError):
            unbake.ftfy.guess_bytes("text")

    def test_files(self):
        lines = [DAMAGED + "\n", "&amp;\n", "<b>&amp;\n", "&amp;"]
        expected = [CLEAN.replace("\u2019", "'") + "\n", "&\n", "<b>&amp;\n", "&amp;"]
        self.assertEqual(list(unbake.ftfy.fix_file(io.StringIO("".join(lines)))), expected)
        self.assertEqual(list(unbake.ftfy.fix_file(io.BytesIO("".join(lines).encode()), encoding="utf-8")), expected)
        self.assertEqual(list(unbake.ftfy.fix_file(io.BytesIO("".join(lines).encode()))), expected)
        self.assertEqual(unbake.ftfy.fix_text("".join(lines)), "".join(expected))

    def test_badness(self):
        self.assertEqual((unbake.ftfy.badness.badness(CLEAN), unbake.ftfy.is_bad(CLEAN)), (0, False))
        self.assertTrue(unbake.ftfy.is_bad(DAMAGED))
        self.assertFalse(unbake.ftfy.is_bad("\ud800"))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            self.assertEqual(unbake.ftfy.badness.sequence_weirdness(CLEAN), 0)
        self.assertEqual([warning.category for warning in caught], [DeprecationWarning])


if __name__ == "__main__":
    unittest.main()

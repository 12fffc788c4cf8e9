"""The functions of the module, of one text."""
import unittest

import unbake
from damage import CLEAN, DAMAGED, LOSSY


class FixTest(unittest.TestCase):
    def test_repairs_str_and_bytes(self):
        self.assertEqual(unbake.fix(DAMAGED), CLEAN)
        self.assertEqual(unbake.fix(DAMAGED.encode()), CLEAN.encode())

    def test_clean_text_is_the_same_object(self):
        for text in ("plain" * 300, CLEAN + "!", "", "\U0001f426 " + CLEAN, b"\xff\x80", CLEAN.encode(), "a\0b"):
            self.assertIs(unbake.fix(text), text)
            self.assertIs(unbake.repair(text).text, text)

    def test_long_text(self):
        self.assertEqual(unbake.fix((DAMAGED + "\n") * 500), (CLEAN + "\n") * 500)

    def test_other_types_are_refused(self):
        for value in (None, 3, bytearray(b"a"), ["a"]):
            for function in (unbake.fix, unbake.repair, unbake.explain, unbake.check, unbake.score):
                with self.assertRaisesRegex(TypeError, f"must be str or bytes, not {type(value).__name__}"):
                    function(value)

    def test_lone_surrogates_are_refused(self):
        with self.assertRaises(UnicodeEncodeError) as caught:
            unbake.fix("ab\ud800c")
        self.assertEqual((caught.exception.start, caught.exception.end), (2, 3))
        self.assertIn("pass the bytes", str(caught.exception))


class RepairTest(unittest.TestCase):
    def check_spans(self, text):
        done = unbake.repair(text)
        self.assertTrue(done.changed)
        self.assertEqual(done.text, unbake.fix(text))
        rebuilt, end = type(text)(), 0
        for span in done.spans:
            self.assertEqual(text[span.start:span.end], span.before)
            self.assertEqual(unbake.bake(span.after, span.path, span.profile), span.before)
            self.assertGreaterEqual(span.confidence, 0.95)
            rebuilt += text[end:span.start] + span.after
            end = span.end
        self.assertEqual(rebuilt + text[end:], done.text)
        self.assertAlmostEqual(done.score, sum(span.score for span in done.spans))
        self.assertAlmostEqual(done.score, unbake.score(text))

    def test_positions_count_characters_of_str(self):
        self.check_spans("\U0001f426\u611b " + DAMAGED)

    def test_positions_count_bytes_of_bytes(self):
        self.check_spans(("\U0001f426\u611b " + DAMAGED).encode())

    def test_of_clean_text(self):
        self.assertEqual(unbake.repair(CLEAN), (CLEAN, False, (), 0.0))
        self.assertEqual(unbake.score(CLEAN), 0.0)

    def test_losses(self):
        losses = [(span, loss) for span in unbake.repair(LOSSY).spans for loss in span.losses]
        self.assertTrue(losses)
        for span, loss in losses:
            self.assertEqual(span.after[loss.start:loss.end], loss.candidates[0][0])
            self.assertLessEqual(sum(probability for _, probability in loss.candidates), 1.001)


class ExplainTest(unittest.TestCase):
    def test_what_is_repaired(self):
        findings = unbake.explain(DAMAGED)
        self.assertEqual(tuple(finding.span for finding in findings), unbake.repair(DAMAGED).spans)
        self.assertEqual({finding.verdict for finding in findings}, {"repaired"})
        self.assertTrue(all(finding.reason for finding in findings))
        self.assertEqual(unbake.check(DAMAGED), len(findings))

    def test_what_is_talked_about(self):
        text = 'Replace "\u00c3\u00a9" by "\u00e9", and "\u00c3\u00a8" by "\u00e8".'
        self.assertIn("mentioned", {finding.verdict for finding in unbake.explain(text)})
        self.assertEqual(unbake.check(text), 0)
        self.assertIs(unbake.fix(text), text)


class BakeTest(unittest.TestCase):
    def test_makes_damage(self):
        self.assertEqual(unbake.bake(CLEAN, "utf-8>windows-1252"), DAMAGED)
        self.assertEqual(unbake.bake(CLEAN.encode(), path="utf-8>windows-1252", profile="whatwg"), DAMAGED.encode())

    def test_says_what_is_wrong(self):
        for arguments in (("a", "utf-8>nothing"), ("a", ""), ("a", "utf-8>gbk", "nothing"), (b"\xff", "utf-8>gbk")):
            with self.assertRaises(ValueError):
                unbake.bake(*arguments)


class NamesTest(unittest.TestCase):
    def test_lists(self):
        self.assertIn("gbk", unbake.names("encodings"))
        self.assertIn("utf-8>gbk", unbake.names("paths"))
        with self.assertRaisesRegex(ValueError, "encodings"):
            unbake.names("nothing")


if __name__ == "__main__":
    unittest.main()

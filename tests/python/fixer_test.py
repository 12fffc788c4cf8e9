"""Options, and the object that holds them."""
import pickle
import threading
import unittest

import unbake
from damage import CLEAN, DAMAGED, LOSSY


class FixerTest(unittest.TestCase):
    def test_options_count(self):
        self.assertEqual(unbake.Fixer().fix(DAMAGED), CLEAN)
        self.assertIs(unbake.Fixer(allow=["utf-8>gbk"]).fix(DAMAGED), DAMAGED)
        self.assertIs(unbake.Fixer(lossy="leave").repair(LOSSY).spans.__class__, tuple)
        self.assertNotEqual(unbake.fix(LOSSY), unbake.Fixer(lossy="leave").fix(LOSSY))
        spelled = DAMAGED.encode("ascii", "backslashreplace").decode()
        self.assertIs(unbake.Fixer(notations=["none"]).fix(spelled), spelled)

    def test_wrong_options_are_refused(self):
        for options, message in [
            ({"min_confidence": 2.0}, "min_confidence"),
            ({"max_layers": 0}, "max_layers"),
            ({"lossy": "nothing"}, "'nothing'"),
            ({"allow": ["utf-8>nothing"]}, "nothing"),
            ({"notations": ["nothing"]}, "nothing"),
            ({"evidence": "{"}, "."),
        ]:
            with self.subTest(options=options), self.assertRaisesRegex(ValueError, message):
                unbake.Fixer(**options)
        for options in ({"nothing": 1}, {"allow": "utf-8>gbk"}, {"deny": [3]}, {"max_layers": "3"}, {"evidence": 3}):
            with self.subTest(options=options), self.assertRaises(TypeError):
                unbake.Fixer(**options)
        with self.assertRaises(TypeError):
            unbake.Fixer(0.9)

    def test_is_a_value(self):
        evidence = unbake.collect_evidence([DAMAGED, CLEAN])
        options = {"min_confidence": 0.5, "max_layers": 2, "lossy": "mark", "allow": ["utf-8>gbk"],
                   "deny": ["utf-8>big5"], "notations": ["none"], "evidence": evidence}
        fixer = unbake.Fixer(**options)
        self.assertEqual(eval(repr(fixer), {"Fixer": unbake.Fixer}), fixer)
        self.assertNotEqual(fixer, unbake.Fixer())
        self.assertEqual(len({fixer, unbake.Fixer(**options), unbake.Fixer()}), 2)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            self.assertEqual(pickle.loads(pickle.dumps(fixer, protocol)), fixer)

    def test_functions_and_answers_can_be_pickled(self):
        self.assertEqual(pickle.loads(pickle.dumps(unbake.fix))(DAMAGED), CLEAN)
        for answer in (unbake.repair(LOSSY), unbake.explain(LOSSY)):
            self.assertEqual(pickle.loads(pickle.dumps(answer)), answer)

    def test_evidence_can_be_added_to(self):
        self.assertIsNone(unbake.collect_evidence([]))
        at_once = unbake.collect_evidence([DAMAGED, CLEAN])
        self.assertEqual(unbake.collect_evidence([CLEAN], unbake.collect_evidence([DAMAGED])), at_once)
        with self.assertRaises(ValueError):
            unbake.collect_evidence([CLEAN], "nonsense")

    def test_serves_many_threads(self):
        fixer, answers = unbake.Fixer(max_layers=3), []

        def work():
            answers.extend(fixer.fix(text) for text in [DAMAGED, "\n".join([DAMAGED] * 100)] * 3)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(set(answers), {CLEAN, "\n".join([CLEAN] * 100)})
        self.assertEqual(len(answers), 24)


if __name__ == "__main__":
    unittest.main()

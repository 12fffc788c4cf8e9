"""Many texts at once."""
import threading
import time
import unittest

import unbake
from damage import CLEAN, DAMAGED


class FixManyTest(unittest.TestCase):
    def test_each_by_itself(self):
        texts = [DAMAGED, CLEAN, "", DAMAGED.encode(), b"\xff", "plain"] * 40
        expected = [unbake.fix(text) for text in texts]
        for threads in (0, 1, 2, 7):
            fixed = unbake.fix_many(texts, threads=threads)
            self.assertEqual(fixed, expected)
            for old, new in zip(texts, fixed):
                if old == new:
                    self.assertIs(old, new)

    def test_takes_any_iterable(self):
        self.assertEqual(unbake.fix_many([]), [])
        self.assertEqual(unbake.fix_many((DAMAGED,)), [CLEAN])
        self.assertEqual(unbake.fix_many(text for text in [DAMAGED, "a"]), [CLEAN, "a"])
        # More than are taken in at a time.
        texts = [f"row {i}" for i in range(40000)]
        self.assertEqual(unbake.fix_many(texts, threads=2), texts)

    def test_bad_rows_are_named(self):
        with self.assertRaisesRegex(TypeError, "row 2: text must be str or bytes, not NoneType"):
            unbake.fix_many(["a", "b", None])
        with self.assertRaisesRegex(UnicodeEncodeError, "row 20000: lone surrogates"):
            unbake.fix_many(["a"] * 20000 + ["\udc80"], threads=2)

    def test_wrong_arguments_are_refused(self):
        for texts in ("text", b"text", 3, None):
            with self.assertRaises(TypeError):
                unbake.fix_many(texts)
        for threads in (-1, 100000):
            with self.assertRaisesRegex(ValueError, "threads"):
                unbake.fix_many([], threads=threads)

    def test_errors_of_the_iterable_come_through(self):
        def texts():
            yield "a"
            raise KeyError("mine")

        with self.assertRaisesRegex(KeyError, "mine"):
            unbake.fix_many(texts())

    def test_other_threads_run_meanwhile(self):
        ticks, done = [], threading.Event()

        def tick():
            while not done.is_set():
                ticks.append(time.monotonic())
                time.sleep(0.001)

        ticker = threading.Thread(target=tick)
        ticker.start()
        start = time.monotonic()
        unbake.fix_many([DAMAGED + str(i) for i in range(3000)])
        end = time.monotonic()
        done.set()
        ticker.join()
        self.assertGreater(sum(start < moment < end for moment in ticks), 5)


if __name__ == "__main__":
    unittest.main()

"""Columns: Arrow, pandas, Polars."""
import unittest

import pandas
import polars
import pyarrow

import unbake
import unbake.pandas
import unbake.polars
from damage import CLEAN, DAMAGED

ROWS = ["plain", None, DAMAGED, "", CLEAN, DAMAGED, "end"]
FIXED = ["plain", None, CLEAN, "", CLEAN, CLEAN, "end"]
TYPES = (pyarrow.string(), pyarrow.large_string(), pyarrow.string_view())


def addresses(array):
    return [buffer and buffer.address for buffer in array.buffers()]


class ArrowTest(unittest.TestCase):
    def test_each_row_is_repaired(self):
        for kind in TYPES:
            column = pyarrow.array(ROWS, kind)
            for start in range(len(ROWS)):
                fixed = pyarrow.array(unbake.fix_arrow(column[start:]))
                fixed.validate(full=True)
                self.assertEqual(fixed.type, kind)
                self.assertEqual(fixed.to_pylist(), FIXED[start:])

    def test_clean_columns_are_not_copied(self):
        for kind in TYPES:
            column = pyarrow.array(["plain", None, CLEAN] * 10, kind)
            fixed = pyarrow.array(unbake.fix_arrow(column))
            self.assertEqual(addresses(fixed), addresses(column))
            self.assertEqual(fixed, column)

    def test_the_answer_outlives_the_column(self):
        for kind in TYPES:
            fixed = pyarrow.array(unbake.fix_arrow(pyarrow.array(ROWS * 100, kind)))
            self.assertEqual(fixed.to_pylist(), FIXED * 100)

    def test_chunks(self):
        column = pyarrow.chunked_array([ROWS, [], ROWS[1:]], pyarrow.string())
        repaired = unbake.fix_arrow(column)
        for _ in range(2):
            fixed = pyarrow.chunked_array(repaired)
            self.assertEqual(fixed.to_pylist(), FIXED + FIXED[1:])
            self.assertEqual(fixed.num_chunks, 3)

    def test_dictionaries(self):
        for kind in TYPES[:2]:
            column = pyarrow.array(ROWS * 3, kind).dictionary_encode()
            fixed = pyarrow.array(unbake.fix_arrow(column))
            self.assertEqual(fixed.type, column.type)
            self.assertEqual(fixed.to_pylist(), FIXED * 3)
            self.assertEqual(fixed.indices.buffers()[1].address, column.indices.buffers()[1].address)

    def test_options_count(self):
        column = pyarrow.array(ROWS)
        self.assertEqual(pyarrow.array(unbake.Fixer(allow=["utf-8>gbk"]).fix_arrow(column)), column)

    def test_what_is_no_text_is_refused(self):
        for column in (pyarrow.array([1, 2]), pyarrow.array([b"a"]), pyarrow.array([["a"]]), pyarrow.array([1, 1]).dictionary_encode()):
            with self.assertRaisesRegex(TypeError, "holds no text"):
                pyarrow.array(unbake.fix_arrow(column))
            with self.assertRaisesRegex(TypeError, "holds no text"):
                pyarrow.chunked_array(unbake.fix_arrow(pyarrow.chunked_array([column])))
        with self.assertRaisesRegex(TypeError, "__arrow_c_array__"):
            unbake.fix_arrow(["a"])


class PandasTest(unittest.TestCase):
    def test_series(self):
        for kind in ("object", "str", "string"):
            series = pandas.Series(ROWS, dtype=kind, name="text", index=range(10, 17))
            fixed = unbake.pandas.fix_series(series)
            self.assertEqual(fixed.dtype, series.dtype)
            pandas.testing.assert_series_equal(fixed, pandas.Series(FIXED, dtype=kind, name="text", index=range(10, 17)))
            self.assertEqual(series[12], DAMAGED)
            clean = pandas.Series(["a", None, CLEAN], dtype=kind)
            self.assertIs(unbake.pandas.fix_series(clean), clean)

    def test_other_values_stay(self):
        series = pandas.Series([DAMAGED, 3, None, b"\xff"], dtype="object")
        self.assertEqual(unbake.pandas.fix_series(series).tolist(), [CLEAN, 3, None, b"\xff"])
        numbers = pandas.Series([1, 2])
        self.assertIs(unbake.pandas.fix_series(numbers), numbers)

    def test_categories_that_become_equal_are_joined(self):
        series = pandas.Series([DAMAGED, CLEAN, None, "a", DAMAGED], dtype="category", name="kind")
        fixed = unbake.pandas.fix_series(series)
        self.assertEqual(fixed.tolist()[:2] + fixed.tolist()[3:], [CLEAN, CLEAN, "a", CLEAN])
        self.assertTrue(pandas.isna(fixed[2]))
        self.assertEqual(sorted(fixed.cat.categories), sorted([CLEAN, "a"]))
        clean = pandas.Series([CLEAN, "a"], dtype="category")
        self.assertIs(unbake.pandas.fix_series(clean), clean)

    def test_frame(self):
        frame = pandas.DataFrame({"text": ROWS, "title": ROWS, "number": range(7)})
        self.assertEqual(unbake.pandas.fix_frame(frame)["title"].dropna().tolist(), [row for row in FIXED if row is not None])
        fixed = unbake.pandas.fix_frame(frame, ["text"])
        self.assertEqual((fixed["text"][2], fixed["title"][2]), (CLEAN, DAMAGED))
        self.assertIs(unbake.pandas.fix_frame(frame, ["number"]), frame)


class PolarsTest(unittest.TestCase):
    def test_series(self):
        fixed = unbake.polars.fix_series(polars.Series("text", ROWS))
        self.assertEqual((fixed.name, fixed.dtype, fixed.to_list()), ("text", polars.String, FIXED))

    def test_expression(self):
        frame = polars.DataFrame({"text": ROWS, "number": range(7)})
        fixed = frame.lazy().with_columns(unbake.polars.fix_expression(polars.col("text"))).collect()
        self.assertEqual(fixed["text"].to_list(), FIXED)
        self.assertEqual(fixed["number"].to_list(), list(range(7)))


if __name__ == "__main__":
    unittest.main()

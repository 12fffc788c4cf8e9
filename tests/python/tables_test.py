"""Tables of pyarrow, and series of pandas whose strings are Arrow's."""
import unittest

import pandas
import pyarrow

import unbake
from damage import CLEAN, DAMAGED
from unbake.pandas import fix_series
from unbake.pyarrow import fix_table

STRINGS = (pyarrow.string(), pyarrow.large_string(), pyarrow.string_view(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string()))


def table_of(kind, texts):
    schema = pyarrow.schema([pyarrow.field("id", pyarrow.int64(), nullable=False),
                             pyarrow.field("text", kind, metadata={"unit": "page"})], metadata={"source": "harbour"})
    text = pyarrow.array(texts, pyarrow.string()).dictionary_encode() if pyarrow.types.is_dictionary(kind) else pyarrow.array(texts, kind)
    return pyarrow.Table.from_arrays([pyarrow.array(range(len(texts))), text], schema=schema)


class TableTest(unittest.TestCase):
    def test_all_columns_of_strings(self):
        for kind in STRINGS:
            table = table_of(kind, [DAMAGED, None, "plain"])
            fixed = fix_table(table)
            self.assertTrue(fixed.schema.equals(table.schema, check_metadata=True))
            self.assertEqual(fixed.column("text").to_pylist(), [CLEAN, None, "plain"])
            self.assertEqual(fixed.column("id"), table.column("id"))
            fixed.validate(full=True)

    def test_batches(self):
        batch = table_of(pyarrow.string(), [DAMAGED, "plain"]).to_batches()[0]
        fixed = fix_table(batch)
        self.assertIsInstance(fixed, pyarrow.RecordBatch)
        self.assertEqual(fixed.column("text").to_pylist(), [CLEAN, "plain"])

    def test_no_rows_and_no_chunks(self):
        table = table_of(pyarrow.string(), [DAMAGED])
        for empty in (table.slice(0, 0), table.schema.empty_table()):
            self.assertTrue(fix_table(empty).equals(empty))

    def test_clean_columns_are_not_copied(self):
        table = table_of(pyarrow.string(), [CLEAN] * 3)
        old, new = (column.chunk(0).buffers()[2].address for column in (table.column("text"), fix_table(table).column("text")))
        self.assertEqual(old, new)

    def test_named_columns(self):
        table = pyarrow.table({"a": [DAMAGED], "b": [DAMAGED], "c": [1]})
        self.assertEqual(fix_table(table, ["b"]).to_pylist(), [{"a": DAMAGED, "b": CLEAN, "c": 1}])
        with self.assertRaises(TypeError):
            pyarrow.table(fix_table(table, ["c"]))
        with self.assertRaisesRegex(KeyError, "no column 'd'"):
            fix_table(table, ["d"])

    def test_options(self):
        table = table_of(pyarrow.string(), [DAMAGED])
        self.assertEqual(fix_table(table, fixer=unbake.Fixer(allow=["utf-8>gbk"])), table)


class SeriesTest(unittest.TestCase):
    def test_strings_of_arrow(self):
        series = pandas.Series([DAMAGED, None, "plain"], index=[5, 6, 7], name="text", dtype="string[pyarrow]")
        fixed = fix_series(series)
        self.assertEqual(fixed.dtype, series.dtype)
        self.assertEqual((list(fixed.index), fixed.name), ([5, 6, 7], "text"))
        self.assertEqual(fixed.dropna().tolist(), [CLEAN, "plain"])
        self.assertTrue(pandas.isna(fixed.iloc[1]))
        self.assertTrue(fix_series(series, threads=2).equals(fixed))
        self.assertIs(fix_series(fixed), fixed)


if __name__ == "__main__":
    unittest.main()

"""The examples run, in the engines themselves, and make of a file what unbake makes of its texts."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from rows import make_texts, read_parquet, repaired, write_parquet

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "engines"


def run_example(name, *arguments):
    done = subprocess.run([sys.executable, EXAMPLES / name, *map(str, arguments)], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{name} failed: {done.stdout.decode(errors='replace')[-4000:]}")


class ExamplesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.source = pathlib.Path(cls.folder.name, "in.parquet")
        texts = make_texts(1500)
        cls.expected = repaired(texts)
        assert sum(old != new for old, new in zip(texts, cls.expected)) > 300
        write_parquet(cls.source, texts)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check_example(self, name, target="out"):
        path = pathlib.Path(self.folder.name, f"{name}.{target}")
        run_example(name, self.source, path)
        self.assertEqual(read_parquet(path), self.expected)

    def test_polars(self):
        self.check_example("polars_scan.py", "parquet")

    def test_duckdb(self):
        self.check_example("duckdb_query.py", "parquet")

    def test_datasets(self):
        self.check_example("datasets_map.py", "parquet")

    def test_dask(self):
        self.check_example("dask_frame.py")

    def test_spark(self):
        self.check_example("spark_job.py")

    def test_ray(self):
        self.check_example("ray_job.py")


if __name__ == "__main__":
    unittest.main()

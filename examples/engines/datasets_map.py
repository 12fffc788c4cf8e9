"""Repairs a column of a dataset of Hugging Face, read from a Parquet file, in two processes.

usage: datasets_map.py IN.parquet OUT.parquet
"""
import sys
import tempfile

import datasets

from unbake.engines.datasets import fix_dataset


def main(source, target):
    with tempfile.TemporaryDirectory() as cache:
        pages = datasets.Dataset.from_parquet(source, cache_dir=cache)
        fix_dataset(pages, ["text"], num_proc=2).to_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Repairs a column of a Parquet file in a lazy frame of Polars.

usage: polars_scan.py IN.parquet OUT.parquet
"""
import sys

import polars

from unbake.polars import fix_expression


def main(source, target):
    polars.scan_parquet(source).with_columns(fix_expression(polars.col("text"))).sink_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Repairs a column of a Parquet file in a query of DuckDB.

usage: duckdb_query.py IN.parquet OUT.parquet
"""
import sys

import duckdb

from unbake.engines.duckdb import register


def main(source, target):
    connection = register(duckdb.connect())
    connection.read_parquet(source).create_view("pages")
    connection.sql("SELECT * REPLACE (unbake_fix(text) AS text) FROM pages ORDER BY id").write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

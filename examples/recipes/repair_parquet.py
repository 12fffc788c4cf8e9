"""usage: repair_parquet.py IN OUT COLUMN..."""
import sys

import pyarrow.parquet

from unbake.pyarrow import fix_table


def main(source, target, *columns):
    with pyarrow.parquet.ParquetFile(source) as file, pyarrow.parquet.ParquetWriter(target, file.schema_arrow) as writer:
        for batch in file.iter_batches():
            writer.write_batch(fix_table(batch, columns))


if __name__ == "__main__":
    main(*sys.argv[1:])

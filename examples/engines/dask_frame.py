"""Repairs a column of a frame of Dask, on a cluster of two processes.

usage: dask_frame.py IN.parquet OUT_FOLDER
"""
import sys

import dask.dataframe
import distributed

from unbake.engines.dask import fix_frame


def main(source, target):
    with distributed.Client(n_workers=2, threads_per_worker=1, dashboard_address=None):
        frame = dask.dataframe.read_parquet(source, split_row_groups=True)
        fix_frame(frame, ["text"]).to_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

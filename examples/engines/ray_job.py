"""Repairs a column of a Parquet file in Ray Data, on two workers.

usage: ray_job.py IN.parquet OUT_FOLDER
"""
import sys

import ray

from unbake.engines.ray import fix_dataset


def main(source, target):
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=256 << 20, _node_ip_address="127.0.0.1")
    try:
        fix_dataset(ray.data.read_parquet(source), ["text"], batch_size=1024).write_parquet(target)
    finally:
        ray.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Repairs a column of Parquet files in PySpark: by default on a cluster of three executors on this machine.

usage: spark_job.py IN.parquet OUT_FOLDER [MASTER]
"""
import os
import sys

from pyspark.sql import SparkSession

from unbake.engines.spark import fix_frame


def main(source, target, master="local-cluster[3,1,512]"):
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # what the executors run; unbake must be installed there
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (SparkSession.builder.master(master).appName("unbake").config("spark.ui.enabled", "false")
               .config("spark.executor.memory", "512m").config("spark.sql.files.maxPartitionBytes", "64k")
               .config("spark.sql.files.openCostInBytes", "0").getOrCreate())
    try:
        fix_frame(session.read.parquet(source), ["text"]).write.mode("overwrite").parquet(target)
    finally:
        session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""How much text each engine repairs in a second of processor time, beside `fix_many` alone and ftfy; and what a crawl would cost.

usage: throughput.py [--text FOLDER] [--pages N] [--price P] [ENGINE...]

Pages of 3000 characters are made of a folder of text, a file for each language: corpus/clean, if no other is named,
whose few lines repeat. Half of the pages are English, the others in the languages of SHARES; one in fifty is damaged.
Each engine repairs N pages and then 3 N, in a process of its own; what is counted is the processor time, of all
processes that belong to it, by which the second takes longer. P is the price of an hour of a core. Run it by
build/engines/bin/python, which `./dev test engines` makes.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import psutil
import pyarrow
import pyarrow.parquet

import unbake

CLEAN = pathlib.Path(__file__).resolve().parents[2] / "corpus" / "clean"
SHARES = {"en": 50, "ru": 7, "de": 7, "ja": 6, "zh-Hans": 6, "es": 5, "fr": 5, "pt": 3, "it": 3, "nl": 2, "pl": 2, "tr": 1,
          "cs": 1, "vi": 1, "ko": 1}
PAGE = 3000
DAMAGED = 0.02
CRAWL = 100e12


def make_pages(count, folder):
    """Each page is lines that follow each other in the text of its language."""
    chance = random.Random(7)
    lines = {name: (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines() for name in SHARES}
    pages = []
    for language in chance.choices(list(SHARES), list(SHARES.values()), k=count):
        text, place = lines[language], chance.randrange(len(lines[language]))
        page, size = [], 0
        while size < PAGE:
            line = text[place % len(text)]
            page.append(line)
            size, place = size + len(line) + 1, place + 1
        page = "\n".join(page)
        pages.append(unbake.bake(page, "utf-8>windows-1252") if chance.random() < DAMAGED else page)
    return pages


def run_fix_many(texts, path):
    unbake.fix_many(texts)


def run_arrow(texts, path):
    from unbake.pyarrow import fix_table

    fix_table(pyarrow.table({"text": texts}))


def run_ftfy(texts, path):
    import ftfy

    for text in texts:
        ftfy.fix_encoding(text)


def run_ftfy_text(texts, path):
    import ftfy

    for text in texts:
        ftfy.fix_text(text)


def run_polars(texts, path):
    import polars

    from unbake.polars import fix_expression

    polars.scan_parquet(path).select(fix_expression(polars.col("text"))).collect()


def run_duckdb(texts, path):
    import duckdb

    from unbake.engines.duckdb import register

    connection = register(duckdb.connect(config={"threads": 1}))
    connection.sql(f"SELECT sum(length(unbake_fix(text))) FROM '{path}'").fetchall()


def run_datasets(texts, path):
    import datasets

    from unbake.engines.datasets import fix_dataset

    datasets.disable_progress_bars()
    with tempfile.TemporaryDirectory() as cache:
        fix_dataset(datasets.Dataset.from_parquet(path, cache_dir=cache))


def run_dask(texts, path):
    import dask.dataframe

    from unbake.engines.dask import fix_frame

    fix_frame(dask.dataframe.read_parquet(path, split_row_groups=True)).compute(scheduler="synchronous")


def run_datatrove(texts, path):
    from datatrove.data import Document

    from unbake.engines.datatrove import UnbakeFormatter

    for _ in UnbakeFormatter().run(Document(text=text, id=str(number)) for number, text in enumerate(texts)):
        pass


def run_spark(texts, path):
    from pyspark.sql import SparkSession

    from unbake.engines.spark import fix_frame

    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    fix_frame(session.read.parquet(path)).write.parquet(path + ".out")


def run_ray(texts, path):
    import ray

    from unbake.engines.ray import fix_dataset

    ray.init(num_cpus=1, include_dashboard=False, configure_logging=False, object_store_memory=1 << 30, _node_ip_address="127.0.0.1")
    fix_dataset(ray.data.read_parquet(path), batch_size=1024).materialize()


ENGINES = {"fix_many": run_fix_many, "Arrow": run_arrow, "Polars": run_polars, "DuckDB": run_duckdb, "Dask": run_dask,
           "Hugging Face datasets": run_datasets, "datatrove": run_datatrove, "PySpark": run_spark, "Ray Data": run_ray,
           "ftfy fix_encoding": run_ftfy, "ftfy fix_text": run_ftfy_text}


def processor_time():
    """Seconds, of this process and all that it began, those that ended among them."""
    own = psutil.Process()
    seconds = 0.0
    for process in [own, *own.children(recursive=True)]:
        try:
            seconds += sum(process.cpu_times()[:4])
        except psutil.Error:  # it has ended meanwhile
            pass
    return seconds


def measure(engine, count, folder):
    """Prints megabytes and seconds of one run."""
    texts = make_pages(count, folder)
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder, "pages.parquet"))
        pyarrow.parquet.write_table(pyarrow.table({"text": texts}), path, row_group_size=1000)
        size = sum(len(text.encode()) for text in texts) / 1e6
        before = processor_time()
        ENGINES[engine](texts, path)
        print("measured", size, processor_time() - before, flush=True)
    if engine == "Ray Data":
        import ray

        ray.shutdown()


def speed(engine, pages, folder):
    """Megabytes a second of processor time."""
    figures = []
    for count in (pages, 3 * pages):
        done = subprocess.run([sys.executable, __file__, "--measure", engine, "--pages", str(count), "--text", folder],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600, check=False)
        line = [line for line in done.stdout.decode().splitlines() if line.startswith("measured ")]
        if not line:
            raise SystemExit(f"{engine} failed:\n{done.stderr.decode()[-3000:]}")
        figures.append(tuple(map(float, line[0].split()[1:])))
    (small, first), (large, second) = figures
    return (large - small) / (second - first)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", metavar="ENGINE", choices=[[], *ENGINES])
    parser.add_argument("--text", type=pathlib.Path, default=CLEAN)
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--price", type=float, default=0.04)
    parser.add_argument("--measure")
    options = parser.parse_args()
    if options.measure:
        measure(options.measure, options.pages, options.text)
        return
    print("| | MB/s | core hours for 100 TB | price |\n|---|---|---|---|", flush=True)
    for engine in options.engines or ENGINES:
        rate = speed(engine, options.pages, options.text)
        hours = CRAWL / (rate * 1e6) / 3600
        print(f"| {engine} | {rate:.1f} | {hours:,.0f} | {hours * options.price:,.0f} |", flush=True)


if __name__ == "__main__":
    main()

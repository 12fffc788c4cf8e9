"""Reads the pages of WARC files in whatever encoding, repairs their text and writes JSON Lines, in a pipeline of datatrove.

usage: datatrove_warc.py FOLDER_OF_WARC_FILES OUT_FOLDER
"""
import re
import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.jsonl import JsonlWriter

from unbake.engines.datatrove import UnbakeFormatter, UnbakeWarcReader


class TagRemover(PipelineStep):
    """Stands for an extractor such as datatrove's Trafilatura, which a real pipeline has here."""

    name = "tags"
    type = "EXTRAC"

    def run(self, data, rank=0, world_size=1):
        for document in data:
            document.text = re.sub(r"<[^>]*>", " ", document.text).strip()
            yield document


def main(source, target):
    pipeline = [
        UnbakeWarcReader(source, glob_pattern="*.warc.gz"),
        TagRemover(),
        UnbakeFormatter(),
        JsonlWriter(target, compression=None),
    ]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=f"{target}/logs").run()


if __name__ == "__main__":
    main(*sys.argv[1:])

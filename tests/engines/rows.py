"""Rows of text, clean and damaged, the same each time."""
import pathlib
import random

import pyarrow
import pyarrow.parquet

import unbake

SENTENCES = pathlib.Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
PATHS = ("utf-8>windows-1252", "utf-8>windows-1251", "utf-8>gbk", "windows-1251>windows-1252")


def _baked(random_of, text):
    try:
        return unbake.bake(text, random_of.choice(PATHS))
    except ValueError:  # the text is not of that encoding
        return text


def make_texts(count, seed=1, damaged=0.3):
    """So many texts of one to four sentences, of which the share ``damaged`` is; a few are None or empty."""
    chance = random.Random(seed)
    texts = []
    for number in range(count):
        text = " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 4)))
        text = f"{number}: {_baked(chance, text) if chance.random() < damaged else text}"
        texts.append(chance.choice((None, "")) if chance.random() < 0.01 else text)
    return texts


def repaired(texts):
    """What unbake alone makes of them."""
    return [text and unbake.fix(text) for text in texts]


def make_table(texts):
    return pyarrow.table({"id": pyarrow.array(range(len(texts)), pyarrow.int64()), "text": pyarrow.array(texts, pyarrow.string())})


def write_parquet(path, texts, rows_a_group=500):
    pyarrow.parquet.write_table(make_table(texts), path, row_group_size=rows_a_group)


def read_parquet(path):
    """The texts of a file, or of the files of a folder, in the order of their ids."""
    table = pyarrow.parquet.read_table(path, columns=["id", "text"]).sort_by("id")
    assert table.column("id").to_pylist() == list(range(len(table)))
    return table.column("text").to_pylist()

"""Repair of the frames of PySpark. The executors need unbake, too."""
import functools

import unbake


def fix_batches(batches, columns=None, fixer=unbake._default):
    """The record batches of an iterator, repaired one by one: a function for ``DataFrame.mapInArrow``."""
    from unbake.pyarrow import fix_table

    return (fix_table(batch, columns, fixer) for batch in batches)


def fix_frame(frame, columns=None, fixer=unbake._default):
    """The frame with the strings of ``columns`` repaired, or of all columns of strings; its schema stays.

    Each row is repaired by itself, so the answer is the same however rows are partitioned, and whatever is computed again.
    """
    return frame.mapInArrow(functools.partial(fix_batches, columns=columns, fixer=fixer), frame.schema)

"""Repair of the collections of Dask. The workers need unbake, too."""
import unbake


def fix_frame(frame, columns=None, fixer=unbake._default):
    """The frame with the strings of ``columns`` repaired, or of all columns that hold any."""
    import unbake.pandas

    return frame.map_partitions(unbake.pandas.fix_frame, columns, fixer, meta=frame._meta)


def _fix_texts(texts, fixer):
    return fixer.fix_many(list(texts))


def fix_bag(bag, fixer=unbake._default):
    """The bag of texts with each repaired by itself."""
    return bag.map_partitions(_fix_texts, fixer)

"""Repair of pandas data."""
import pandas

import unbake


def fix_series(series, fixer=unbake._default, threads=1):
    """The series with its strings repaired, of the same dtype; the very series if there was nothing to repair.

    Strings are repaired each by itself. What is no string, missing values among it, stays. Of a categorical series the
    categories are repaired; those that become equal are joined.
    """
    if isinstance(series.dtype, pandas.CategoricalDtype):
        return _fix_categories(series, fixer, threads)
    if not (pandas.api.types.is_object_dtype(series.dtype) or pandas.api.types.is_string_dtype(series.dtype)):
        return series
    if getattr(series.dtype, "storage", "") == "pyarrow" and threads == 1:
        return _fix_arrow_strings(series, fixer)
    places = [i for i, value in enumerate(series) if isinstance(value, str)]
    texts = [series.iloc[i] for i in places]
    changes = [(i, new) for i, old, new in zip(places, texts, fixer.fix_many(texts, threads)) if new is not old]
    if not changes:
        return series
    fixed = series.copy()
    fixed.iloc[[i for i, _ in changes]] = [new for _, new in changes]
    return fixed


def _fix_arrow_strings(series, fixer):
    import pyarrow

    old = pyarrow.chunked_array(series)
    new = pyarrow.chunked_array(fixer.fix_arrow(old))
    if new.equals(old):
        return series
    return pandas.Series(pandas.array(new, dtype=series.dtype), index=series.index, name=series.name)


def _fix_categories(series, fixer, threads):
    old = series.cat.categories
    new = fix_series(pandas.Series(old), fixer, threads)
    if new.equals(pandas.Series(old)):
        return series
    categories = pandas.Index(new.unique())
    codes = categories.get_indexer(new)
    places = [codes[code] if code >= 0 else -1 for code in series.cat.codes]
    values = pandas.Categorical.from_codes(places, categories=categories, ordered=series.cat.ordered)
    return pandas.Series(values, index=series.index, name=series.name)


def fix_frame(frame, columns=None, fixer=unbake._default, threads=1):
    """The frame with the strings of ``columns`` repaired, or of all columns that hold any."""
    changed = {}
    for name in frame.columns if columns is None else columns:
        series = frame[name]
        fixed = fix_series(series, fixer, threads)
        if fixed is not series:
            changed[name] = fixed
    return frame.assign(**changed) if changed else frame

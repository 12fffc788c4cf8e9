"""Columns of Arrow, through the capsules that libraries hand them over in."""


class _Column:
    """Something that is read as the repaired column, as often as is wanted: the repair is made at each reading."""

    __slots__ = ("_fixer", "_source")

    def __init__(self, fixer, source):
        self._fixer = fixer
        self._source = source


class _Array(_Column):
    __slots__ = ()

    def __arrow_c_array__(self, requested_schema=None):
        return self._fixer._fix_arrow_array(*self._source.__arrow_c_array__(requested_schema))


class _Stream(_Column):
    __slots__ = ()

    def __arrow_c_stream__(self, requested_schema=None):
        return self._fixer._fix_arrow_stream(self._source.__arrow_c_stream__(requested_schema))


def repaired_column(fixer, column):
    for method, kind in (("__arrow_c_array__", _Array), ("__arrow_c_stream__", _Stream)):
        if hasattr(column, method):
            return kind(fixer, column)
    raise TypeError(f"column must have __arrow_c_array__ or __arrow_c_stream__, which {type(column).__name__} has not")

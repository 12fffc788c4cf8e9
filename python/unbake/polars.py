"""Repair of Polars data."""
import polars

import unbake


def fix_series(series, fixer=unbake._default):
    """The series of strings with each repaired, of the same name. Another type of series is a ``TypeError``."""
    return polars.Series(series.name, fixer.fix_arrow(series))


def fix_expression(expression, fixer=unbake._default):
    """An expression of strings, repaired: ``frame.with_columns(fix_expression(polars.col("text")))``."""
    return expression.map_batches(lambda series: fix_series(series, fixer), return_dtype=polars.String, is_elementwise=True)

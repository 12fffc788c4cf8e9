"""Repair of tables of Arrow."""
import pyarrow

import unbake


def _is_text(kind):
    if pyarrow.types.is_dictionary(kind):
        kind = kind.value_type
    return pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind) or pyarrow.types.is_string_view(kind)


def fix_table(table, columns=None, fixer=unbake._default):
    """The table, or record batch, with the strings of ``columns`` repaired, or of all columns of strings.

    Its schema stays, with all metadata. Columns that need no repair are those of ``table``, not copies. A column named in
    ``columns`` that has no strings is a ``TypeError``, one that is not there a ``KeyError``.
    """
    if columns is None:
        columns = [field.name for field in table.schema if _is_text(field.type)]
    to_column = pyarrow.chunked_array if isinstance(table, pyarrow.Table) else pyarrow.array
    for name in columns:
        place = table.schema.get_field_index(name)
        if place < 0:
            raise KeyError(f"there is no column {name!r}, or more than one: there are {', '.join(table.schema.names)}")
        table = table.set_column(place, table.schema.field(place), to_column(fixer.fix_arrow(table.column(place))))
    return table

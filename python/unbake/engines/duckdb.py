"""Functions of DuckDB that repair."""
import unbake


def register(connection, fixer=unbake._default, prefix="unbake"):
    """Gives the connection the functions that repair, and returns it.

    ``unbake_fix(text)`` is the text repaired, ``unbake_check(text)`` how many places of it are damaged,
    ``unbake_decode(blob)`` the text of bytes in whatever encoding, NULL if they are no text. NULL is answered by NULL.
    """
    import pyarrow
    from duckdb.func import ARROW, SPECIAL
    from duckdb.sqltypes import BIGINT, BLOB, VARCHAR

    def to_array(column):
        return column.combine_chunks() if isinstance(column, pyarrow.ChunkedArray) else column

    def fix(texts):
        return pyarrow.array(fixer.fix_arrow(to_array(texts)))

    def check(texts):
        return pyarrow.array([None if text is None else fixer.check(text) for text in texts.to_pylist()], pyarrow.int64())

    def decode(blobs):
        return pyarrow.array([_text_of(fixer, blob) for blob in blobs.to_pylist()], pyarrow.string())

    for name, function, given, answer in (
            ("fix", fix, VARCHAR, VARCHAR), ("check", check, VARCHAR, BIGINT), ("decode", decode, BLOB, VARCHAR)):
        connection.create_function(f"{prefix}_{name}", function, [given], answer, type=ARROW, null_handling=SPECIAL)
    return connection


def _text_of(fixer, blob):
    try:
        return None if blob is None else fixer.decode(blob).text
    except unbake.Binary:
        return None

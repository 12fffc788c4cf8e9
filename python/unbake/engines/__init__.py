"""unbake in engines for data that is large: a module for each, which imports its engine.

``unbake.engines.dask``, ``datasets`` (Hugging Face), ``datatrove``, ``duckdb``, ``ray`` and ``spark``. Those of frames that
need no engine are ``unbake.pandas``, ``unbake.polars`` and ``unbake.pyarrow``.
"""

"""Codecs that programs use under other names: ``sloppy-windows-1252`` and its kin, and ``utf-8-variants``.

Importing this makes them known to Python.
"""
import codecs
from encodings import normalize_encoding

UTF8_VAR_NAMES = ("utf_8_variants", "cesu_8", "cesu8", "java_utf_8", "utf_8_java", "utf_8_cesu", "utf_8_variant", "utf8_variants")


def search_function(encoding):
    """The codec of that name, or None if it is none of these; what ``codecs.register`` asks."""
    name = normalize_encoding(encoding).lower()
    if name in UTF8_VAR_NAMES:
        from .utf8_variants import CODEC_INFO

        return CODEC_INFO
    if name.startswith("sloppy_"):
        from .sloppy import CODECS

        return CODECS.get(name)
    return None


def ok():
    """Does nothing; who calls it shows that it uses the codecs."""


codecs.register(search_function)

"""Pages as they come from servers, whose charset may be any: what scrapers need.

Nothing else need be installed for this module. ``unbake.web.scrapy`` is a middleware for Scrapy, ``unbake.web.w3lib`` has
w3lib's function, ``unbake.web.soup`` what Beautiful Soup wants, ``unbake.web.warc`` reads the records of warcio.
"""
import codecs
from urllib.parse import urlsplit

import unbake

__all__ = ["decode_page", "decode_response", "detect_encoding", "python_codec"]

# Encodings that Python knows by another name, or not at all.
_codecs = {"windows-874": "cp874", "x-mac-cyrillic": "mac-cyrillic", "ibm737": "cp737", "iso-8859-8-i": "iso-8859-8"}


def decode_page(body, content_type=None, url=None, language=None, fixer=unbake._default, repair=True):
    """The text of a page: an :class:`unbake.Decoded`.

    ``body`` are its bytes, as they are after the transfer encoding and compression were undone; ``content_type`` the header
    of that name, ``language`` that of Content-Language, ``url`` where it is from. UTF-7 is not among the encodings of pages:
    browsers do not read it, and it hides markup. Bytes that are no text raise :class:`unbake.Binary`.
    """
    hints = {"http_charset": content_type or None, "html": True, "domain": _domain(url),
             "language": language.split(",")[0].strip() if language else None, "repair": repair}
    decoded = fixer.decode(body, **hints)
    return fixer.decode(body, **{**hints, "encoding": "utf-8"}) if decoded.encoding == "utf-7" else decoded


def _domain(url):
    try:
        host = urlsplit(str(url)).hostname if url else None
    except ValueError:
        return None
    name = host.rpartition(".")[2] if host else ""
    return name if name.isalpha() else None


def decode_response(response, fixer=unbake._default, repair=True):
    """The text of a response of requests, httpx, or whatever has ``content``, ``headers`` and ``url``. See :func:`decode_page`.

    >>> import types
    >>> page = types.SimpleNamespace(content=b"<p>\\xcf\\xf0\\xe8\\xe2\\xe5\\xf2, \\xec\\xe8\\xf0!</p>", url="http://a.ru/", headers={})
    >>> decode_response(page).encoding
    'windows-1251'
    """
    headers = response.headers
    return decode_page(response.content, headers.get("content-type"), response.url, headers.get("content-language"), fixer, repair)


def detect_encoding(data):
    """The encoding of bytes, as Python names it; None if they are no text, or Python has no codec for it.

    It fits wherever a function is asked for that detects: w3lib's ``auto_detect_fun``, httpx's ``default_encoding``. What
    a document says of its encoding is heard. Stray bytes and mixed encodings need :func:`decode_page`.

    >>> detect_encoding("\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442, \\u043c\\u0438\\u0440!".encode("koi8-r"))
    'koi8-r'
    """
    try:
        return python_codec(unbake.decode(data, html=True, repair=False).encoding)
    except unbake.Binary:
        return None


def python_codec(encoding):
    """The name of Python's codec for one of unbake's encodings, or None: UTF-7, too, which no page is read in.

    >>> python_codec("windows-874"), python_codec("vni")
    ('cp874', None)
    """
    try:
        name = codecs.lookup(_codecs.get(encoding, encoding)).name
    except LookupError:
        return None
    return None if name == "utf-7" else name

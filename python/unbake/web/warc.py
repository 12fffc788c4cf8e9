"""The pages of WARC files, through warcio."""
from collections import namedtuple

import unbake
from unbake.web import decode_page

__all__ = ["Page", "decode_record", "read_pages"]

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_SNIFFED = 512


class Page(namedtuple("Page", "id url date decoded")):
    """A page of a WARC file: its record's ID, address and date, and its text, an :class:`unbake.Decoded`."""

    __slots__ = ()


def decode_record(record, fixer=unbake._default, repair=True):
    """The text of a record's content: an :class:`unbake.Decoded`. The content is read by it, compression undone.

    The headers of the response that the record holds are heard. Content that is no text raises :class:`unbake.Binary`.
    """
    return _decode(record, record.content_stream().read(), fixer, repair)


def _decode(record, body, fixer, repair=True):
    headers = record.http_headers
    header = (lambda name: headers.get_header(name)) if headers else (lambda name: None)
    if record.rec_type == "conversion":  # text that was extracted, which is always in UTF-8
        return fixer.decode(body, encoding="utf-8", repair=repair)
    url = record.rec_headers.get_header("WARC-Target-URI")
    return decode_page(body, header("Content-Type"), url, header("Content-Language"), fixer, repair)


def read_pages(stream, fixer=unbake._default):
    """Each :class:`Page` of a WARC file that is open for reading bytes, compressed or not; of WET files each text.

    A record is a page if it is a response of HTML by the type that the crawler found (``WARC-Identified-Payload-Type``), or if
    that is missing by the server's, or if the server says nothing, or that it is text or bytes, by its first characters.
    """
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(stream, arc2warc=True):
        if record.rec_type not in ("response", "conversion"):
            continue
        body = record.content_stream().read()
        if record.rec_type == "response" and not _is_page(record, body):
            continue
        try:
            decoded = _decode(record, body, fixer)
        except unbake.Binary:
            continue
        yield Page(*map(record.rec_headers.get_header, ("WARC-Record-ID", "WARC-Target-URI", "WARC-Date")), decoded)


def _is_page(record, body):
    kind = record.rec_headers.get_header("WARC-Identified-Payload-Type")
    if not kind and record.http_headers:
        kind = record.http_headers.get_header("Content-Type")
    kind = (kind or "").partition(";")[0].strip().lower()
    if kind in _PAGE_TYPES:
        return True
    return kind in ("", "text/plain", "application/octet-stream") and _looks_like_page(body)


def _looks_like_page(body):
    start = body[:_SNIFFED].replace(b"\0", b"").lower()
    return any(sign in start for sign in (b"<!doctype html", b"<html", b"<head", b"<body", b"<title", b"<meta"))

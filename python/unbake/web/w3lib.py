"""What w3lib.encoding has, for pages that lie. w3lib itself need not be installed."""
import unbake
from unbake.web import decode_page, detect_encoding

__all__ = ["auto_detect_fun", "html_to_unicode"]

# For w3lib's own html_to_unicode, which asks it only of pages that declare nothing.
auto_detect_fun = detect_encoding


def html_to_unicode(content_type_header, html_body_str, default_encoding="utf8", auto_detect_fun=None):
    """``(encoding, text)`` of a page, as ``w3lib.encoding.html_to_unicode`` has it, and with its parameters.

    What header and page declare must be borne out by the bytes. ``default_encoding`` and ``auto_detect_fun`` are heard of
    bytes only that are no text.
    """
    try:
        decoded = decode_page(html_body_str, content_type_header)
    except unbake.Binary:
        encoding = (auto_detect_fun and auto_detect_fun(html_body_str)) or default_encoding
        return encoding, html_body_str.decode(encoding, "replace")
    return decoded.encoding, decoded.text

"""What Beautiful Soup wants: its tree, and the attributes of its ``UnicodeDammit``."""
import unbake
from unbake.web import decode_page

__all__ = ["Dammit", "make_soup"]


class Dammit:
    """The text of bytes, with the names that ``bs4.dammit.UnicodeDammit`` has.

    ``unicode_markup`` is the text, None if the bytes are none; ``original_encoding`` the encoding of the bytes, None for text
    that was given as ``str``; ``declared_html_encoding`` what the page says, ``contains_replacement_characters`` whether some
    bytes were no text. ``decoded`` is all that was found: an :class:`unbake.Decoded`.
    """

    def __init__(self, markup, content_type=None, url=None, fixer=unbake._default):
        self.markup = markup
        self.decoded = None
        self.original_encoding = None
        if isinstance(markup, str):
            self.unicode_markup = fixer.fix(markup)
        else:
            self._decode(content_type, url, fixer)

    def _decode(self, content_type, url, fixer):
        try:
            self.decoded = decode_page(self.markup, content_type, url, fixer=fixer)
        except unbake.Binary:
            self.unicode_markup = None
            return
        self.unicode_markup = self.decoded.text
        self.original_encoding = self.decoded.encoding

    @property
    def declared_html_encoding(self):
        votes = self.decoded.votes if self.decoded else ()
        return next((vote.encoding for vote in votes if vote.source in ("meta", "xml")), None)

    @property
    def contains_replacement_characters(self):
        return "\ufffd" in (self.unicode_markup or "")


def make_soup(markup, features="html.parser", content_type=None, url=None, fixer=unbake._default, **options):
    """The ``BeautifulSoup`` of a page, whose ``original_encoding`` is that of the bytes. ``options`` are those of the class."""
    from bs4 import BeautifulSoup

    dammit = Dammit(markup, content_type, url, fixer)
    if dammit.unicode_markup is None:
        raise unbake.Binary("the bytes are no text")
    soup = BeautifulSoup(dammit.unicode_markup, features, **options)
    soup.original_encoding = dammit.original_encoding
    soup.declared_html_encoding = dammit.declared_html_encoding
    return soup

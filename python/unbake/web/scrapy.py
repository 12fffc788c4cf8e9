"""A downloader middleware for Scrapy: pages are decoded and repaired before a spider sees them."""
from scrapy.http import HtmlResponse, TextResponse, XmlResponse

import unbake
from unbake.web import decode_page


class DecodingMiddleware:
    """Makes UTF-8 of every page of text, whatever server and page say of its encoding.

    ``DOWNLOADER_MIDDLEWARES = {"unbake.web.scrapy.DecodingMiddleware": 585}`` puts it behind decompression (590) and before
    what reads pages (580). ``request.meta["unbake"]`` is the :class:`unbake.Decoded` of a page. The setting
    ``UNBAKE_REPAIR`` (True) says whether damage in the text is repaired, ``UNBAKE_OPTIONS`` are options of
    :class:`unbake.Fixer`. JSON and other text that is no page is decoded, but not repaired: its strings are for its reader
    to unpack.
    """

    def __init__(self, repair=True, options=None):
        self.repair = repair
        self.fixer = unbake.Fixer(**(options or {}))

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler.settings.getbool("UNBAKE_REPAIR", True), crawler.settings.getdict("UNBAKE_OPTIONS"))

    def process_response(self, request, response, spider=None):
        if not isinstance(response, TextResponse):
            return response
        header = response.headers.get("Content-Type", b"").decode("latin-1")
        language = response.headers.get("Content-Language", b"").decode("latin-1")
        is_page = isinstance(response, (HtmlResponse, XmlResponse)) or header.startswith("text/plain")
        try:
            decoded = decode_page(response.body, header, response.url, language, self.fixer, self.repair and is_page)
        except unbake.Binary:
            return response
        request.meta["unbake"] = decoded
        return response.replace(body=decoded.text.encode("utf-8"), encoding="utf-8")

"""Steps of datatrove's pipelines: a formatter that repairs, and a reader of WARC files that drops no page for its bytes."""
from datatrove.pipeline.formatters.base import BaseFormatter
from datatrove.pipeline.readers.warc import WarcReader

import unbake
from unbake.web.warc import read_pages


class UnbakeFormatter(BaseFormatter):
    """Repairs the text of each document. ``options`` are those of :class:`unbake.Fixer`.

    The statistic ``repaired`` counts the documents that changed.
    """

    name = "unbake"

    def __init__(self, **options):
        super().__init__()
        self.fixer = unbake.Fixer(**options)

    def format(self, text):
        fixed = self.fixer.fix(text)
        if fixed is not text:
            self.stat_update("repaired")
        return fixed


class UnbakeWarcReader(WarcReader):
    """Reads the pages of WARC files as datatrove's own reader does, but decodes them by :func:`unbake.decode`.

    What the server and the page say of the encoding is heard, and checked against the bytes; every page that is text is
    kept. Documents tell in their metadata the ``encoding`` that was found, and its ``encoding_confidence``. ``fixer`` is the
    :class:`unbake.Fixer` that repairs the text; all other parameters are those of ``WarcReader``.
    """

    name = "unbake WARC"
    _requires_dependencies = ["warcio"]

    def __init__(self, *arguments, fixer=unbake._default, **options):
        super().__init__(*arguments, **options)
        self.fixer = fixer

    def read_file(self, filepath):
        with self.data_folder.open(filepath, "rb", compression=self.compression) as file:
            pages = enumerate(read_pages(file, self.fixer))
            while True:
                with self.track_time():
                    place, page = next(pages, (None, None))
                    document = page and self.get_document_from_dict(_to_dict(page), filepath, place)
                if page is None:
                    return
                if document:
                    yield document


def _to_dict(page):
    return {"text": page.decoded.text, "id": page.id, "url": page.url, "date": page.date, "encoding": page.decoded.encoding,
            "encoding_confidence": page.decoded.confidence}

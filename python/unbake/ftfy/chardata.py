"""Which characters the cosmetic steps change, and into what."""
import html.entities
import re
import unicodedata

from . import bad_codecs

bad_codecs.ok()

CHARMAP_ENCODINGS = ["latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "sloppy-windows-1250", "sloppy-windows-1253",
                     "sloppy-windows-1254", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437"]

SINGLE_QUOTE_RE = re.compile("[\u02bc\u2018\u2019\u201a\u201b]")
DOUBLE_QUOTE_RE = re.compile("[\u201c\u201d\u201e\u201f]")
C1_CONTROL_RE = re.compile("[\x80-\x9f]")
HTML_ENTITY_RE = re.compile("&#?[0-9A-Za-z]{1,24};")


def _named_entities():
    """What each entity that ends in a semicolon stands for; names in capitals stand for the capital, where there is none."""
    entities = {"&" + name: text for name, text in html.entities.html5.items() if name.endswith(";")}
    for name, text in list(entities.items()):
        if len(text) == 1 and name.upper() not in entities:
            entities[name.upper()[:-1] + ";"] = text.upper()
    return entities


HTML_ENTITIES = _named_entities()

# Controls with no use in text: C0 but tab and ends of lines and pages, deleted controls of direction and annotation, marks of
# byte order and of objects.
CONTROL_CHARS = {code: None for start, end in ((0, 8), (0xB, 0xB), (0xE, 0x1F), (0x7F, 0x7F), (0x206A, 0x206F),
                                               (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFC)) for code in range(start, end + 1)}

# Letters that are drawn as one and mean two, in Latin script. Others, such as Dutch IJ, are what is typed.
LIGATURES = {ord(ligature): unicodedata.normalize("NFKC", ligature) for ligature in
             "\u0132\u0133\u0149\u01f1\u01f2\u01f3\u01c4\u01c5\u01c6\u01c7\u01c8\u01c9\u01ca\u01cb\u01cc"
             "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb06"}
LIGATURES[0xFB05] = "\u017ft"  # the long s stays one

# Letters, kana and signs in the width of the other script, and the wide space.
WIDTH_MAP = {code: unicodedata.normalize("NFKC", chr(code)) for code in (0x3000, *range(0xFF01, 0xFFF0))
             if unicodedata.normalize("NFKC", chr(code)) != chr(code)}


def possible_encoding(text, encoding):
    """True if the text could come of decoding bytes as ``encoding``, one of ``CHARMAP_ENCODINGS`` or ``ascii``."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

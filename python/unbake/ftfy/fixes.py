"""The single steps, each a function from text to text, or from bytes to bytes."""
import codecs
import html
import re

import unbake

from .badness import is_bad
from .chardata import (C1_CONTROL_RE, CONTROL_CHARS, DOUBLE_QUOTE_RE, HTML_ENTITIES, HTML_ENTITY_RE, LIGATURES, SINGLE_QUOTE_RE,
                       WIDTH_MAP)

ANSI_RE = re.compile("\x1b\\[[0-9;]*[A-Za-z]")
SURROGATE_RE = re.compile("[\ud800-\udfff]")
SURROGATE_PAIR_RE = re.compile("[\ud800-\udbff][\udc00-\udfff]")
ESCAPE_SEQUENCE_RE = re.compile(r"\\(?:U[0-9A-Fa-f]{8}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[0-7]{1,3}|N\{[^}]+\}|[\\'\"abfnrtv])")


def fix_encoding_and_explain(text):
    """The encoding repaired, and the plan of it. The same as in the package."""
    from unbake import ftfy

    return ftfy.fix_encoding_and_explain(text)


def fix_encoding(text):
    """The encoding repaired. The same as in the package."""
    from unbake import ftfy

    return ftfy.fix_encoding(text)


def apply_plan(text, plan):
    """The steps of a plan taken again. The same as in the package."""
    from unbake import ftfy

    return ftfy.apply_plan(text, plan)


def _unescaped(match):
    entity = match[0]
    if entity in HTML_ENTITIES:
        return HTML_ENTITIES[entity]
    return html.unescape(entity) if re.fullmatch("&#([0-9]+|[xX][0-9A-Fa-f]+);", entity) else entity


def unescape_html(text):
    """Entities as what they stand for, those in capitals included.

    >>> unescape_html("&lt;tag&gt; &NTILDE; &nothing;")
    '<tag> \\xd1 &nothing;'
    """
    return HTML_ENTITY_RE.sub(_unescaped, text)


def remove_terminal_escapes(text):
    """Without the sequences that color text in terminals.

    >>> remove_terminal_escapes("\\x1b[36;44mblue\\x1b[0m")
    'blue'
    """
    return ANSI_RE.sub("", text)


def uncurl_quotes(text):
    """Typographic quotes as straight ones.

    >>> uncurl_quotes("\\u201chere\\u2019s a test\\u201d")
    '"here\\'s a test"'
    """
    return SINGLE_QUOTE_RE.sub("'", DOUBLE_QUOTE_RE.sub('"', text))


def fix_latin_ligatures(text):
    """Ligatures as the letters they are drawn of.

    >>> fix_latin_ligatures("\\ufb02u\\ufb00iest")
    'fluffiest'
    """
    return text.translate(LIGATURES)


def fix_character_width(text):
    """Fullwidth letters and halfwidth kana in their own width.

    >>> fix_character_width("\\uff2c\\uff2f\\uff35\\uff24")
    'LOUD'
    """
    return text.translate(WIDTH_MAP)


def fix_line_breaks(text):
    r"""All ends of lines as \n.

    >>> fix_line_breaks("one\r\ntwo\rthree\u2028four\x85")
    'one\ntwo\nthree\nfour\n'
    """
    return re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)


def convert_surrogate_pair(match):
    """The character that a match of two surrogates stands for."""
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def fix_surrogates(text):
    r"""Pairs of surrogates as characters, lone ones as U+FFFD.

    >>> fix_surrogates("\ud83d\udca9\udfff") == "\U0001f4a9\ufffd"
    True
    """
    if SURROGATE_RE.search(text) is None:
        return text
    return SURROGATE_RE.sub("\ufffd", SURROGATE_PAIR_RE.sub(convert_surrogate_pair, text))


def remove_control_chars(text):
    """Without control characters that have no use in text; tabs, ends of lines and pages, and joiners stay."""
    return text.translate(CONTROL_CHARS)


def remove_bom(text):
    """Without marks of byte order at its beginning."""
    return text.lstrip("\ufeff")


def decode_escapes(text):
    r"""Escapes of Python and its relatives as what they stand for; no step of the plans.

    >>> decode_escapes("caf\\u00e9\\n") == "caf\u00e9\n"
    True
    """
    return ESCAPE_SEQUENCE_RE.sub(lambda match: codecs.decode(match[0], "unicode-escape"), text)


# Characters of UTF-8 in three or four bytes, of which some, but not all, that follow the first became spaces.
_SPACED_RE = re.compile(b"[\xe0-\xef][\x80-\xbf ]{2}|[\xf0-\xf4][\x80-\xbf ]{3}")
# "a" with a grave accent, whose second byte became the space behind the word; not where French words go on.
_SPACED_A_GRAVE_RE = re.compile(b"\xc3 (?=[A-Za-z])")
_LOST = b"\x1a?"
_LOSSY_RE = re.compile(b"[\xc2-\xdf][?\x1a]|[\xe0-\xef][\x80-\xbf?\x1a]{2}|[\xf0-\xf4][\x80-\xbf?\x1a]{3}|\x1a")


def restore_byte_a0(byts):
    """Bytes of UTF-8 in which A0 became a space, as they were.

    >>> restore_byte_a0(b"\\xc3 table, \\xe2\\x9c ").decode() == "\\u00e0 table, \\u2720"
    True
    """

    def restored(match):
        whole = match[0].replace(b" ", b"\xa0")
        try:
            whole.decode("utf-8")
        except UnicodeDecodeError:
            return match[0]
        return match[0] if match[0][1:].isspace() else whole

    return _SPACED_RE.sub(restored, _SPACED_A_GRAVE_RE.sub(b"\xc3\xa0 ", byts))


def replace_lossy_sequences(byts):
    """Bytes of UTF-8 some of which became question marks or 1A, as U+FFFD.

    >>> replace_lossy_sequences(b"\\xe2\\x80\\x1a s").decode() == "\\ufffd s"
    True
    """

    def replaced(match):
        return "\ufffd".encode() if any(byte in match[0] for byte in _LOST) else match[0]

    return _LOSSY_RE.sub(replaced, byts)


def decode_inconsistent_utf8(text):
    """Text repaired in the places that are damaged, the rest as it is: what unbake does.

    >>> decode_inconsistent_utf8("\\u00e9t\\u00e9, caf\\u00c3\\u00a9 ferm\\u00c3\\u00a9") == "\\u00e9t\\u00e9, caf\\u00e9 ferm\\u00e9"
    True
    """
    return unbake.Fixer(notations=["none"]).fix(text)


def fix_c1_controls(text):
    """C1 controls as the characters that windows-1252 has for their bytes.

    >>> fix_c1_controls("\\x80 50") == "\\u20ac 50"
    True
    """
    return C1_CONTROL_RE.sub(lambda match: match[0].encode("latin-1").decode("sloppy-windows-1252"), text)


__all__ = ["apply_plan", "convert_surrogate_pair", "decode_escapes", "decode_inconsistent_utf8", "fix_c1_controls",
           "fix_character_width", "fix_encoding", "fix_encoding_and_explain", "fix_latin_ligatures", "fix_line_breaks",
           "fix_surrogates", "is_bad", "remove_bom", "remove_control_chars", "remove_terminal_escapes",
           "replace_lossy_sequences", "restore_byte_a0", "uncurl_quotes", "unescape_html"]

"""The interface of ftfy 6.3, and its defaults, with the encoding repair of unbake.

    import unbake.ftfy as ftfy
    ftfy.fix_text(text)

Repair of encodings is unbake's. The other steps, which are a matter of taste, are done as ftfy's documentation says; they are
what :mod:`unbake` itself never does. ``docs/moving-from-ftfy.md`` lists what differs.
"""
import json
import sys
import unicodedata
import warnings
from typing import Callable, Dict, List, NamedTuple, Optional, Union

import unbake

from . import bad_codecs, fixes
from .badness import is_bad
from .formatting import display_ljust

__version__ = "6.3.1"  # of the interface

__all__ = ["ExplainedText", "ExplanationStep", "FIXERS", "TextFixerConfig", "apply_plan", "bad_codecs", "display_ljust",
           "explain_unicode", "fix_and_explain", "fix_encoding", "fix_encoding_and_explain", "fix_file", "fix_text",
           "fix_text_segment", "fixes", "ftfy", "guess_bytes", "is_bad"]

BYTES_ERROR_TEXT = ("This is bytes, and text is wanted. Decode it first, if you can tell its encoding; "
                    "unbake.fix repairs bytes that are UTF-8, and guess_bytes makes a guess.")


class ExplanationStep(NamedTuple):
    """A step of a plan: ``encode`` or ``decode`` in an encoding, ``transcode`` or ``apply`` a function that ``FIXERS`` names,
    ``normalize`` to a form; or ``replace``, which ftfy has not: a JSON list of [start, end, text]."""

    action: str
    parameter: str

    def __repr__(self):
        return repr(tuple(self))


class ExplainedText(NamedTuple):
    """A text, and the plan that makes it of what was given; None if none was asked for."""

    text: str
    explanation: Optional[List[ExplanationStep]]


FIXERS: Dict[str, Callable] = {
    name: getattr(fixes, name)
    for name in ("unescape_html", "remove_terminal_escapes", "restore_byte_a0", "replace_lossy_sequences",
                 "decode_inconsistent_utf8", "fix_c1_controls", "fix_latin_ligatures", "fix_character_width", "uncurl_quotes",
                 "fix_line_breaks", "fix_surrogates", "remove_control_chars")
}


class TextFixerConfig(NamedTuple):
    """What is done. The defaults are ftfy's, not those of unbake.

    ``unescape_html``: True, False, or ``"auto"``: unless there is a ``<``. Of the encoding repair, ``restore_byte_a0`` takes
    spaces for no-break spaces, ``replace_lossy_sequences`` repairs where bytes were lost, with U+FFFD for what is not sure,
    ``decode_inconsistent_utf8`` repairs places of a text whose other characters are whole, and ``fix_c1_controls`` reads C1
    controls that are left as windows-1252. ``max_decode_length`` is how many characters are looked at together.
    """

    unescape_html: Union[str, bool] = "auto"
    remove_terminal_escapes: bool = True
    fix_encoding: bool = True
    restore_byte_a0: bool = True
    replace_lossy_sequences: bool = True
    decode_inconsistent_utf8: bool = True
    fix_c1_controls: bool = True
    fix_latin_ligatures: bool = True
    fix_character_width: bool = True
    uncurl_quotes: bool = True
    fix_line_breaks: bool = True
    fix_surrogates: bool = True
    remove_control_chars: bool = True
    normalization: Optional[str] = "NFC"
    max_decode_length: int = 1000000
    explain: bool = True


# The steps after the repair of the encoding, in order.
_COSMETIC = ("fix_latin_ligatures", "fix_character_width", "uncurl_quotes", "fix_line_breaks", "fix_surrogates",
             "remove_terminal_escapes", "remove_control_chars")
_MOST_ROUNDS = 100


def _config_of(config, options):
    if "fix_entities" in options:
        warnings.warn("`fix_entities` is now named `unescape_html`", DeprecationWarning, stacklevel=3)
        options = dict(options)
        options["unescape_html"] = options.pop("fix_entities")
    return (config or TextFixerConfig())._replace(**options)


def _check_text(text):
    if isinstance(text, bytes):
        raise UnicodeError(BYTES_ERROR_TEXT)
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")


def fix_text(text, config=None, **kwargs):
    """The text repaired, line by line.

    >>> fix_text("\\u00e2\\u0080\\u009cCaf\\u00c3\\u00a9\\u00e2\\u0080\\u009d") == '"Caf\\u00e9"'
    True
    """
    config = _config_of(config, kwargs)._replace(explain=False)
    _check_text(text)
    out, start = [], 0
    while start < len(text):
        end = text.find("\n", start) + 1
        if end == 0 or end - start > config.max_decode_length:
            end = min(len(text), start + config.max_decode_length)
        segment = text[start:end]
        if config.unescape_html == "auto" and "<" in segment:
            config = config._replace(unescape_html=False)
        out.append(_fixed(segment, config, None))
        start = end
    return "".join(out)


def fix_text_segment(text, config=None, **kwargs):
    """The text repaired as a whole."""
    return fix_and_explain(text, _config_of(config, kwargs)._replace(explain=False)).text


def fix_and_explain(text, config=None, **kwargs):
    """The text repaired as a whole, with the plan: an :class:`ExplainedText`."""
    config = _config_of(config, kwargs)
    _check_text(text)
    if config.unescape_html == "auto" and "<" in text:
        config = config._replace(unescape_html=False)
    steps = [] if config.explain else None
    return ExplainedText(_fixed(text, config, steps), steps)


def _note(steps, action, parameter):
    if steps is not None:
        steps.append(ExplanationStep(action, parameter))


def _fixed(text, config, steps):
    for _ in range(_MOST_ROUNDS):
        before = text
        if config.unescape_html:
            text = _tried("unescape_html", text, steps)
        if config.fix_encoding:
            text = _fixed_encoding(text, config, steps)
        for name in _COSMETIC:
            if getattr(config, name):
                text = _tried(name, text, steps)
        if config.normalization is not None and not unicodedata.is_normalized(config.normalization, text):
            text = unicodedata.normalize(config.normalization, text)
            _note(steps, "normalize", config.normalization)
        if text == before:
            break
    return text


def _tried(name, text, steps):
    fixed = FIXERS[name](text)
    if fixed != text:
        _note(steps, "apply", name)
    return fixed


def fix_encoding(text, config=None, **kwargs):
    """The text with its encoding repaired, and nothing else."""
    return fix_encoding_and_explain(text, _config_of(config, kwargs)._replace(explain=False)).text


def fix_encoding_and_explain(text, config=None, **kwargs):
    """The text with its encoding repaired, and nothing else; with the plan: an :class:`ExplainedText`."""
    config = _config_of(config, kwargs)
    _check_text(text)
    steps = [] if config.explain else None
    return ExplainedText(_fixed_encoding(text, config, steps) if config.fix_encoding else text, steps)


_FIXERS_BY_LOSSY = {True: unbake.Fixer(notations=["none"], lossy="mark"), False: unbake.Fixer(notations=["none"], lossy="leave")}


def _fixed_encoding(text, config, steps):
    if text.isascii():
        return text
    text = _without_latin_1(text, steps)
    try:
        spans = _FIXERS_BY_LOSSY[bool(config.replace_lossy_sequences)].repair(text).spans
    except UnicodeEncodeError:  # lone surrogates, which another step may join
        return text
    if not config.restore_byte_a0:
        spans = [span for span in spans if not _restores_byte_a0(span)]
    if not config.decode_inconsistent_utf8 and not _is_consistent(text, spans):
        spans = []
    if spans:
        text = _replaced(text, spans, steps)
    if config.fix_c1_controls and fixes.C1_CONTROL_RE.search(text) and not text.isspace():
        text = _tried("fix_c1_controls", text, steps)
    return text


def _without_latin_1(text, steps):
    """The text without layers of UTF-8 read as Latin-1 that C1 controls, of which text has none, tell of: whatever it says, it
    is UTF-8 as a whole."""
    while fixes.C1_CONTROL_RE.search(text):
        decoded = _decoded(text, "latin-1")
        if decoded is None:
            break
        _note(steps, "encode", "latin-1")
        _note(steps, "decode", "utf-8")
        text = decoded
    return text


def _restores_byte_a0(span):
    """Whether the repair takes it that a no-break space became a space, or went."""
    return "nbsp-" in span.profile and span.after.encode().count(b"\xa0") > span.before.count("\xa0")


def _is_consistent(text, spans):
    """Whether all that is not ASCII lies in spans."""
    done = 0
    for span in spans:
        if not text[done:span.start].isascii():
            return False
        done = span.end
    return text[done:].isascii()


def _replaced(text, spans, steps):
    edits = [(span.start, span.end, span.after) for span in spans]
    fixed = _edited(text, edits)
    if steps is None:
        return fixed
    paths = {span.path for span in spans}
    encoding = _codec_of(paths.pop()) if len(paths) == 1 else None
    if encoding is not None and _decoded(text, encoding) == fixed:
        _note(steps, "encode", encoding)
        _note(steps, "decode", "utf-8")
    else:
        _note(steps, "replace", json.dumps(edits))
    return fixed


def _codec_of(path):
    """The name that ftfy has for the encoding of a path of one layer."""
    if not path.startswith("utf-8>") or "|" in path:
        return None
    reader = path[len("utf-8>"):]
    return "sloppy-" + reader if reader.startswith("windows-") else {"macintosh": "macroman"}.get(reader, reader)


def _decoded(text, encoding):
    try:
        return text.encode(encoding).decode("utf-8")
    except (UnicodeError, LookupError):
        return None


def _edited(text, edits):
    out, done = [], 0
    for start, end, after in edits:
        out += text[done:start], after
        done = end
    return "".join(out) + text[done:]


def apply_plan(text, plan):
    """The steps of a plan, taken again.

    >>> apply_plan("caf\\u00c3\\u00a9", [("encode", "latin-1"), ("decode", "utf-8")]) == "caf\\u00e9"
    True
    """
    for action, parameter in plan:
        if action == "encode":
            text = text.encode(parameter)
        elif action == "decode":
            text = text.decode(parameter)
        elif action in ("transcode", "apply"):
            if parameter not in FIXERS:
                raise ValueError(f"Unknown function to apply: {parameter}")
            text = FIXERS[parameter](text)
        elif action == "normalize":
            text = unicodedata.normalize(parameter, text)
        elif action == "replace":
            text = _edited(text, json.loads(parameter))
        else:
            raise ValueError(f"Unknown plan step: {action}")
    return text


def fix_file(input_file, encoding=None, config=None, **kwargs):
    """The lines of a file, repaired. Lines of bytes are decoded as ``encoding``, or by :func:`guess_bytes` if it is None."""
    config = _config_of(config, kwargs)
    for line in input_file:
        if isinstance(line, bytes):
            if encoding is None:
                line, encoding = guess_bytes(line)
            else:
                line = line.decode(encoding)
        if config.unescape_html == "auto" and "<" in line:
            config = config._replace(unescape_html=False)
        yield _fixed(line, config._replace(explain=False), None)


def guess_bytes(bstring):
    """Bytes decoded, and the encoding that was taken: UTF-16 if they begin with its mark, UTF-8 or a variant of it if they are
    that, MacRoman if lines end in CR alone, else windows-1252."""
    if isinstance(bstring, str):
        raise UnicodeError("This is text already: there is nothing to guess. fix_text repairs text.")
    if bstring.startswith((b"\xfe\xff", b"\xff\xfe")):
        return bstring.decode("utf-16"), "utf-16"
    for encoding in ("utf-8", "utf-8-variants"):
        try:
            return bstring.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
    encoding = "macroman" if b"\r" in bstring and b"\n" not in bstring else "sloppy-windows-1252"
    return bstring.decode(encoding), encoding


def explain_unicode(text):
    """Prints a line for each character: its code, itself, its category and its name.

    >>> explain_unicode("a")
    U+0061  a       [Ll] LATIN SMALL LETTER A
    """
    for char in text:
        shown = char if char.isprintable() else char.encode("unicode-escape").decode("ascii")
        name = unicodedata.name(char, "<unknown>")
        print(f"{f'U+{ord(char):04X}':<7} {display_ljust(shown, 7)} [{unicodedata.category(char)}] {name}", file=sys.stdout)


ftfy = fix_text

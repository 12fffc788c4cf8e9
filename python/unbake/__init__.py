"""Repairs text that was decoded with the wrong encoding (mojibake), and leaves everything else as it was.

>>> import unbake
>>> unbake.fix("Le caf\\u00c3\\u00a9 est ferm\\u00c3\\u00a9.")
'Le caf\\xe9 est ferm\\xe9.'

Text is ``str`` or ``bytes`` (in UTF-8), and comes out as what went in: clean text as the very object that was given.
Positions count characters of a ``str``, and bytes of ``bytes``. Anything else is a ``TypeError``; a ``str`` with lone
surrogates is a ``UnicodeEncodeError``; a wrong option is a ``ValueError``.

Functions of this module use the default options; a :class:`Fixer` has others. All of it may be used by any number of
threads at once.
"""
from collections import namedtuple as _namedtuple

from . import _native

__all__ = ["Binary", "Decoded", "Finding", "Fixer", "Guess", "Loss", "Piece", "Repair", "Span", "Stray", "Vote", "bake", "check",
           "collect_evidence", "decode", "explain", "fix", "fix_arrow", "fix_many", "names", "repair", "score"]
__version__ = _native.version

bake = _native.bake


class Repair(_namedtuple("Repair", "text changed spans score")):
    """A repaired text.

    ``text`` is the answer of :func:`fix`, ``changed`` whether it differs, ``spans`` the places that were repaired, as
    :class:`Span`, in order; ``score`` by how many nats (natural-logarithm units) the text became likelier.
    """

    __slots__ = ()


class Span(_namedtuple("Span", "start end before after path profile notation score confidence losses fidelity",
                       defaults=(0.0,))):
    """One repair: ``before``, which stood at ``start`` to ``end`` of the text, becomes ``after``.

    ``path`` is the damage that is undone, oldest layer first (``utf-8>windows-1252 | utf-8>gbk``), ``profile`` how the
    decoder failed, ``notation`` how characters of the span are spelled (empty if they are not). ``score`` is in nats,
    ``confidence`` the probability that the text was damaged so. ``losses`` are the places where a byte was lost, as
    :class:`Loss`, ``fidelity`` the probability that ``after`` is what was written: below ``confidence`` if there are any.
    """

    __slots__ = ()


class Loss(_namedtuple("Loss", "start end candidates")):
    """A place of ``Span.after`` where a byte was lost: pairs of a character that could stand there and its probability."""

    __slots__ = ()


class Finding(_namedtuple("Finding", "span verdict reason kind", defaults=("",))):
    """A place that is damaged, or looks so.

    ``verdict`` is ``repaired``, ``unsure``, ``unproven``, ``unrecoverable`` or ``mentioned``; ``reason`` a sentence.
    ``kind`` says of what is unrecoverable what it is: ``replacement-character``, ``replacement-read-again``,
    ``question-marks`` or ``unwritten-memory``; then the span says where it stands, and nothing of a repair.
    """

    __slots__ = ()


class Decoded(_namedtuple("Decoded", "text encoding confidence repairs alternatives votes pieces strays")):
    """The text that bytes are, and how it was found.

    ``text`` has no byte order mark. ``encoding`` is that of the bytes, or of most of them; ``confidence`` (0 to 1) how likely
    the text is right in that, before repair. ``repairs`` are what was repaired in it then, as :class:`Span` whose positions
    count characters of the text before. ``alternatives`` are other encodings, as :class:`Guess`, likeliest first; ``votes``
    what server and document said, as :class:`Vote`; ``pieces`` the parts in different encodings, as :class:`Piece`;
    ``strays`` the bytes that are not of the encoding around them, as :class:`Stray`.
    """

    __slots__ = ()


class Guess(_namedtuple("Guess", "encoding confidence")):
    """An encoding that bytes may be in, with its probability."""

    __slots__ = ()


class Vote(_namedtuple("Vote", "source encoding agrees contradicted")):
    """What a source (``byte order mark``, ``http``, ``meta``, ``xml``) said of the encoding.

    ``agrees`` says that it is the encoding found, ``contradicted`` that the bytes can hardly be in it.
    """

    __slots__ = ()


class Piece(_namedtuple("Piece", "start end encoding")):
    """Bytes that are in one encoding; ``start`` and ``end`` count bytes of the data."""

    __slots__ = ()


class Stray(_namedtuple("Stray", "start end encoding text")):
    """Bytes, at ``start`` to ``end`` of the data, that are not of the encoding around them.

    ``text`` is what they were read as, in ``encoding``; U+FFFD, and the encoding empty, if nothing fits.
    """

    __slots__ = ()


class Binary(ValueError):
    """Bytes that are no text: a picture, a program, an archive."""


def _span(found):
    losses = tuple(Loss(start, end, tuple(candidates)) for start, end, candidates in found[9])
    return Span(*found[:9], losses, found[13])


class Fixer(_native.Fixer):
    """Options for a repair, checked once and used often; never changes, can be pickled, and serves any number of threads.

    ``min_confidence`` (0 to 1) is how sure a repair must be, ``max_layers`` (1 to 5) how many wrong decodings are undone.
    ``lossy`` says what to do where a byte was lost: ``"guess"`` the likeliest character, ``"mark"`` what is not sure by
    U+FFFD, ``"leave"`` it. ``allow`` and ``deny`` list the layers (``"utf-8>gbk"``) that alone, or never, are considered;
    ``notations`` in which notations characters may be spelled (``["all"]``, ``["none"]``). ``evidence`` is what
    :func:`collect_evidence` found in documents of the same origin.

    >>> Fixer(lossy="leave", allow=["utf-8>gbk"]).fix("plain")
    'plain'
    """

    __slots__ = ()

    def repair(self, text):
        """The text repaired, with what was done: a :class:`Repair`."""
        spans = tuple(map(_span, self._findings(text, False)))
        return Repair(_applied(text, spans), bool(spans), spans, sum(span.score for span in spans) if spans else 0.0)

    def explain(self, text):
        """All that is damaged, or looks so, as a list of :class:`Finding`: what is not repaired included."""
        return [Finding(_span(found), *found[10:13]) for found in self._findings(text, True)]

    def check(self, text):
        """How many places of the text are damaged, or look so; those that the text only talks about do not count."""
        return sum(finding.verdict != "mentioned" for finding in self.explain(text))

    def decode(self, data, *, encoding=None, http_charset=None, html=False, language=None, domain=None, repair=True):
        """The text that bytes of unknown encoding are: a :class:`Decoded`. See :func:`decode`."""
        found = _native.decode(
            data, encoding=encoding, http_charset=http_charset, html=html, language=language, domain=domain)
        if found is None:
            raise Binary("the bytes are no text: they have the signature of another format, or too many control characters;"
                         " name their encoding if they are text")
        text, encoding, confidence, alternatives, votes, pieces, strays = found
        repaired = self.repair(text) if repair else Repair(text, False, (), 0.0)
        return Decoded(repaired.text, encoding, confidence, repaired.spans, [Guess(*item) for item in alternatives],
                       [Vote(*item) for item in votes], [Piece(*item) for item in pieces], [Stray(*item) for item in strays])

    def fix_arrow(self, column):
        """A column of Arrow strings, repaired. See :func:`fix_arrow`."""
        from ._arrow import repaired_column

        return repaired_column(self, column)

    def collect_evidence(self, texts, known=None):
        """What documents say of their damage. See :func:`collect_evidence`."""
        evidence = known
        for text in texts:
            evidence = self._evidence(text, evidence)
        return evidence

    def __reduce__(self):
        return _fixer_of, (type(self), self._options())

    def __eq__(self, other):
        return self._options() == other._options() if isinstance(other, Fixer) else NotImplemented

    def __hash__(self):
        return hash(repr(self))

    def __repr__(self):
        options = self._options()
        changed = {name: value for name, value in options.items() if value != _default_options[name]}
        return f"Fixer({', '.join(f'{name}={value!r}' for name, value in changed.items())})"


def _fixer_of(kind, options):
    return kind(**options)


def _applied(text, spans):
    if not spans:
        return text
    parts, done = [], 0
    for span in spans:
        parts += text[done:span.start], span.after
        done = span.end
    return type(span.after)().join([*parts, text[done:]])


_default = Fixer()
_default_options = _default._options()

fix = _default.fix
fix_many = _default.fix_many
score = _default.score


def repair(text):
    """The text repaired, with what was done: a :class:`Repair`.

    >>> done = repair("Le caf\\u00c3\\u00a9 est ferm\\u00c3\\u00a9.")
    >>> done.changed, [(span.start, span.before, span.after) for span in done.spans]
    (True, [(6, '\\xc3\\xa9', '\\xe9'), (17, '\\xc3\\xa9', '\\xe9')])
    """
    return _default.repair(text)


def explain(text):
    """All that is damaged, or looks so, as a list of :class:`Finding`: what is not repaired included.

    >>> [(finding.verdict, finding.span.path) for finding in explain("Le caf\\u00c3\\u00a9")]
    [('repaired', 'utf-8>windows-1252')]
    """
    return _default.explain(text)


def check(text):
    """How many places of the text are damaged, or look so; those that the text only talks about do not count.

    >>> check("Le caf\\xe9"), check("Le caf\\u00c3\\u00a9")
    (0, 1)
    """
    return _default.check(text)


def decode(data, *, encoding=None, http_charset=None, html=False, language=None, domain=None, repair=True):
    """The text that bytes of unknown, wrong or mixed encoding are: a :class:`Decoded`.

    What is known besides the bytes counts as evidence, and loses where the bytes contradict it: ``http_charset`` is the
    Content-Type of a server, or its charset alone; ``html`` says that a ``<meta>`` is to be looked for also in bytes that do
    not begin like HTML; ``language`` is a tag such as ``pt-BR``, ``domain`` a top-level domain such as ``jp``. With
    ``encoding`` the bytes are in that one. Damage in the text is repaired, unless ``repair`` is false. Bytes that are no
    text raise :class:`Binary`, which is a ``ValueError``.

    >>> decode("Le caf\u00e9 est ferm\u00e9.".encode("utf-8"), http_charset="text/html; charset=iso-8859-1").text
    'Le caf\xe9 est ferm\xe9.'
    >>> decode("\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!".encode("koi8-r")).encoding
    'koi8-r'
    """
    return _default.decode(data, encoding=encoding, http_charset=http_charset, html=html, language=language, domain=domain,
                           repair=repair)


def fix_arrow(column):
    """A column of Arrow strings, repaired as it is read: ``pyarrow.array(unbake.fix_arrow(array))``.

    ``column`` is any object with ``__arrow_c_array__`` or ``__arrow_c_stream__``, of the type string, large_string,
    string_view, or a dictionary of them; the answer has the same of these methods. Nothing is copied of columns that need no
    repair. Of a dictionary the values are repaired. Any other type of column is a ``TypeError``.
    """
    return _default.fix_arrow(column)


def collect_evidence(texts, known=None):
    """What documents say of their damage, for ``Fixer(evidence=...)``: JSON, a few KB however many they are.

    ``known`` is what was collected before, which is added to. None if there are no documents.
    """
    return _default.collect_evidence(texts, known)


def names(kind):
    """The names that unbake knows of a kind: ``encodings``, ``profiles``, ``loss-rules``, ``notations``, ``paths``, ``languages``.

    >>> "gbk" in names("encodings")
    True
    """
    known = _native.names()
    if kind not in known:
        raise ValueError(f"there is no kind of names {kind!r}: there are {', '.join(known)}")
    return known[kind]

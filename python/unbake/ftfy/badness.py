"""How damaged text looks: the number of places that unbake finds damaged, which are not characters that look odd."""
import warnings

from unbake import _native

_fixer = _native.Fixer(notations=["none"])
_KINDS = ("", "replacement-read-again")  # marks of loss that were not misread are no mojibake


def badness(text):
    """How many places of the text are damaged, or look so: 0 if it is clean."""
    try:
        findings = _fixer._findings(text, True)
    except UnicodeEncodeError:
        return badness(text.encode("utf-8", "replace").decode("utf-8"))
    return sum(finding[10] != "mentioned" and finding[12] in _KINDS for finding in findings)


def is_bad(text):
    """True if some place of the text is damaged, or looks so."""
    return badness(text) > 0


def sequence_weirdness(text):
    """The old name of :func:`badness`."""
    warnings.warn("`sequence_weirdness()` is an old heuristic, replaced by `badness()`", DeprecationWarning, stacklevel=2)
    return badness(text)


__all__ = ["badness", "is_bad", "sequence_weirdness"]

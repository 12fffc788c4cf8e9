"""How wide text is in a terminal, and text of a wanted width."""
import unicodedata

from .fixes import remove_terminal_escapes


def character_width(char):
    """Columns that a character takes: 0, 1 or 2; -1 of a control.

    >>> [character_width(char) for char in ("a", "\\u8eca", "\\u0301", "\\n")]
    [1, 2, 0, -1]
    """
    category = unicodedata.category(char)
    if category == "Cc":
        return 0 if char == "\0" else -1
    if category in ("Mn", "Me", "Cf") and char != "\xad" or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def monospaced_width(text):
    """Columns that a line takes, less its terminal escapes; -1 if controls are in it.

    >>> monospaced_width("\\u3061\\u3083\\u3076"), monospaced_width("\\x1b[34mblue\\x1b[m")
    (6, 4)
    """
    widths = [character_width(char) for char in remove_terminal_escapes(unicodedata.normalize("NFC", text))]
    return -1 if -1 in widths else sum(widths)


def _padding(text, width, fillchar):
    if character_width(fillchar) != 1:
        raise ValueError("The padding character must have display width 1")
    taken = monospaced_width(text)
    return 0 if taken == -1 else max(0, width - taken)


def display_ljust(text, width, fillchar=" "):
    """The text at the left of ``width`` columns; as it is if it has controls, or is wider.

    >>> display_ljust("\\u8eca", 5, "-") == "\\u8eca---"
    True
    """
    return text + fillchar * _padding(text, width, fillchar)


def display_rjust(text, width, fillchar=" "):
    """The text at the right of ``width`` columns.

    >>> display_rjust("\\u8eca", 5, "-") == "---\\u8eca"
    True
    """
    return fillchar * _padding(text, width, fillchar) + text


def display_center(text, width, fillchar=" "):
    """The text in the middle of ``width`` columns.

    >>> display_center("\\u8eca", 5, "-") == "-\\u8eca--"
    True
    """
    padding = _padding(text, width, fillchar)
    return fillchar * (padding // 2) + text + fillchar * (padding - padding // 2)

"""UTF-8 as Java and some databases write it: characters beyond the first plane as two surrogates of three bytes each (CESU-8),
and NUL as C0 80. It is decoded as what it stands for, and encoded as UTF-8."""
import codecs
import re
from encodings.utf_8 import IncrementalEncoder

NAME = "utf-8-variants"

# What is not UTF-8, whole or as much of it as there is.
_SPECIAL_RE = re.compile(b"\xc0(?:\x80|$)|\xed(?:$|[\xa0-\xbf](?:$|[\x80-\xbf]))")
_LOW_RE = re.compile(b"\xed(?:$|[\xb0-\xbf](?:$|[\x80-\xbf]))")
_SURROGATE_LENGTH = 3


def _is_high(special):
    return special[0] == 0xED and special[1] < 0xB0


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """Decodes in pieces; where they end makes no difference."""

    def _buffer_decode(self, data, errors, final):
        parts, done = [], 0
        while True:
            special = _SPECIAL_RE.search(data, done)
            end = special.start() if special else len(data)
            text, length = codecs.utf_8_decode(data[done:end], errors, final or special is not None)
            parts.append(text)
            done += length
            if special is None or done < end:
                return "".join(parts), done
            text, length = self._special(data, special, errors, final)
            if length == 0:
                return "".join(parts), done
            parts.append(text)
            done += length

    @staticmethod
    def _special(data, match, errors, final):
        """What stands at a match, and its length; 0 if more is to be seen first."""
        start, found = match.start(), match[0]
        if found == b"\xc0\x80":
            return "\0", 2
        if len(found) < _SURROGATE_LENGTH:
            if not final:
                return "", 0
            return codecs.utf_8_decode(found, errors, True)
        if _is_high(found):
            low = _LOW_RE.match(data, start + _SURROGATE_LENGTH)
            if low and len(low[0]) < _SURROGATE_LENGTH and not final:
                return "", 0
            if low and len(low[0]) == _SURROGATE_LENGTH:
                pair = (found + low[0]).decode("utf-8", "surrogatepass")
                return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), 2 * _SURROGATE_LENGTH
            if low is None and len(data) == start + _SURROGATE_LENGTH and not final:
                return "", 0
        return codecs.utf_8_decode(found, errors, True)


def _decode(data, errors="strict"):
    data = bytes(data)
    return IncrementalDecoder(errors).decode(data, final=True), len(data)


class StreamWriter(codecs.StreamWriter):
    """Writes UTF-8."""

    encode = codecs.utf_8_encode


class StreamReader(codecs.StreamReader):
    """Reads a stream as :class:`IncrementalDecoder` does."""

    def decode(self, data, errors="strict"):
        return IncrementalDecoder(errors)._buffer_decode(data, errors, False)


CODEC_INFO = codecs.CodecInfo(name=NAME, encode=codecs.utf_8_encode, decode=_decode, incrementalencoder=IncrementalEncoder,
                              incrementaldecoder=IncrementalDecoder, streamreader=StreamReader, streamwriter=StreamWriter)

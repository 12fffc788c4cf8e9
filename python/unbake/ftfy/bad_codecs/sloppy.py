"""Single-byte encodings as programs decode them: a byte that means nothing is the C1 control of its number.

The byte 1A, which is no text, stands for U+FFFD, so that what was replaced can be encoded.
"""
import codecs

REPLACEMENT_CHAR = "\ufffd"
INCOMPLETE_ENCODINGS = [*(f"windows-{page}" for page in range(1250, 1259)), *(f"cp{page}" for page in range(1250, 1259)),
                        *(f"iso-8859-{part}" for part in (3, 6, 7, 8, 11)), "cp874"]


def make_sloppy_codec(encoding):
    """The codec named ``sloppy-ENCODING``."""
    table = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(256))
    table = table[:0x1A] + REPLACEMENT_CHAR + table[0x1B:]
    inverse = codecs.charmap_build(table)

    class Codec(codecs.Codec):
        def encode(self, text, errors="strict"):
            return codecs.charmap_encode(text, errors, inverse)

        def decode(self, data, errors="strict"):
            return codecs.charmap_decode(data, errors, table)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, text, final=False):
            return codecs.charmap_encode(text, self.errors, inverse)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, data, final=False):
            return codecs.charmap_decode(data, self.errors, table)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        pass

    class StreamReader(Codec, codecs.StreamReader):
        pass

    return codecs.CodecInfo(name="sloppy-" + encoding, encode=Codec().encode, decode=Codec().decode,
                            incrementalencoder=IncrementalEncoder, incrementaldecoder=IncrementalDecoder,
                            streamreader=StreamReader, streamwriter=StreamWriter)


CODECS = {"sloppy_" + encoding.replace("-", "_"): make_sloppy_codec(encoding) for encoding in INCOMPLETE_ENCODINGS}

"""Damage as Python makes it: text encoded in one encoding, then decoded in another.

A path is spelled as Unbake spells it: `utf-8>windows-1252 | utf-8>gbk`, oldest layer first. Three decoders are known:
`whatwg` (of single-byte encodings, and of the others where nothing is lost), `python-ignore` and `python-replace`.
"""

# The codec of Python for a name of the WHATWG Encoding Standard or of Unbake, where they differ.
CODECS = {"shift_jis": "cp932", "euc-kr": "cp949", "big5": "big5hkscs", "mac-roman": "mac-roman",
          "mac-cyrillic": "mac-cyrillic", "windows-874": "cp874", "ibm866": "cp866"}
MULTI_BYTE = {"gbk", "gb18030", "shift_jis", "euc-kr", "euc-jp", "big5"}


def codec(name):
    if name.startswith("windows-125"):
        return "cp" + name.removeprefix("windows-")
    return CODECS.get(name, name)


def decode_whatwg(data, name):
    """As browsers do: an undefined byte below A0 becomes a C1 control, another U+FFFD."""
    if name in MULTI_BYTE or name == "utf-8":
        return data.decode(codec(name))  # strict: what is lost there is not the same in Python
    text = ""
    for byte in data:
        try:
            text += bytes([byte]).decode(codec(name))
        except UnicodeDecodeError:
            text += chr(byte) if byte < 0xA0 else "\ufffd"
    return text


def encode_whatwg(text, name):
    """The opposite: C1 controls are what undefined bytes became."""
    if name in MULTI_BYTE or name == "utf-8":
        return text.encode(codec(name))
    data = b""
    for char in text:
        try:
            data += char.encode(codec(name))
        except UnicodeEncodeError:
            if not 0x80 <= ord(char) < 0xA0:
                raise
            data += bytes([ord(char)])
    return data


def layers(path):
    return [tuple(part.strip() for part in layer.split(">")) for layer in path.split("|")]


def bake(text, path, profile):
    """`text` damaged along `path`; raises UnicodeError if an encoding cannot carry it."""
    for written, read in layers(path):
        data = encode_whatwg(text, written)
        if profile == "whatwg":
            text = decode_whatwg(data, read)
        else:
            text = data.decode(codec(read), profile.removeprefix("python-"))
    return text


def slug(path):
    """The name of a folder or file for `path`."""
    return "--".join(f"{written}-as-{read}" for written, read in layers(path))

"""Damage as Python makes it: text encoded in one encoding, then decoded in another.

A path is spelled as Unbake spells it: `utf-8>windows-1252 | utf-8>gbk`, oldest layer first. Three decoders are known:
`whatwg` (of single-byte encodings, and of the others where nothing is lost), `python-ignore` and `python-replace`. What
happened to the text afterwards follows the decoder: `whatwg+nbsp-to-space`.
"""

# The codec of Python for a name of the WHATWG Encoding Standard or of Unbake, where they differ.
CODECS = {"shift_jis": "cp932", "euc-kr": "cp949", "big5": "big5hkscs", "windows-874": "cp874", "macintosh": "mac-roman",
          "x-mac-cyrillic": "mac-cyrillic", "mac-latin2": "mac-latin2"}
MULTI_BYTE = {"gbk", "gb18030", "shift_jis", "euc-kr", "euc-jp", "big5"}


# What happens to damaged text afterwards: characters that become others, or nothing.
C1 = [chr(c) for c in range(0x80, 0xA0)]
RULES = {
    "nbsp-to-space": {"\u00a0": " "},
    "nbsp-removed": {"\u00a0": ""},
    "soft-hyphen-removed": {"\u00ad": ""},
    "c1-stripped": dict.fromkeys(C1, ""),
    "c1-to-question": dict.fromkeys(C1, "?"),
    "replacement-to-question": {"\ufffd": "?"},
    "replacement-removed": {"\ufffd": ""},
    "quotes-straightened": {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'},
}


def codec(name):
    for prefix in ("windows-125", "ibm"):
        if name.startswith(prefix):
            return name.replace("windows-", "cp").replace("ibm", "cp")
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
    decoder, *rules = profile.split("+")
    for written, read in layers(path):
        data = encode_whatwg(text, written)
        if decoder == "whatwg":
            text = decode_whatwg(data, read)
        else:
            text = data.decode(codec(read), decoder.removeprefix("python-"))
    for rule in rules:
        text = text.translate(str.maketrans(RULES[rule]))
    return text


def slug(path):
    """The name of a folder or file for `path`."""
    return "--".join(f"{written}-as-{read}" for written, read in layers(path))

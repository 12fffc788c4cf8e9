"""What other detectors say: reads texts from standard input, each behind its length, and prints one line of JSON for each,
the encoding that each detector names and the seconds of processor time it took. Run by decode_eval.py in a virtual environment of its own.
"""
import ctypes
import ctypes.util
import json
import struct
import sys
import time


def uchardet():
    name = ctypes.util.find_library("uchardet") or "libuchardet.so.0"
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return None
    library.uchardet_new.restype = ctypes.c_void_p
    library.uchardet_get_charset.restype = ctypes.c_char_p
    library.uchardet_get_charset.argtypes = library.uchardet_delete.argtypes = [ctypes.c_void_p]
    library.uchardet_data_end.argtypes = [ctypes.c_void_p]
    library.uchardet_handle_data.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]

    def detect(data):
        detector = library.uchardet_new()
        library.uchardet_handle_data(detector, data, len(data))
        library.uchardet_data_end(detector)
        charset = library.uchardet_get_charset(detector).decode()
        library.uchardet_delete(detector)
        return charset
    return detect


def icu():
    """The detector of ICU, whose functions carry its version in their names."""
    for version in range(90, 60, -1):
        try:
            library = ctypes.CDLL(f"libicui18n.so.{version}")
        except OSError:
            continue
        function = {name: library[f"ucsdet_{name}_{version}"] for name in ("open", "setText", "detect", "getName")}
        function["open"].restype = function["detect"].restype = ctypes.c_void_p
        function["getName"].restype = ctypes.c_char_p
        function["setText"].argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32, ctypes.c_void_p]
        function["detect"].argtypes = function["getName"].argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        error = ctypes.c_int(0)
        detector = function["open"](ctypes.byref(error))

        def detect(data):
            status = ctypes.c_int(0)
            function["setText"](detector, data, len(data), ctypes.byref(status))
            match = function["detect"](detector, ctypes.byref(status))
            return match and function["getName"](match, ctypes.byref(status)).decode()
        return f"ICU {version}", detect
    return None


def detectors():
    found = {}
    if icu():
        name, detect = icu()
        found[name] = detect
    if uchardet():
        found["uchardet"] = uchardet()
    try:
        import chardet
        found["chardet " + chardet.__version__] = lambda data: chardet.detect(data)["encoding"]
    except ImportError:
        pass
    try:
        import charset_normalizer

        def best(data):
            match = charset_normalizer.from_bytes(data).best()
            return match and match.encoding
        found["charset-normalizer " + charset_normalizer.__version__] = best
    except ImportError:
        pass
    return found


def main():
    found = detectors()
    read = sys.stdin.buffer.read
    while head := read(4):
        data = read(struct.unpack("<I", head)[0])
        answer = {}
        for name, detect in found.items():
            started = time.process_time()
            answer[name] = [detect(data), time.process_time() - started]
        print(json.dumps(answer))


if __name__ == "__main__":
    main()

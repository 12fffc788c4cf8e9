"""The command line of ftfy: ``python -m unbake.ftfy``."""
import argparse
import os
import sys

from . import TextFixerConfig, __version__, fix_file

SAME_FILE_ERROR_TEXT = "ftfy error:\nCan't read and write the same file. Please output to a new file instead.\n"
ENCODE_ERROR_TEXT = "ftfy error:\nThe terminal cannot show this text: its encoding is not UTF-8. Write to a file, by `-o FILE`.\n"
DECODE_ERROR_TEXT = """ftfy error:
This input couldn't be decoded as %r. We got the following error:

    %s

ftfy works best when its input is in a known encoding. You can use `ftfy -g`
to guess, if you're desperate. Otherwise, give the encoding name with the
`-e` option, such as `ftfy -e latin-1`.
"""


def _options():
    parser = argparse.ArgumentParser(prog="ftfy", description=f"Repairs text, as ftfy {__version__} is called, by unbake")
    parser.add_argument("filename", default="-", nargs="?", help="the file to repair; standard input if it is missing or -")
    parser.add_argument("-o", "--output", default="-", help="the file to write to; standard output if it is missing or -")
    parser.add_argument("-g", "--guess", action="store_true", help="guess the encoding of the input, whatever -e says")
    parser.add_argument("-e", "--encoding", default="utf-8", help="the encoding of the input (utf-8)")
    parser.add_argument("-n", "--normalization", default="NFC", help="the normal form of Unicode to write, or none (NFC)")
    parser.add_argument("--preserve-entities", action="store_true", help="leave HTML entities as they are")
    return parser.parse_args()


def _fail(message):
    sys.stderr.write(message)
    sys.exit(1)


def main():
    """Repairs a file as the arguments of the process say."""
    options = _options()
    if options.output != "-" and os.path.realpath(options.output) == os.path.realpath(options.filename):
        _fail(SAME_FILE_ERROR_TEXT)
    config = TextFixerConfig(unescape_html=False if options.preserve_entities else "auto",
                             normalization=None if options.normalization.lower() == "none" else options.normalization)
    source = sys.stdin.buffer if options.filename == "-" else open(options.filename, "rb")
    target = sys.stdout if options.output == "-" else open(options.output, "w", encoding="utf-8")
    try:
        for line in fix_file(source, encoding=None if options.guess else options.encoding, config=config):
            target.write(line)
    except UnicodeDecodeError as error:
        _fail(DECODE_ERROR_TEXT % (options.encoding, error))
    except UnicodeEncodeError:
        _fail(ENCODE_ERROR_TEXT)
    finally:
        for file, name in ((source, options.filename), (target, options.output)):
            if name != "-":
                file.close()


if __name__ == "__main__":
    main()

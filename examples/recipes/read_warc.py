"""usage: read_warc.py FILE"""
import json
import sys

from unbake.web.warc import read_pages


def main(path):
    with open(path, "rb") as file:
        for page in read_pages(file):
            print(json.dumps({"url": page.url, "encoding": page.decoded.encoding, "text": page.decoded.text}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])

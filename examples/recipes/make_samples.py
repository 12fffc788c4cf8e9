"""Writes samples to try the recipes with: pages.parquet and pages.warc.gz."""
import io

import pyarrow
import pyarrow.parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DAMAGED = "Le caf\u00c3\u00a9 est ferm\u00c3\u00a9."
GREETING = "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!"


def main():
    pyarrow.parquet.write_table(pyarrow.table({"id": [1, 2], "text": [DAMAGED, "plain"]}), "pages.parquet")
    with open("pages.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=iso-8859-1")], protocol="HTTP/1.1")
        body = io.BytesIO(f"<html><p>{GREETING}</p></html>".encode("windows-1251"))
        writer.write_record(writer.create_warc_record("http://harbour.test/", "response", payload=body, http_headers=headers))


if __name__ == "__main__":
    main()

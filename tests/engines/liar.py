"""A server on this machine that lies of the charset of its pages."""
import http.server
import threading

RUSSIAN = ("Корабль стоит у причала и ждёт хорошей погоды.", "Капитан пьёт чай и читает старую газету.")
FRENCH = ("Le café du port est fermé jusqu’à mardi.", "Le capitaine a repeint la coque en été, désolé.")
JAPANESE = ("船は朝早く港を出て、夜遅くに戻ってきました。", "灯台の明かりは毎晩ともされます。")


def page(lines, meta=None):
    """A page of HTML; ``meta`` is the charset that it declares."""
    head = f'<meta charset="{meta}">' if meta else ""
    return f"<html><head>{head}<title>{lines[0]}</title></head><body>" + "".join(f"<p>{line}</p>\n" for line in lines) + "</body></html>"


def _mixed():
    first, second = page(FRENCH).split("<p>" + FRENCH[1])
    return first.encode("utf-8") + b"<p>" + FRENCH[1].encode("windows-1252") + second.encode("utf-8")


# What a path answers: the Content-Type, the bytes, and the lines of text that the page is.
PAGES = {
    "/honest": ("text/html; charset=koi8-r", page(RUSSIAN).encode("koi8-r"), RUSSIAN),
    "/header": ("text/html; charset=iso-8859-1", page(RUSSIAN).encode("utf-8"), RUSSIAN),
    "/header-utf8": ("text/html; charset=utf-8", page(RUSSIAN).encode("windows-1251"), RUSSIAN),
    "/meta": ("text/html", page(JAPANESE, "utf-8").encode("shift_jis"), JAPANESE),
    "/both": ("text/html; charset=utf-8", page(RUSSIAN, "iso-8859-1").encode("windows-1251"), RUSSIAN),
    "/both-alike": ("text/html; charset=iso-8859-1", page(FRENCH, "iso-8859-1").encode("utf-8"), FRENCH),
    "/none": ("text/html", page(RUSSIAN).encode("windows-1251"), RUSSIAN),
    "/none-japanese": ("text/html", page(JAPANESE).encode("euc_jp"), JAPANESE),
    "/unknown": ("text/html; charset=nonsense", page(FRENCH).encode("windows-1252"), FRENCH),
    "/stray": ("text/html; charset=utf-8", page(FRENCH).encode("utf-8").replace("’".encode(), b"\x92"), FRENCH),
    "/mixed": ("text/html; charset=utf-8", _mixed(), FRENCH),
    "/twice": ("text/html; charset=utf-8", page(FRENCH).encode("utf-8").decode("windows-1252").encode("utf-8"), FRENCH),
    "/twice-russian": ("text/html; charset=utf-8", page(RUSSIAN).encode("windows-1251").decode("windows-1252").encode("utf-8"), RUSSIAN),
    "/mark": ("text/html; charset=windows-1252", page(FRENCH).encode("utf-16"), FRENCH),
}
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        kind, body = ("text/html; charset=utf-8", PICTURE) if self.path == "/picture" else PAGES.get(self.path, ("", b""))[:2]
        self.send_response(200 if body else 404)
        if body:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Liar:
    """The server, on a port of its own, as a context: ``with Liar() as address``."""

    def __enter__(self):
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

"""A page of a report about files whose names and texts would break it if they were not escaped."""
import pathlib
import subprocess

REPAIRS = 7


def make_page(program, folder):
    """Writes the files and the page to `folder`; returns the page's path."""
    folder = pathlib.Path(folder)
    (folder / "<img src=x onerror=alert(1)>&\"'.txt").write_bytes(
        b"Le caf\xc3\x83\xc2\xa9 </bdi><script>window.broken = 1</script> fran\xc3\x83\xc2\xa7ais\n"
        b"\xe2\x80\xae \x1b[31m \x00 Le caf\xc3\x83\xc2\xa9 \xff & &amp; \"x\" 'y'\n")
    (folder / "menu.json").write_bytes(b'{"<b>": "Un caf\\u00c3\\u00a9", "a": "Deux caf\xc3\x83\xc2\xa9s"}\n')
    (folder / "news.txt").write_bytes("It\u9225\u6a9a time \u9225 at last.\n".encode())
    page = folder / "report.html"
    names = sorted(str(path.name) for path in folder.iterdir())
    result = subprocess.run([program, "check", "-q", "--report", "report.html", *names], cwd=folder, check=False)
    assert result.returncode == 1, result
    return page

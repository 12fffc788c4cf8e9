#!/usr/bin/env python3
"""Makes docs/reference/ from the comments of the public headers and the docstrings of the Python package.

usage: make_reference.py [--check]

With --check nothing is written; exit status 1 if something is not as it would be. It is run by a Python that has the package, which
knows the docstrings of its extension.
"""
import ast
import inspect
import pathlib
import re
import sys

import unbake

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "python" / "unbake"
NOTE = "<!-- Made by `./dev docs`; change the comments and docstrings that it is made of. -->\n\n"
CPP = ("unbake", "decode", "stream", "sections", "evidence", "result")
C = ("unbake.h", "arrow.h")
MODULES = ("pandas", "polars", "pyarrow", "engines", "engines.dask", "engines.datasets", "engines.datatrove", "engines.duckdb",
           "engines.ray", "engines.spark", "web", "web.scrapy", "web.soup", "web.w3lib", "web.warc")
HIDDEN = re.compile(r"#(if|ifn?def|else|endif|include|pragma)\b|#define UNBAKE_(C_EXPORT|\w+_H(PP)?_)\b|namespace |extern \"C\"|}  // namespace|}$")


# ---- Headers ----

def comment_of(lines):
    """The text of a comment, without what makes it one."""
    text = "\n".join(re.sub(r"^ *(///?|/\*|\*/|\*) ?", "", line) for line in lines)
    return re.sub(r" *\*/ *$", "", text).rstrip()


def in_prose(comment):
    """Indented lines are code, and lines in capitals headings."""
    parts = []
    for paragraph in re.split(r"\n *\n", comment):
        lines = paragraph.split("\n")
        if re.fullmatch(r"[A-Z][A-Z ]+", lines[0]):
            parts.append(f"**{lines.pop(0).capitalize()}**")
        if lines and all(line.startswith("  ") for line in lines):
            parts.append("```c++\n" + "\n".join(line[2:] for line in lines) + "\n```")
        elif lines:
            parts.append("\n".join(lines))
    return "\n\n".join(parts)


def without_private(lines):
    """The lines of a declaration as far as they are for users: what is private, and the bodies of functions, are not."""
    text = re.sub(r"\n private:\n.*?(?=\n};)", "", "\n".join(lines), flags=re.S).rstrip()
    if re.match(r"(static )?inline |template", text):
        text = re.sub(r" \{\n.*\n}$", ";", text, flags=re.S)
    text = re.sub(r"\) : [^;{]*\{\}", ");", text)
    return re.sub(r"\bUNBAKE_(C_)?EXPORT ", "", text)


def name_of(declaration):
    head = re.sub(r"\[\[\w+\]\] |template <[^>]*>\s*|^typedef ", "", declaration)
    found = (re.match(r"#define (\w+)", head) or re.match(r"(?:enum class|enum|struct|class|using) (\w+)", head)
             or re.match(r"[^(={;]*?(~?\w+)\s*\(", head) or re.match(r"[\w:<>*& ]*?(\w+)\s*[;={]", head))
    return found[1] if found else None


def declarations(lines):
    """Yields comment and declaration, or comment and nothing for a heading, of what stands at the top level of a header."""
    comment, code = [], []
    depth = 0
    for line in [*lines, ""]:
        is_comment = not code and re.match(r"///|/\*| \*", line)
        if is_comment:
            comment.append(line)
        elif line.strip() or depth > 0:
            if code or not HIDDEN.match(line):
                code.append(line)
                bare = re.sub(r"//.*|/\*.*?\*/", "", line)
                depth += bare.count("{") - bare.count("}")
        else:
            yield comment_of(comment), without_private(code) if code else ""
            comment, code = [], []


def header_reference(path, language):
    lines = path.read_text(encoding="utf-8").split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("#ifndef"))
    parts = [f"## `<unbake/{path.name}>`", in_prose(comment_of(lines[:start]))]
    for comment, code in declarations(lines[start:]):
        section = re.fullmatch(r"---- (.*) ----", comment)
        if section and not code:
            parts.append(f"### {section[1]}")
        elif code:
            name = name_of(code)
            if comment and name:
                parts.append(f"#### `{name}`")
            parts += [in_prose(comment)] if comment else []
            parts.append(f"```{language}\n{code}\n```")
    return "\n\n".join(part for part in parts if part) + "\n"


# ---- Python ----

def in_markdown(docstring):
    """A docstring, whose markup is that of reStructuredText, as far as docstrings here use it."""
    text = re.sub(r":(?:class|func|meth|mod):`~?([^`]*)`", r"`\1`", inspect.cleandoc(docstring)).replace("``", "`")
    parts = []
    for paragraph in text.split("\n\n"):
        parts.append(f"```pycon\n{paragraph}\n```" if paragraph.startswith(">>> ") else paragraph)
    return "\n\n".join(parts)


def signature(node):
    """A definition without its body and the receiver."""
    arguments = ast.unparse(node.args)
    arguments = re.sub(r"^(self|cls)(, )?(/, )?", "", arguments)
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({arguments}){returns}".replace("unbake._default", "Fixer()")


def class_head(node):
    """How a class is called."""
    initial = next((item for item in node.body if getattr(item, "name", "") == "__init__"), None)
    return signature(initial).replace("__init__", node.name).removesuffix(" -> None") if initial else node.name


def public(nodes, kinds):
    return [node for node in nodes if isinstance(node, kinds) and not node.name.startswith("_")]


def package_reference():
    """The module `unbake`: signatures of the stub, docstrings of what is installed."""
    parts = ["## `unbake`", in_markdown(unbake.__doc__)]
    stub = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    for node in public(stub.body, (ast.FunctionDef, ast.ClassDef)):
        thing = getattr(unbake, node.name)
        if isinstance(node, ast.FunctionDef):
            parts += [f"### `{signature(node)}`", in_markdown(inspect.getdoc(thing))]
            continue
        fields = ", ".join(item.target.id for item in node.body if isinstance(item, ast.AnnAssign))
        head = f"{node.name}({fields})" if fields else class_head(node)
        parts += [f"### class `{head}`", in_markdown(inspect.getdoc(thing))]
        for method in public(node.body, ast.FunctionDef):
            parts += [f"#### `{node.name}.{signature(method)}`", in_markdown(inspect.getdoc(getattr(thing, method.name)))]
    return "\n\n".join(parts) + "\n"


def module_reference(name):
    """A module that imports what need not be installed: it is read, not run."""
    path = PACKAGE.joinpath(*name.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    module = ast.parse(path.read_text(encoding="utf-8"))
    parts = [f"## `unbake.{name}`", in_markdown(ast.get_docstring(module))]
    for node in public(module.body, (ast.FunctionDef, ast.ClassDef)):
        if isinstance(node, ast.FunctionDef):
            parts += [f"### `{signature(node)}`", in_markdown(documented(node, name))]
            continue
        parts += [f"### class `{class_head(node)}`", in_markdown(documented(node, name))]
        for method in public(node.body, ast.FunctionDef):
            if ast.get_docstring(method):
                parts += [f"#### `{node.name}.{signature(method)}`", in_markdown(ast.get_docstring(method))]
    return "\n\n".join(parts) + "\n"


def documented(node, module):
    text = ast.get_docstring(node)
    if not text:
        raise SystemExit(f"unbake.{module}.{node.name} has no docstring")
    return text


def references():
    """Name and text of each file."""
    headers = ROOT / "include" / "unbake"
    cpp = "\n".join(header_reference(headers / f"{name}.hpp", "c++") for name in CPP)
    c = "\n".join(header_reference(headers / name, "c") for name in C)
    python = "\n".join([package_reference(), *map(module_reference, MODULES)])
    yield "cpp.md", f"# Reference: C++\n\n{NOTE}{cpp}"
    yield "c.md", f"# Reference: C\n\n{NOTE}{c}"
    yield "python.md", (f"# Reference: Python\n\n{NOTE}{python}\n`unbake.ftfy` has the names of ftfy: see "
                        "[moving-from-ftfy.md](../moving-from-ftfy.md).\n")


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    stale = 0
    folder = ROOT / "docs" / "reference"
    folder.mkdir(exist_ok=True)
    for name, text in references():
        path = folder / name
        if check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            print(f"docs/reference/{name} is not what the comments and docstrings say: ./dev docs makes it again")
            stale = 1
        elif not check:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())

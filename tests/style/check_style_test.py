#!/usr/bin/env python3
"""The style rules find what they should, and nothing else."""
import pathlib
import tempfile
import unittest

import check_style


class StyleTest(unittest.TestCase):
    def breaches(self, rule, name, content):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True)
            path.write_text(content, encoding="utf-8")
            return [(name, number) for name, number, _ in check_style.RULES[rule](pathlib.Path(folder))]

    def test_includes(self):
        for name, line, allowed in [
            ("src/io/a.cpp", '#include "base/utf8.hpp"', True),
            ("src/io/a.cpp", '#include "io/input.hpp"', True),
            ("src/io/a.cpp", '#include "encoding/encoding.hpp"', False),
            ("src/io/a.cpp", '#include "unbake/unbake.hpp"', False),
            ("src/cli/a.cpp", '#include "unbake/unbake.hpp"', True),
            ("src/cli/a.cpp", '#include "base/utf8.hpp"', False),
            ("src/detect/a.cpp", '  # include "repair/search.hpp"', False),
            ("src/pipeline/a.cpp", '#include "repair/search.hpp"', True),
            ("src/new/a.cpp", '#include "base/utf8.hpp"', False),
            ("src/io/a.cpp", "#include <simdjson.h>", False),
            ("src/formats/json.cpp", "#include <simdjson.h>", True),
            ("src/encoding/a.cpp", "#include <unicode/ucnv.h>", False),
            ("src/io/icu_a.cpp", "#include <unicode/ucnv.h>", True),
            ("src/detect/a.cpp", "#include <fstream>", False),
            ("src/io/a.cpp", "#include <fstream>", True),
        ]:
            with self.subTest(name=name, line=line):
                expected = [] if allowed else [(name, 2)]
                self.assertEqual(self.breaches("includes", name, "\n" + line + "\n"), expected)

    def test_ascii(self):
        self.assertEqual(self.breaches("ascii", "src/io/a.cpp", "a\n\u00e9\n"), [("src/io/a.cpp", 2)])
        self.assertEqual(self.breaches("ascii", "tables/generated/a.hpp", "\u00e9\n"), [])

    def test_length(self):
        self.assertEqual(self.breaches("length", "src/io/a.cpp", "\n" * 500), [])
        self.assertEqual(self.breaches("length", "src/io/a.cpp", "\n" * 501), [("src/io/a.cpp", 501)])

    def test_unfinished(self):
        self.assertEqual(self.breaches("unfinished", "src/io/a.cpp", "// TO" "DO: x\n"), [("src/io/a.cpp", 1)])
        self.assertEqual(self.breaches("unfinished", "src/io/a.cpp", "// toDOs\n"), [])


if __name__ == "__main__":
    unittest.main()

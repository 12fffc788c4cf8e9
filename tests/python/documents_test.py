"""What the package says of itself is so."""
import ast
import doctest
import importlib.resources
import inspect
import unittest

import unbake


class DocumentsTest(unittest.TestCase):
    def test_examples(self):
        failed, tried = doctest.testmod(unbake)
        self.assertEqual(failed, 0)
        self.assertGreater(tried, 5)

    def test_all_that_is_public_is_explained(self):
        for name in unbake.__all__:
            self.assertTrue(inspect.getdoc(getattr(unbake, name)), name)
        for name, method in inspect.getmembers(unbake.Fixer, callable):
            if not name.startswith("_"):
                self.assertTrue(inspect.getdoc(method), name)

    def test_stubs_have_the_names_that_there_are(self):
        folder = importlib.resources.files("unbake")
        self.assertTrue((folder / "py.typed").is_file())
        stub = ast.parse((folder / "__init__.pyi").read_text())
        definitions = {node.name: node for node in stub.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
        self.assertEqual(set(definitions), set(unbake.__all__))
        for name in ("Decoded", "Finding", "Guess", "Loss", "Piece", "Repair", "Span", "Stray", "Vote"):
            fields = [node.target.id for node in definitions[name].body if isinstance(node, ast.AnnAssign)]
            self.assertEqual(tuple(fields), getattr(unbake, name)._fields)
        methods = {node.name for node in definitions["Fixer"].body if isinstance(node, ast.FunctionDef)} - {"__init__"}
        self.assertEqual(methods, {name for name in dir(unbake.Fixer) if not name.startswith("_")})
        options = [argument.arg for argument in definitions["Fixer"].body[0].args.kwonlyargs]
        self.assertEqual(options, list(unbake.Fixer()._options()))


if __name__ == "__main__":
    unittest.main()

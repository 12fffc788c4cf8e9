"""Forks, other processes, other interpreters of this process, and the program."""
import multiprocessing
import os
import subprocess
import sys
import unittest

import unbake
from damage import CLEAN, DAMAGED

HERE = os.path.dirname(os.path.abspath(__file__))
CODE = "import unbake; assert unbake.fix('caf\\u00c3\\u00a9 ferm\\u00c3\\u00a9') == 'caf\\u00e9 ferm\\u00e9'"


def interpreters():
    """The module for interpreters of this process, under the name that this version has for it."""
    for name in ("_interpreters", "_xxsubinterpreters"):
        try:
            return __import__(name)
        except ImportError:
            pass
    raise unittest.SkipTest("this version has no interpreters")


class ProcessesTest(unittest.TestCase):
    def test_fork(self):
        unbake.fix_many([DAMAGED] * 100, threads=2)
        child = os.fork()
        if child == 0:
            right = unbake.fix(DAMAGED) == CLEAN and unbake.fix_many([DAMAGED] * 100, threads=2) == [CLEAN] * 100
            os._exit(0 if right else 1)
        self.assertEqual(os.waitpid(child, 0)[1], 0)

    def test_pools(self):
        for method in ("fork", "spawn"):
            with multiprocessing.get_context(method).Pool(2) as pool:
                self.assertEqual(pool.map(unbake.fix, [DAMAGED, "a"] * 3), [CLEAN, "a"] * 3)
                self.assertEqual(pool.map(unbake.Fixer(max_layers=2).fix, [DAMAGED]), [CLEAN])

    def test_interpreters(self):
        module = interpreters()
        for _ in range(2):
            interpreter = module.create()
            try:
                failure = module.run_string(interpreter, f"import sys; sys.path[:0] = {sys.path!r}; {CODE}")
                self.assertIsNone(failure)
            finally:
                module.destroy(interpreter)
        self.assertEqual(unbake.fix(DAMAGED), CLEAN)

    def test_program(self):
        if not os.path.exists(os.path.join(os.path.dirname(unbake.__file__), "program", "unbake")):
            self.skipTest("the program is not installed")
        done = subprocess.run([sys.executable, "-m", "unbake", "fix"], input=DAMAGED.encode(), stdout=subprocess.PIPE, check=True)
        self.assertEqual(done.stdout.decode(), CLEAN)

    def test_import_is_light(self):
        code = "import sys; before = set(sys.modules); import unbake; print(*(set(sys.modules) - before))"
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, universal_newlines=True, cwd=HERE)
        for heavy in ("typing", "re", "dataclasses", "pandas", "pyarrow"):
            self.assertNotIn(heavy, done.stdout.split())


if __name__ == "__main__":
    unittest.main()

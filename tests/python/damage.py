"""Sentences, clean and damaged."""
CLEAN = "Le caf\u00e9 est ferm\u00e9 jusqu\u2019\u00e0 mardi."
DAMAGED = CLEAN.encode("utf-8").decode("windows-1252")
LOSSY = "The captain\u9225\u6a9a daughter \u9225 a painter \u9225 moved to the coast."

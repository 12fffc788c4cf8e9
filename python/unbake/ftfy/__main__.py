"""``python -m unbake.ftfy`` is the command line of ftfy."""
from .cli import main

main()

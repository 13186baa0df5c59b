"""`python -m analyser.cli`."""

from analyser.cli import main

main()

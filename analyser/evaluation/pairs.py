"""Gold from one form into the other: `python -m analyser.evaluation.pairs GOLD OUT [--marked]`.

Without `--marked` it writes `NAME.txt` with `NAME.gold.json` for tools that read pairs, each head grown until it
occurs once in the text; with it, `NAME.gold`, marked, the form that is kept. Folders in GOLD become folders in OUT.
"""

import argparse
import sys
from pathlib import Path

from analyser.evaluation.documents import find_gold, read_document, write_marked, write_pair
from analyser.evaluation.gold import GoldError
from analyser.evaluation.plausible import complaints


def main(arguments: list[str] | None = None) -> int:
    """Convert each document; give 1 where one could not be, which standard error tells of, else 0."""
    parser = argparse.ArgumentParser(prog="python -m analyser.evaluation.pairs", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--marked", action="store_true", help="write the marked form")
    asked = parser.parse_args(arguments)
    status = 0
    try:
        files = find_gold(asked.gold)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    for name, path in files.items():
        folder = (asked.out / name).parent
        try:
            document = read_document(path, name)
            folder.mkdir(parents=True, exist_ok=True)
            (write_marked if asked.marked else write_pair)(document, folder)
        except (GoldError, OSError) as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        for line in complaints(document.text, document.gold):
            print(f"{path}: {line}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())

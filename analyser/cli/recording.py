"""`referat schema`: the form of the record."""

import json

from analyser.cli.output import put
from analyser.minutes import json_schema


def schema() -> None:
    """Print the JSON Schema of the record."""
    put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")

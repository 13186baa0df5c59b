"""The options that several commands share; those of questions stand in `analyser.cli.filters`."""

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[str | None, typer.Option("--model", help="spaCy pipeline to use: a name or a folder.")]
Store = Annotated[Path, typer.Option("--store", help="The corpus: one SQLite file.", show_default=False)]

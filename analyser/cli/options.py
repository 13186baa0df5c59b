"""The options that several commands share; those of questions stand in `analyser.cli.filters`."""

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[str | None, typer.Option("--model", help="spaCy pipeline to use: a name or a folder.")]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon", help="Folder or file of words of your own, added to the lexicon (TOML).", show_default=False
    ),
]
Store = Annotated[Path, typer.Option("--store", help="The corpus: one SQLite file.", show_default=False)]

"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Model = Annotated[str | None, typer.Option("--model", help="spaCy pipeline to use: a name or a folder.")]
Store = Annotated[Path, typer.Option("--store", help="The corpus: one SQLite file.", show_default=False)]
On = Annotated[
    str | None,
    typer.Option(
        "--on", help='Words it is about, inflected and in compounds too; "…" keeps words together, indbr* begins.'
    ),
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", help="Words of the name of who says, decides or is to do it.")
]
Body = Annotated[str | None, typer.Option("--body", help="Words of the name of the body that met.")]
From = Annotated[str | None, typer.Option("--from", help="First day: 2019, 2019-03 or 2019-03-15.")]
To = Annotated[str | None, typer.Option("--to", help="Last day, in the same forms.")]
Form = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="csv opens in a Danish Excel.")]
Numbers = Annotated[
    bool, typer.Option("--personal-numbers", help="Leave Danish personal numbers (CPR) readable; else they are masked.")
]
Pseudonyms = Annotated[
    bool, typer.Option("--pseudonyms", help="Replace the names of people, each by the same pseudonym throughout.")
]

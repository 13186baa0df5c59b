"""`referat export`: the corpus as files for other programs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from analyser.cli.corpus import asking
from analyser.cli.filters import Numbers, Pseudonyms
from analyser.cli.options import Store
from analyser.cli.output import stop


def export(
    store: Store,
    out: Annotated[Path, typer.Option("-o", help="Folder for the files.", show_default=False)],
    form: Annotated[
        Literal["csv", "parquet", "akn", "popolo"],
        typer.Option(
            "--format", help="akn is Akoma Ntoso XML, a file a meeting; popolo is JSON of people and meetings."
        ),
    ] = "csv",
    personal_numbers: Numbers = False,
    pseudonyms: Pseudonyms = False,
) -> None:
    """Write the corpus as files for other programs."""
    from analyser.corpus.export import export as write

    with asking(store) as corpus:
        try:
            for path in write(corpus, out, form, personal_numbers=personal_numbers, pseudonyms=pseudonyms):
                print(path)
        except OSError as error:
            stop(f"{error.filename or out}: cannot be written ({error.strerror})")

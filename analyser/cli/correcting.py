"""`referat corrections`: what people corrected, as a list and as gold."""

from pathlib import Path
from typing import Annotated

import typer

from analyser.cli.corpus import asking
from analyser.cli.filters import Form, Numbers, Pseudonyms
from analyser.cli.options import Store
from analyser.cli.output import say, stop


def corrections(
    store: Store,
    gold: Annotated[
        Path | None,
        typer.Option(
            "--gold",
            help="Folder to write them into as gold (`referat evaluate`), a file a meeting, with its whole text.",
            show_default=False,
        ),
    ] = None,
    form: Form = "table",
    personal_numbers: Numbers = False,
    pseudonyms: Pseudonyms = False,
) -> None:
    """What people corrected in the explorer, and whether it still stands in the minutes as they are now read."""
    from analyser.corpus.corrected_gold import write_gold
    from analyser.corpus.masking import hidden_frame, hiding
    from analyser.corpus.tables import SHOWN, write

    with asking(store) as corpus:
        if gold is not None:
            if pseudonyms:
                stop("--gold: gold holds the minutes as they are; leave --pseudonyms out")
            try:
                for path in write_gold(corpus.corrected(), gold):
                    print(path)
            except OSError as error:
                stop(f"{error.filename or gold}: cannot be written ({error.strerror})")
            return
        frame = corpus.corrections()
        hide = hiding(personal_numbers, corpus.pseudonyms() if pseudonyms else None)
    write(hidden_frame(frame, hide), SHOWN["corrections"], form)
    if frame.empty:
        say("nothing was corrected")

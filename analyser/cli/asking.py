"""`referat who | decisions | actions`: questions to a corpus, all with the same filters."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from analyser.cli.corpus import asking
from analyser.cli.filters import Asked, filtered
from analyser.cli.options import Store
from analyser.cli.output import say

Kind = Literal["statements", "decisions", "actions", "people"]


def answer(kind: Kind, store: Path, asked: Asked, **more: Any) -> None:  # noqa: ANN401
    """Ask a corpus and write what it gives; `more` is what only this kind of row can be asked for."""
    from analyser.corpus.masking import hidden_frame, hiding
    from analyser.corpus.tables import SHOWN, write

    with asking(store) as corpus:
        frame = getattr(corpus, kind)(**asked.filters, **more)
        hide = hiding(asked.personal_numbers, corpus.pseudonyms() if asked.pseudonyms else None)
    write(hidden_frame(frame, hide), SHOWN[kind], asked.form)
    if frame.empty:
        say("nothing found")


@filtered
def who(store: Store, asked: Asked) -> None:
    """Who reported on what: the statements, each with its source."""
    answer("statements", store, asked)


@filtered
def decisions(store: Store, asked: Asked) -> None:
    """What was decided, by whom."""
    answer("decisions", store, asked)


@filtered
def actions(
    store: Store,
    asked: Asked,
    still_open: Annotated[
        bool, typer.Option("--open", help="Only those whose time limit has not passed, and those without one.")
    ] = False,
    day: Annotated[str | None, typer.Option("--on-day", help="The day that --open looks from; today if none.")] = None,
) -> None:
    """Who is to do what by when."""
    answer("actions", store, asked, open=still_open or day is not None, on_day=day)

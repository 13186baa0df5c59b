"""`referat who | decisions | actions`: questions to a corpus, all with the same filters."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from analyser.cli.corpus import asking
from analyser.cli.options import Body, Form, From, Numbers, On, Pseudonyms, Speaker, Store, To
from analyser.cli.output import say

Kind = Literal["statements", "decisions", "actions", "people"]


def answer(kind: Kind, store: Path, form: Form, personal_numbers: bool, pseudonyms: bool, **asked: Any) -> None:  # noqa: ANN401
    """Ask a corpus and write what it gives."""
    from analyser.corpus.masking import hidden_frame, hiding
    from analyser.corpus.tables import SHOWN, write

    with asking(store) as corpus:
        frame = getattr(corpus, kind)(**asked)
        hide = hiding(personal_numbers, corpus.pseudonyms() if pseudonyms else None)
    write(hidden_frame(frame, hide), SHOWN[kind], form)
    if frame.empty:
        say("nothing found")


def _asker(name: str, kind: Kind, doc: str) -> Callable[..., None]:
    """Make the command that answers with one kind of row."""

    def ask(
        store: Store,
        on: On = None,
        speaker: Speaker = None,
        body: Body = None,
        since: From = None,
        until: To = None,
        form: Form = "table",
        personal_numbers: Numbers = False,
        pseudonyms: Pseudonyms = False,
    ) -> None:
        filters = {"on": on, "speaker": speaker, "body": body, "since": since, "until": until}
        answer(kind, store, form, personal_numbers, pseudonyms, **filters)

    ask.__name__ = name
    ask.__doc__ = doc
    return ask


who = _asker("who", "statements", "Who reported on what: the statements, each with its source.")
decisions = _asker("decisions", "decisions", "What was decided, by whom.")


def actions(
    store: Store,
    on: On = None,
    speaker: Speaker = None,
    body: Body = None,
    since: From = None,
    until: To = None,
    still_open: Annotated[
        bool, typer.Option("--open", help="Only those whose time limit has not passed, and those without one.")
    ] = False,
    day: Annotated[str | None, typer.Option("--on-day", help="The day that --open looks from; today if none.")] = None,
    form: Form = "table",
    personal_numbers: Numbers = False,
    pseudonyms: Pseudonyms = False,
) -> None:
    """Who is to do what by when."""
    filters = {"on": on, "speaker": speaker, "body": body, "since": since, "until": until}
    answer(
        "actions", store, form, personal_numbers, pseudonyms,
        **filters, open=still_open or day is not None, on_day=day,
    )  # fmt: skip

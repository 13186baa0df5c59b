"""`referat who | decisions | actions | people`: questions to a corpus, all with the same filters."""

from collections.abc import Callable
from typing import Literal

from analyser.cli.corpus import asking
from analyser.cli.options import Body, Form, From, Numbers, On, Speaker, Store, To
from analyser.cli.output import say

Kind = Literal["statements", "decisions", "actions", "people"]


def _asker(name: str, kind: Kind, doc: str) -> Callable[..., None]:
    """Make the command that answers with one kind of row; all of them take the same filters."""

    def ask(
        store: Store,
        on: On = None,
        speaker: Speaker = None,
        body: Body = None,
        since: From = None,
        until: To = None,
        form: Form = "table",
        personal_numbers: Numbers = False,
    ) -> None:
        from analyser.corpus.masking import masked_frame
        from analyser.corpus.tables import SHOWN, write

        with asking(store) as corpus:
            frame = getattr(corpus, kind)(on=on, speaker=speaker, body=body, since=since, until=until)
        write(frame if personal_numbers else masked_frame(frame), SHOWN[kind], form)
        if frame.empty:
            say("nothing found")

    ask.__name__ = name
    ask.__doc__ = doc
    return ask


who = _asker("who", "statements", "Who reported on what: the statements, each with its source.")
decisions = _asker("decisions", "decisions", "What was decided, by whom.")
actions = _asker("actions", "actions", "Who is to do what by when.")
people = _asker("people", "people", "Who is on the rosters; with --on, who said, decided or is to do something on it.")

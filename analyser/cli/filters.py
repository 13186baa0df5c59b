"""The options by which every question narrows and shows its answers, written down once."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Annotated, Any, Literal, TypedDict, get_type_hints

import typer

Numbers = Annotated[
    bool, typer.Option("--personal-numbers", help="Leave Danish personal numbers (CPR) readable; else they are masked.")
]
Pseudonyms = Annotated[
    bool, typer.Option("--pseudonyms", help="Replace the names of people, each by the same pseudonym throughout.")
]
Form = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="csv opens in a Danish Excel.")]


class Filters(TypedDict):
    """What a question narrows by; see `analyser.corpus.Corpus`."""

    on: str | None
    speaker: str | None
    body: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True)
class Asked:
    """What was asked for, and how the answer is to be shown."""

    on: Annotated[
        str | None,
        typer.Option(
            "--on", help='Words it is about, inflected and in compounds too; "…" keeps words together, indbr* begins.'
        ),
    ] = None
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="Words of the name of who says, decides or is to do it.")
    ] = None
    body: Annotated[str | None, typer.Option("--body", help="Words of the name of the body that met.")] = None
    since: Annotated[str | None, typer.Option("--from", help="First day: 2019, 2019-03 or 2019-03-15.")] = None
    until: Annotated[str | None, typer.Option("--to", help="Last day, in the same forms.")] = None
    form: Form = "table"
    personal_numbers: Numbers = False
    pseudonyms: Pseudonyms = False

    @property
    def filters(self) -> Filters:
        """What the question narrows by, as the methods of a corpus take it."""
        return {
            "on": self.on,
            "speaker": self.speaker,
            "body": self.body,
            "since": self.since,
            "until": self.until,
        }


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command that takes one argument `asked: Asked` an option for each of its fields instead."""
    hints = get_type_hints(Asked, include_extras=True)
    shared = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(Asked)
    ]
    own = [one for one in inspect.signature(command).parameters.values() if one.name != "asked"]

    @wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401
        command(asked=Asked(**{one.name: given.pop(one.name) for one in shared}), **given)

    signature = inspect.Signature([*(one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own), *shared])
    run.__signature__ = signature  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    return run

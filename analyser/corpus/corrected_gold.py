"""Corrections as gold, so that what people said can be scored against (`referat evaluate`)."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analyser.corpus.corrected import Correction, corrected, meant, stands
from analyser.corpus.writing import write_whole
from analyser.evaluation.gold import Gold, GoldAgenda, GoldItem, GoldMention, GoldParticipant
from analyser.evaluation.marked import SUFFIX
from analyser.evaluation.marked_printing import print_marked
from analyser.minutes import Minutes


def write_gold(corrected: Iterable[tuple[Minutes, int, Sequence[Correction]]], folder: Path) -> Iterator[Path]:
    """Write corrections into a folder as gold, a file a meeting, and give each file as it is written.

    Args:
        corrected: records as they were extracted, each with its part and its corrections.
        folder: made where there is none; files of the same name are replaced.

    Raises:
        OSError: the folder cannot be made, or a file not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for minutes, part, made in corrected:
        path = folder / gold_name(minutes.source.sha256, part)
        write_whole(path, print_marked(minutes.text, gold_of(minutes, made)).encode("utf-8"))
        yield path


def gold_name(sha256: str, part: int) -> str:
    """Give the name of a meeting's gold: of the document's content, since a file's own name could say anything."""
    return f"{sha256[:12]}{f'-{part}' if part > 1 else ''}{SUFFIX}"


def gold_of(minutes: Minutes, corrections: Sequence[Correction]) -> Gold:
    """Give one document's gold; each row has its place in the record's text.

    The mentions are those that a person corrected, and a participant has a role where a person gave it: these are
    claims. Names on the roster, agenda and items stand as they were read, since the form has them scored always.
    Statements, decisions and actions are left out, so that they are not.
    """
    standing = [c for c in corrections if stands(minutes, c)]
    now = corrected(minutes, standing)
    roles = {person.id for c in standing if c.what == "role" and (person := meant(minutes, c))}
    return Gold(
        participants=tuple(
            GoldParticipant(
                name=person.name,
                attendance=person.attendance,
                at=person.span[0],
                head=minutes.text[slice(*person.span)],
                **({"role": person.role} if person.id in roles else {}),
            )
            for person in now.participants
        ),
        agenda=tuple(GoldAgenda(number=row.number, title=row.title) for row in now.agenda),
        items=tuple(
            GoldItem(number=row.number, title=row.title, starts=_first_line(minutes.text, *row.span), at=row.span[0])
            for row in now.items
            if row.span[0] < row.span[1]
        ),
        mentions=tuple(
            GoldMention(head=c.quote, text=c.quote, participant=c.name, at=c.span[0])
            for c in standing
            if c.what == "link"
        ),
    )


def _first_line(text: str, start: int, end: int) -> str:
    """Give the first line of a run of text, or all of it where that line is empty."""
    return text[start:end].split("\n", 1)[0] or text[start:end]

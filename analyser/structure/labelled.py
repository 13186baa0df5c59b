"""Items that are a line each, title and text: `* Klassekasse: Der er 1.340 kr. på kontoen.`"""

import re
from collections.abc import Sequence

from analyser.language.lexicon import lexicon, words
from analyser.language.names import is_full_name, is_given_name, is_title
from analyser.structure.groups import known_label, opens_roster
from analyser.structure.headings import Candidate, is_part
from analyser.structure.lines import Line

_LABELLED = re.compile(r"(?P<mark>[*•·▪►–-]?)\s*(?P<title>[A-ZÆØÅ][^:.!?\t]{1,44}\.?):\s+(?=\S+\s+\S)")
_FEWEST = 3


def find_labelled(lines: Sequence[Line], furniture: frozenset[int]) -> list[Candidate]:
    """Find items whose title stands before a colon in front of their text, all with the same mark.

    `* Trivsel: Louise fortalte …`, `- Økonomi: Der er …`; with no mark only where two of the titles are well known
    (`Evt.: Intet at bemærke`). Three are needed. A person (`Ida: Det går godt.`), a part of an item (`Beslutning: …`)
    and what belongs to the head (`Sted: …`, `Afbud: …`) are none.
    """
    found: dict[str, list[Candidate]] = {}
    for line in lines:
        match = _LABELLED.match(line.text)
        if match is None or line.index == 0 or line.index in furniture or not _is_title(match["title"], line.text):
            continue
        start = line.start + match.start("title")
        candidate = Candidate(
            line.index, "title", None, (), match["title"].strip(), start, line.start + match.end("title") + 1, 1.0
        )
        found.setdefault(match["mark"], []).append(candidate)
    known = words("headings", "item", "untitled") | words("headings", "item", "labelled")
    usable = [
        run
        for mark, run in found.items()
        if len(run) >= _FEWEST and (mark or sum((c.title or "").casefold().rstrip(".") in known for c in run) >= 2)
    ]
    return max(usable, key=len, default=[])


def _of_the_head() -> set[str]:
    return {label for labels in lexicon("meeting")["labels"].values() for label in labels}


def _is_title(title: str, text: str) -> bool:
    bare = title.strip("*_ ").casefold()
    first = title.split()[0]
    label = known_label(text.lstrip("*•·▪►–- "))
    return (
        len(title.split()) <= 6
        and label is None
        and not opens_roster(text)
        and is_part(title) not in ("decision", "action", "proposal")
        and (bare in words("headings", "item", "untitled") or bare not in _of_the_head())
        and not is_full_name(title)
        and not is_given_name(first)
        and not is_title(first)
        and not re.fullmatch(r"[A-ZÆØÅ]{2,4}", title)
    )

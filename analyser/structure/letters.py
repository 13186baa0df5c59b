"""What of a mail or a web page stands around the minutes: greetings at the top, addresses and links at the end."""

import re
from collections.abc import Sequence

from analyser.language.lexicon import affixes, words
from analyser.structure.closings import closing_block, is_closing
from analyser.structure.headings import acts, is_answer, is_common_title, read_heading
from analyser.structure.lines import Line
from analyser.structure.mail_head import is_greeting

_LAST = 14  # lines at the end of a page, among which its own may stand


def greeting_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Give the lines that hand over the minutes: `Kære alle` and `Her kommer referatet …` below it.

    Also the end of such a letter, where the minutes are below it: `Venlig hilsen` / `Ulla`.
    """
    found: set[int] = set()
    solid = [n for n in lines if not n.blank]
    for at, line in enumerate(solid):
        if is_greeting(line.text):
            found.add(line.index)
            below = [n for n in solid[at + 1 : at + 2] if _hands_over(n.text)]
            for n in below:
                found |= {n.index, *(m.index for m in _block(lines, n.index))}
        elif found and is_closing(line.text):
            found |= {n.index for n in closing_block(solid, at)}
    return frozenset(found)


def closing_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Give the last lines of a web page that are links and addresses: `Læs også` / `Referat af mødet i maj`.

    They begin with a line that heads such, and hold no sentence, nor anything else that an item has: `Kontakt` may be
    the title of one, over `Ole kontakter kommunen`.
    """
    solid = [n for n in lines if not n.blank]
    for at, line in enumerate(solid[-_LAST:], max(0, len(solid) - _LAST)):
        heads = line.text.casefold().strip(" :") in words("headings", "furniture", "closing")
        below = solid[at + 1 :]
        if heads and at > 0 and below and not any(_tells(n) for n in below):
            return frozenset(n.index for n in (line, *below))
    return frozenset()


def _tells(line: Line) -> bool:
    """Tell whether a line is a sentence, with or without its stop, an answer, or the heading of a common item.

    `Ole kontakter kommunen`, `Der indkaldes til ekstra møde.`, `Intet`, `5. Økonomi`; no address nor link:
    `Nordlund Kommune`, `1. Referat af mødet i maj`.
    """
    text = line.text.strip("*_#•·–- ")
    if re.search(r"\w{3}[.!?]$", text) or acts(text) or is_answer(text):
        return True
    heading = read_heading(line)
    return heading is not None and heading.title is not None and is_common_title(heading.title)


def _hands_over(text: str) -> bool:
    low = text.casefold()
    return any(w.startswith(affixes("headings", "letters", "hands_over")) for w in re.findall(r"[\wæøå]+", low))


def _block(lines: Sequence[Line], index: int) -> list[Line]:
    found: list[Line] = []
    for line in lines[index:]:
        if line.blank:
            break
        found.append(line)
    return found

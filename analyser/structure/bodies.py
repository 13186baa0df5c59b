"""Which words name a body, and which an organisation: `Kulturudvalget`; `Regionshospitalet Vesterbæk`."""

import re
from functools import cache

from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_collective
from analyser.language.words import last_word

ABBREVIATED = 3  # letters of a body that keeps its capitals: `MED`


def names_body(part: str) -> bool:
    """Tell whether a part of a title names a body: `Kulturudvalget`, `kredsrådsmøde`."""
    low = part.casefold()
    tokens = re.findall(r"[\wæøåé.-]+", low)
    if low in words("bodies", "whole") or (tokens and tokens[0] in lexicon("bodies")["abbreviated"]):
        return True
    ends = [*lexicon("bodies")["ends"]]
    for token in (*tokens[:4], *tokens[4:][-1:]):
        if token in words("bodies", "whole") or (token.endswith("møde") and token.endswith(_whole_meetings())):
            return True  # `Kontaktforældremøde`
        held = re.sub(r"(?:-|s)?(?:mødet?s?|referat|protokol(?:lat)?)$", "", token) or token
        for bare in (held, indefinite(held), re.sub(r"[nt]s?$", "", held)):  # `bestyrelsen`, `rådet`, `udvalgets`
            if bare in words("bodies", "whole") or any(bare.endswith(e) and bare != "møde" for e in ends):
                return True
    return False


@cache
def _whole_meetings() -> tuple[str, ...]:
    return tuple(w for w in words("bodies", "whole") if w.endswith("møde"))


def names_organisation(part: str) -> bool:
    """Tell whether a part of a title names an organisation: `Vesterby Kommune`, `Regionshospitalet Vesterbæk`."""
    low = part.casefold().rstrip(".")
    last = last_word(low)
    if len(low.split()) > 1 and is_collective(part.split()[0]) and not names_body(part):
        return True  # `Regionshospitalet Vesterbæk`
    if _opens_organisation().search(low):
        return True
    if len(low.split()) > 1 and last in words("bodies", "organisation_letters") and part.split()[-1].isupper():
        return True  # `Grindby HK`
    return any(last == e or (last.endswith(e) and len(e) > 4) for e in words("bodies", "organisation_ends")) or bool(
        re.search(r"\b(?:kommunes?|sogns?|skole|provsti|universitet|region|afdeling)\b", low)
    )


@cache
def _opens_organisation() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('bodies', 'organisation_starts')}\b")


def indefinite(word: str) -> str:
    """Take the article from the end of a body: `udvalget` to `udvalg`."""
    return re.sub(r"(?:et|en|ets|ens|s)$", "", word) if len(word) > 5 else word

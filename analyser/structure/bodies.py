"""Which words name a body, and which an organisation: `Kulturudvalget`; `Regionshospitalet Vesterbæk`."""

import re
from functools import cache

from analyser.language.lexicon import affixes, lexicon, phrases, words
from analyser.language.names import is_collective
from analyser.language.words import last_word

_WORD = re.compile(r"[\wæøåé.-]+")
_MEETING = re.compile(r"(?:-|s)?(?:mødet?s?|referat|protokol(?:lat)?)$")
_DEFINITE = re.compile(r"[nt]s?$")
_ARTICLE = re.compile(r"(?:et|en|ets|ens|s)$")
_OF_A_KIND = re.compile(r"\b(?:kommunes?|sogns?|skole|provsti|universitet|region|afdeling)\b")

ABBREVIATED = 3  # letters of a body that keeps its capitals: `MED`


def names_body(part: str) -> bool:
    """Tell whether a part of a title names a body: `Kulturudvalget`, `kredsrådsmøde`."""
    low = part.casefold()
    tokens = _WORD.findall(low)
    if low in words("bodies", "whole") or (tokens and tokens[0] in lexicon("bodies")["abbreviated"]):
        return True
    ends = affixes("bodies", "ends")
    for token in (*tokens[:4], *tokens[4:][-1:]):
        if token in words("bodies", "whole") or (token.endswith("møde") and token.endswith(_whole_meetings())):
            return True  # `Kontaktforældremøde`
        held = _MEETING.sub("", token) or token
        for bare in (held, indefinite(held), _DEFINITE.sub("", held)):  # `bestyrelsen`, `rådet`, `udvalgets`
            if bare in words("bodies", "whole") or (bare.endswith(ends) and bare != "møde"):
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
    return (
        last in words("bodies", "organisation_ends") or last.endswith(long_ends()) or _OF_A_KIND.search(low) is not None
    )


@cache
def long_ends() -> tuple[str, ...]:
    """The words that organisations end in, such as are long enough to be a part of another: `Vesterbykommune`."""
    return tuple(e for e in words("bodies", "organisation_ends") if len(e) > 4)


@cache
def _opens_organisation() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('bodies', 'organisation_starts')}\b")


def indefinite(word: str) -> str:
    """Take the article from the end of a body: `udvalget` to `udvalg`."""
    return _ARTICLE.sub("", word) if len(word) > 5 else word

"""Which body met, and the organisation it belongs to."""

import re
from collections.abc import Sequence

from analyser.language.dates import find_dates
from analyser.language.lexicon import lexicon, phrases, words
from analyser.language.names import is_collective
from analyser.language.times import find_time
from analyser.structure.lines import Line

_OWNERS = "kommune|sogn|skole|provsti|region|amt|pastorat|bibliotek|universitet|centre?|center"


def find_body(
    lines: Sequence[Line], titles: Sequence[Line], labels: dict[str, list[tuple[Line, str]]]
) -> tuple[str | None, str | None]:
    """Find the body that met and the organisation it belongs to.

    `Referat af kredsrådsmøde i Vesterby Kommune den 15. marts 2024` gives kredsråd, Vesterby Kommune;
    `ÆLDRERÅDET I VESTERBY KOMMUNE` Ældrerådet, Vesterby Kommune; `Møde i Lokal-MED, Plejecenter Solbakken` both.
    """
    body = organisation = None
    for _, value in labels.get("body", []):
        body = value.strip()
        break
    for line in titles:
        parts = [_plain_case(re.sub(r"\s+", " ", p)) for p in _title_parts(line.text.strip("*_# "))]
        for part in parts:
            low = part.casefold()
            if body is None and _names_body(part):
                body = _body_name(part)
                rest = low
                owner = re.match(rf"^(.+?(?:{_OWNERS}))s\s+(.+)$", part, re.IGNORECASE)
                if owner and _names_body(owner[2]):
                    body, organisation = _body_name(owner[2]), organisation or owner[1]
                    continue
                inner = re.search(r"\s(?P<link>i|for|ved|på|under|af)\s+(?=[A-ZÆØÅ])", part)
                if (
                    inner
                    and organisation is None
                    and (inner["link"] != "for" or _names_organisation(part[inner.end() :]))
                ):
                    organisation = part[inner.end() :].strip(" ,")
                    body = _body_name(part[: inner.start()])
                    continue
                if rest and not _names_organisation(part):
                    continue
            if organisation is None and _names_organisation(part):
                organisation = re.sub(r"^(?:for|i|ved|af|på)\s+", "", part).strip(" ,")
    return body, organisation


def _title_parts(text: str) -> list[str]:
    """Cut a title line into what may be the body and what the organisation; the date goes."""
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.start]} | {text[mention.end :]}"
    time = find_time(text)
    if time:
        text = f"{text[: time[2]]} | {text[time[3] :]}"
    opener = rf"^(?:{phrases('meeting', 'title', 'openers')}(?:\s+nr\.?\s*[\d/]+)?\s*(?:af|fra|for|til|:|-|–|,)?\s+)+"
    text = re.sub(opener, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:ordinært?|ekstraordinært?|afholdt|det|den)\s+", "", text, flags=re.IGNORECASE)
    met = r"^(?:(?:af|fra)\s+)?(?:møde[t]?\s+(?:nr\.?\s*\d+\s+)?(?:i|for|af|med)\s+|møde\s+)"
    text = re.sub(met, "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:i|for|af|ved)\s+(?=[A-ZÆØÅ])", "", text)
    return [p.strip(" .:") for p in re.split(r"\s*(?:\||,|\s[-–—]\s|\t|\s{3,})\s*", text) if p.strip(" .:")]


def _names_body(part: str) -> bool:
    low = part.casefold()
    tokens = re.findall(r"[\wæøåé.-]+", low)
    if low in words("bodies", "whole"):
        return True
    ends = [*lexicon("bodies")["ends"]]
    for token in tokens[:4]:
        if token in words("bodies", "whole"):
            return True
        bare = _indefinite(re.sub(r"(?:-|s)?mødet?s?$", "", token) or token)
        if bare in words("bodies", "whole") or any(bare.endswith(e) and bare != "møde" for e in ends):
            return True
    return False


def _body_name(part: str) -> str:
    """Give the name of the body: `kredsrådsmøde` is held by the `kredsråd`."""
    trimmed = re.sub(r"^(?:ordinær|ekstraordinær)t?\s+", "", part.strip(" ,"), flags=re.IGNORECASE)
    match = re.match(
        r"^(.*?(?:råd|udvalg|bestyrelse|nævn|gruppe|raad))s?møde(?:t|r)?(?:\s+nr\.?.*)?$", trimmed, re.IGNORECASE
    )
    return match[1] if match else re.sub(r"\s+nr\.?\s*\d.*$", "", trimmed)


def _names_organisation(part: str) -> bool:
    low = part.casefold()
    last = low.split()[-1]
    if len(low.split()) > 1 and is_collective(part.split()[0]) and not _names_body(part):
        return True  # `Regionshospitalet Vesterbæk`
    if any(re.search(rf"\b{re.escape(s)}\b", low) for s in words("bodies", "organisation_starts")):
        return True
    return any(last == e or (last.endswith(e) and len(e) > 4) for e in words("bodies", "organisation_ends")) or bool(
        re.search(r"\b(?:kommunes?|sogns?|skole|provsti|universitet|region|afdeling)\b", low)
    )


def _indefinite(word: str) -> str:
    return re.sub(r"(?:et|en|ets|ens|s)$", "", word) if len(word) > 5 else word


def _plain_case(text: str) -> str:
    """Write an upper-case title with capitals at the start of words only."""
    if not text.isupper():
        return text
    small = {"i", "for", "af", "og", "på", "den", "til", "fra", "ved"}
    return " ".join(w.lower() if w.lower() in small else w.capitalize() for w in text.split())

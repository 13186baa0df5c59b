"""Which body met, and the organisation it belongs to."""

import re
from collections.abc import Sequence
from functools import cache

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
    body = next((value.strip() for _, value in labels.get("body", [])), None)
    organisation = next((value.strip() for _, value in labels.get("organisation", [])), None)
    for line in titles:
        held = _held_by().search(line.text) if body is None else None
        if held and _names_body(held["body"]):  # `Aar 1951 den 12. April holdt Vesterby Sogneraad Møde paa Kroen.`
            body = held["body"]
            continue
        for part in (_plain_case(re.sub(r"\s+", " ", p)) for p in _title_parts(close_up(line.text.strip("*_# ")))):
            if body is None and _names_body(part):
                body, owner = _parted(part)
                organisation = organisation or owner
            elif organisation is None and _names_organisation(part):
                organisation = re.sub(r"^(?:for|i|ved|af|på)\s+", "", part).strip(" ,")
    for line in lines if body is None else ():
        held = _held_by().search(line.text)
        if held and _names_body(held["body"]):
            return held["body"], organisation
    return body, organisation


def close_up(text: str) -> str:
    """Close up spaced letters: `R E F E R A T`, `B Y R Å D` (words stand two blanks or more apart)."""
    lead = re.match(r"(?:\S ){3,}\S(?=\s{2,}\S\S)", text)
    if lead:  # `R E F E R A T   af bestyrelsens møde`
        return f"{lead.group().replace(' ', '')} {text[lead.end() :].lstrip()}"
    if re.fullmatch(r"(?:\S ){3,}\S(?: {2,}(?:\S )*\S)*", text) is None:
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))


def page_header(text: str) -> str | None:
    """Read the organisation out of a header of the page: `SUNDBY BRAND OG REDNING          Side 1 af 5`."""
    page = rf"\s*[|–—-]?\s*{phrases('headings', 'furniture', 'page')}\.?\s*\d+(?:\s*(?:af|/)\s*\d+)?\s*$"
    bare = _plain_case(re.sub(page, "", text, flags=re.IGNORECASE).strip())
    if not bare or bare == text or len(bare.split()) > 6 or re.search(r"[\d:.,]", bare) or _names_body(bare):
        return None
    opener = re.match(rf"{phrases('meeting', 'title', 'openers')}\b", bare, re.IGNORECASE)
    return bare if len(bare.split()) > 1 and opener is None else None


def _parted(part: str) -> tuple[str, str | None]:
    """Part the body from the organisation it belongs to.

    `Vesterby Kommunes Ældreråd`; `Brugerrådet på Center Birken`; `Bestyrelsesmøde Vesterby IF`.
    """
    owner = re.match(rf"^(.+?(?:{_OWNERS}))s\s+(.+)$", part, re.IGNORECASE)
    if owner and _names_body(owner[2]):
        return _body_name(owner[2]), owner[1]
    kinds = phrases("bodies", "organisation_starts")
    inner = re.search(rf"\s(?P<link>i|for|ved|på|under|af)\s+(?=[A-ZÆØÅ]|(?i:{kinds})\s+[A-ZÆØÅ])", part)
    if inner and _names_body(part[: inner.start()]):
        behind = part[inner.end() :].strip(" ,")
        if inner["link"] != "for" or _names_organisation(behind):
            return _body_name(part[: inner.start()]), behind
        return _body_name(part), None
    tokens = part.split()
    place = next((n for n, t in enumerate(tokens) if _names_body(t)), None)
    if place is not None:
        before, behind = " ".join(tokens[:place]), " ".join(tokens[place + 1 :])
        if behind and behind[0].isupper() and _names_organisation(behind):
            return _body_name(" ".join(tokens[: place + 1])), behind
        if before and not behind and _names_organisation(before) and not re.search(r"\b(?:og|-)$", before):
            return _body_name(tokens[place]), before
    return _body_name(part), None


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
    text = re.sub(r"^(?:i|for|af|fra|ved)\s+(?=\w)", "", text)
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
        held = re.sub(r"(?:-|s)?(?:mødet?s?|referat|protokol(?:lat)?)$", "", token) or token
        for bare in (held, _indefinite(held), re.sub(r"[nt]s?$", "", held)):  # `bestyrelsen`, `rådet`, `udvalgets`
            if bare in words("bodies", "whole") or any(bare.endswith(e) and bare != "møde" for e in ends):
                return True
    return False


def _body_name(part: str) -> str:
    """Give the name of the body: `kredsrådsmøde` is held by the `kredsråd`."""
    trimmed = re.sub(r"^(?:ordinær|ekstraordinær)t?\s+", "", part.strip(" ,"), flags=re.IGNORECASE)
    kinds = "råd|udvalg|bestyrelse|nævn|gruppe|raad|med|forum|kommission"
    match = re.match(
        rf"^(.*?(?:{kinds}))[s-]*(?:møde(?:t|r)?|referat|protokol(?:lat)?)(?:\s+nr\.?.*)?$", trimmed, re.IGNORECASE
    )
    match = match or re.match(rf"^(.*?(?:{kinds})(?:en|et|n|t)?)s\s+møde$", trimmed, re.IGNORECASE)
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
    return " ".join(w.lower() if w.lower() in small else _capitalised(w) for w in text.split())


def _capitalised(word: str) -> str:
    """`ÆLDRERÅD` to `Ældreråd`; what has no vowel is an abbreviation (`SSP-netværk`), so is what has strokes: `A/B`."""
    if "/" in word or "." in word:
        return word
    first, hyphen, rest = word.partition("-")
    short = re.search(r"[AEIOUYÆØÅ]", first) is None
    return f"{first}{hyphen}{rest.lower()}" if short else f"{first.capitalize()}{hyphen}{rest.lower()}"


@cache
def _held_by() -> re.Pattern[str]:
    kinds = r"(?:(?:ordinært|ekstraordinært|offentligt)\s+)?"
    return re.compile(
        rf"\b(?:holdt|afholdt|afholdtes\s+af|holder)\s+(?P<body>[A-ZÆØÅ][\w -]{{3,60}}?)\s+{kinds}møde\b",
        re.IGNORECASE,
    )

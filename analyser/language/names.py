"""What looks like a person's name, what like a title, and where one ends and the other begins. No model."""

import re
from functools import cache, lru_cache

from analyser.language.lexicon import lexicon, words

NAME_WORD = r"[A-ZÆØÅÄÖÜÉÁÍÓÚÐÞŠŽČĆÇĞİŞŁŚŻŃŘŐŰĐ][\w'’´`]*(?:-[A-ZÆØÅÄÖÜÉa-zæøåäöüé][\w'’´]*)*"
INITIAL = r"[A-ZÆØÅ]\."
DOUBLE_INITIAL = re.compile(rf"{INITIAL}-{INITIAL}")  # `U.-B.` for Ulla-Britt
_NICKNAME = re.compile(r"^[\"“”„»«'(]\w+[\"“”„»«')]$")
_QUOTED = re.compile(r"(?:^|\s+)[\"“”„»«'‘’](?P<nickname>\w[\w ]*)[\"“”„»«'‘’](?=\s|$|;)")
_INITIALS = re.compile(r"^[A-ZÆØÅ]{2,4}$")
_WORD = re.compile(r"\S+")
_TWO_NAMES = re.compile(r"[A-ZÆØÅ][a-zæøå]+-[A-ZÆØÅ][a-zæøå]+")
_PARTED = re.compile(r"[\s-]+")
_NAME_TOKEN = re.compile(rf"^(?:{NAME_WORD}|(?:{INITIAL})+(?:{NAME_WORD})?|[A-ZÆØÅ][a-zæøå]{{0,3}}\.)$")
_INITIAL = re.compile(INITIAL)
_BEFORE_COMMA = re.compile(r"([\w.]+),\s")
_LONGEST_NAME = 6
_SHORTEST_TRADE = 8  # letters of a title that is in no list


@lru_cache(maxsize=65536)
def is_given_name(word: str) -> bool:
    """Tell whether a word is a known given name (`Else-Marie`, `ELSE`)."""
    given = words("names", "given")
    if word in given:
        return True
    parts = word.split("-")
    return all(p in given or p.capitalize() in given for p in parts)


@lru_cache(maxsize=65536)
def is_patronymic(word: str) -> bool:
    """Tell a family name that is made of a given name: `Sørensen`, `Jensen`, `Lorentzen`; not `Prisen`, `Kassen`."""
    low = word.casefold()
    if not word[:1].isupper() or not low.endswith(("sen", "zen")) or word in words("names", "never"):
        return False
    return any(is_given_name(stem.capitalize()) for stem in (low[:-3], low[:-2], f"{low[:-3]}s", f"{low[:-3]}z"))


def is_everyday_word(word: str) -> bool:
    """Tell whether a given name is an everyday word as well (`Bo`, `Maj`)."""
    return word in words("names", "also_words")


@lru_cache(maxsize=65536)
def is_name_word(word: str) -> bool:
    """Tell whether one word can be part of a person's name."""
    bare = word.rstrip(",;:")
    return bool(_NAME_TOKEN.match(bare)) and not any(c.isdigit() for c in bare)


@lru_cache(maxsize=65536)
def is_title_word(word: str) -> bool:
    """Tell whether a word is a title of office by itself or by its end: `Politiinspektør`, `TR`, `natvagtsleder`."""
    bare = word.strip(".,;:()").casefold()
    if {bare, f"{bare}.", word.casefold()} & words("titles", "whole"):  # `kass` for `kass.`
        return True
    if _TWO_NAMES.fullmatch(word.strip(".,;:()")):  # `Thisted-Møller`; a title is `SFO-leder`
        return False
    if bare in words("titles", "never"):
        return bare in words("titles", "family_names") or (word[:1].isupper() and bare in words("titles", "ends"))
    return len(bare) > 2 and bare.endswith(tuple(lexicon("titles")["ends"])) and not is_given_name(word)


def is_family_name_too(word: str) -> bool:
    """Tell whether a title word is a common family name (`Møller`, `Smed`)."""
    return word.strip(".,;:()").casefold() in words("titles", "family_names")


@lru_cache(maxsize=65536)
def looks_like_name(text: str, least: int = 1) -> bool:
    """Tell whether the whole of `text` can be a person's name of at least `least` words.

    `Else-Marie Kaas`, `H. C. Lund`, `Ole von Berg`; not `Vesterlund Kommune`, not `Formanden`.
    """
    if "," in text or ";" in text:
        return False
    parts = [p for p in text.split() if not _NICKNAME.match(p)]
    if not least <= len(parts) <= _LONGEST_NAME or not is_name_word(parts[0]):
        return False
    never, particles = words("names", "never"), words("names", "particles")
    if len(parts) > 1 and (is_collective(parts[0]) or parts[0].casefold() in words("names", "place_fronts")):
        return False
    for n, part in enumerate(parts):
        if n and part.lower() in particles and n < len(parts) - 1:
            continue
        if n and part == "v." and n < len(parts) - 1 and is_given_name(parts[0]):
            continue  # `Jens v. Hagen`; a house is never called so: `Solbo v. Ib Ravn`
        bare = part.rstrip(".,")
        if n and _is_initial(part):
            continue  # `Ruth I.`
        place = bare in words("names", "family_places") and n > 0 and is_given_name(parts[0])
        barred = (bare in never or bare.capitalize() in never) and not (is_given_name(bare) or place)
        if not is_name_word(part) or barred:
            return False
        family = n > 0 and (is_family_name_too(part) or is_given_name(parts[0]) or _is_initial(parts[n - 1]))
        if is_title_word(part) and not family and not is_given_name(bare):
            return False
        if bare.casefold().endswith(_organisation_ends()) and len(parts) > 1 and n == len(parts) - 1 and n > 0:
            return bare.casefold() not in words("bodies", "organisation_ends")
    return not _INITIALS.match(parts[0]) or (len(parts) > 1 and parts[0].isupper() == parts[-1].isupper())


def _is_initial(part: str) -> bool:
    """`C.` in front of `Hornemand`, which ends as titles do."""
    return _INITIAL.fullmatch(part) is not None


def is_collective(word: str) -> bool:
    """Tell whether a word names a body in the definite form: `Boligselskabet`, `Kommunen`."""
    low = word.casefold()
    return low.endswith(_collective_ends()) and low not in words("organisations", "never") and not is_given_name(word)


def is_party(text: str) -> bool:
    """Tell whether text is a political party, in full or by its letters: `V`, `SF`, `Venstre`."""
    low = text.casefold()
    return low in words("organisations", "parties") or low in words("organisations", "lists")


@lru_cache(maxsize=65536)
def is_full_name(text: str) -> bool:
    """Tell whether `text` is surely a person's name: at least two words, the first a known given name or initials."""
    parts = text.split()
    if len(parts) < 2 or not looks_like_name(text, 2) or is_two_names(text):
        return False
    first = parts[0]
    cut = first.endswith(".") and first[:-1].casefold() in words("abbreviations", "names")  # `Chr. Vestergaard`
    return is_given_name(first) or ((cut or bool(re.match(rf"^(?:{INITIAL})+", first))) and len(parts[-1]) > 2)


def is_two_names(text: str) -> bool:
    """Tell whether two people's names stand with nothing between: `Karl Brandt Jens Holm`."""
    parts = text.split()
    return len(parts) >= 4 and any(
        is_given_name(part) and not is_given_name(parts[n - 1]) for n, part in enumerate(parts) if n >= 2
    )


@lru_cache(maxsize=65536)
def split_title(text: str) -> tuple[str | None, str]:
    """Part a title in front from the name behind it.

    `Børn- og Ungedirektør Louise Bro` gives (`Børn- og Ungedirektør`, `Louise Bro`); `TR Ahmed Rahim` (`TR`, `Ahmed
    Rahim`); `Provst Niels Møller` (`Provst`, `Niels Møller`); text without a title gives (None, text).
    """
    found = list(_WORD.finditer(text))
    best: tuple[str | None, str] = (None, text)
    if len(found) > 2 and _is_trade(found[0].group()) and is_full_name(text[found[1].start() :]):
        return text[: found[0].end()], text[found[1].start() :]
    for n, match in enumerate(found[:-1]):
        word = match.group().rstrip(",")
        if is_given_name(word) and not is_title_word(word):
            break
        front = found[n - 2].group() if n > 1 and found[n - 1].group() in words("adverbs", "pairing") else ""
        second = is_title_word(front) or front.endswith("-")  # `social- og sundhedsassistent Ib Ravn`
        late = n > 1 and text[0].islower() and found[n].group() not in words("adverbs", "pairing") and not second
        if (n == 0 and word.lower() in words("adverbs", "prepositions")) or late:
            break
        comma = _BEFORE_COMMA.search(text, 0, match.start()) if "," in text else None
        if comma and not is_title_word(comma[1]):
            break  # `6 års arbejde, og fru Holm`
        if is_title_word(word):
            rest = text[found[n + 1].start() :]
            if looks_like_name(rest):
                best = (text[: match.end()].rstrip(","), rest)
            elif found[n + 1].group().lower() in words("titles", "joining"):
                best = _split_long_title(text, found[n + 2 :]) or best
    return best


def _is_trade(word: str) -> bool:
    """Tell whether a word that is in no list is made as those that say what somebody does: `Kystlivredder Ida Lyng`.

    Given names of that length in such an end are few, and in the lists; a plural is a label (`Observatører`).
    """
    low = word.casefold()
    if len(low) < _SHORTEST_TRADE or not low.isalpha() or not low.endswith(tuple(lexicon("titles")["trade_ends"])):
        return False
    plural = low in words("titles", "plurals") or is_title_word(low.removesuffix("er")) or is_title_word(low[:-1])
    return not (plural or is_given_name(word) or is_title_word(word) or word.capitalize() in _genders_abroad())


def _split_long_title(text: str, found: list[re.Match[str]]) -> tuple[str, str] | None:
    """Part `Direktør for Børn og Kultur Anja Holm` before the first given name that begins a name."""
    for n, match in enumerate(found):
        rest = text[match.start() :]
        if n and is_given_name(match.group()) and looks_like_name(rest, 2):
            return text[: found[n - 1].end()].rstrip(","), rest
    return None


def split_nickname(name: str) -> tuple[str, str | None]:
    """Part what somebody is called from the name around it: `Erik "Tømmer" Bo` gives (`Erik Bo`, `Tømmer`)."""
    found = _QUOTED.search(name)
    bare = f"{name[: found.start()]}{name[found.end() :]}".strip() if found else ""
    return (bare, found["nickname"]) if found and bare else (name, None)


def nickname_in(note: str | None) -> str | None:
    """Give what somebody is called, which a note keeps in quotes: `"Tømmer"; fra kl. 19`."""
    found = _QUOTED.match(note) if note and note[0] == '"' else None
    return found["nickname"] if found else None


def name_fits(short: str, full: str) -> bool:
    """Tell whether a short form can stand for a full name: `Tine G`, `Grønnemose`, `Tine` for `Tine Grønnemose`.

    Each word of the short form is, in order, a word of the name or a letter or two that one begins with; the first one
    is a letter only where it has its stop (`T. Grønnemose`).
    """
    wanted = [w.strip(".,").casefold() for w in _PARTED.split(short) if w.strip(".,")]
    parts = [w.casefold().strip("()\"“”„»«'") for w in _PARTED.split(full) if w]  # `Margrethe (Grethe) Storm`
    stopped = len(wanted) > 1 and re.match(r"\w\.", short) is not None and len(wanted[-1]) > 2
    place = 0
    for n, word in enumerate(wanted):
        begins = n > 0 or (stopped and place == 0)
        while place < len(parts) and not (
            parts[place] == word or (begins and len(word) <= 2 and parts[place].startswith(word))
        ):
            place += 1
        if place == len(parts):
            return False
        place += 1
    return bool(wanted)


def split_trailing_title(text: str) -> tuple[str, str | None]:
    """Part a title behind a name from the name: `Lars Bech kommunaldirektør` gives (`Lars Bech`, `kommunaldirektør`).

    A capitalised word right behind a given name is a family name, whatever it ends in: `Knud Sejer`.
    """
    found = list(_WORD.finditer(text))
    for n in range(1, len(found)):
        name, rest, word = text[: found[n].start()].strip(), text[found[n].start() :], found[n].group()
        if not looks_like_name(name) or word.lower() in words("names", "particles"):
            continue
        if word[0].islower() and _any_title(rest):
            return name, rest
        if n >= 2 and word.casefold().endswith(tuple(lexicon("titles")["strong_ends"])):
            return name, rest
    return text, None


@lru_cache(maxsize=65536)
def is_title(text: str) -> bool:
    """Tell whether the whole of `text` is a title: `Chef for Børn og Unge`, `næstformand`, `1. suppleant`."""
    parts = text.split()
    if not parts or len(parts) > 9:
        return False
    bare = text.casefold().strip(" .")
    if bare in words("titles", "whole") or f"{bare}." in words("titles", "whole"):
        return True
    if is_given_name(parts[0]) and not is_title_word(parts[0]):
        return False
    return _any_title(text)


def _any_title(text: str) -> bool:
    parts = text.split()
    head = []
    for part in parts:  # the head noun stands before the first preposition
        if part.lower() in words("adverbs", "prepositions"):
            break
        head.append(part)
    return any(is_title_word(p.strip(",")) for p in head)


@lru_cache(maxsize=65536)
def gender_of(name: str) -> str | None:
    """Give `m` or `f` for a name whose given name is known, else None: `Ole Bech` m, `Solveig` f, `Kim` None.

    Names of other lands are known for this alone: `Ilham` f, `Damir` m.
    """
    first = name.split()[0].split("-")[0] if name.split() else ""
    first = first if is_given_name(first) else first.capitalize()
    if first in words("names", "gender", "either"):
        return None
    if not is_given_name(first):
        return _genders_abroad().get(first)
    if first in words("names", "gender", "men"):
        return "m"
    return "f" if first in words("names", "gender", "women") or first[-1] in "aeiy" else "m"


@cache
def _genders_abroad() -> dict[str, str]:
    lists = lexicon("name_genders")
    return {name: gender for gender, key in (("f", "women"), ("m", "men")) for name in lists[key].split()}


def gender_told(title: str) -> str | None:
    """Give the gender that an address tells: `Fru` f, `Hr.` m, `Formand` None."""
    low = title.split()[-1].casefold() if title.split() else ""
    if low in words("titles", "of_women"):
        return "f"
    return "m" if low in words("titles", "of_men") else None


@lru_cache(maxsize=4096)
def spellings_of(name: str) -> frozenset[str]:
    """Give the other ways to write a given name: `Kaj` gives Kai and Kay; of most names none."""
    return frozenset(n for group in lexicon("names")["variants"]["spellings"] if name in group for n in group) - {name}


@lru_cache(maxsize=65536)
def leaning_of(name: str) -> str | None:
    """Give the gender that a name nobody knows most likely has, by its last letter: `Nasira` f, `Tobjørn` m.

    Good enough to doubt a pronoun, not to link one. Names that both bear (`Kim`) lean to neither.
    """
    first = name.split()[0].split("-")[0] if name.split() else ""
    if not first or first.capitalize() in words("names", "gender", "either"):
        return None
    return gender_of(name) or ("f" if first[-1] in "ae" else None if first[-1] in "iyn" else "m")


def initials_of(name: str) -> str:
    """Give the initials of a name: `Else-Marie Kaas` gives `EMK`."""
    return "".join(p[0] for p in _PARTED.split(name) if p and p[0].isupper())


def fits_initials(initials: str, name: str) -> bool:
    """Tell whether initials can stand for a name: `MK` and `MKJ` for `Mette Kirstine Juul`, `MEJU` as well."""
    if "å" in initials.casefold() and "aa" in name.casefold():  # `PÅ` for Peter Aagren
        return fits_initials(initials, re.sub("[Aa]a", "Å", name))
    if "æ" in name.casefold() and "a" in initials.casefold() and "æ" not in initials.casefold():  # `JBA` for Jon Bæk
        return fits_initials(initials, name.replace("Æ", "Ae").replace("æ", "ae"))
    wanted = initials.casefold()
    parts = [p.casefold() for p in _PARTED.split(name) if p]
    if not parts or not wanted or wanted[0] != parts[0][0]:
        return False

    def fits(rest: str, left: list[str]) -> bool:
        if not rest:
            return True
        for n, part in enumerate(left):
            for size in range(min(len(rest), len(part), 3), 0, -1):
                if part.startswith(rest[:size]) and fits(rest[size:], left[n + 1 :]):
                    return True
        return False

    return fits(wanted, parts)


@lru_cache(maxsize=1)
def _collective_ends() -> tuple[str, ...]:
    return tuple(lexicon("organisations")["ends"])


@lru_cache(maxsize=1)
def _organisation_ends() -> tuple[str, ...]:
    return tuple(lexicon("bodies")["organisation_ends"])

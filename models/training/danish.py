"""A Norwegian sentence in Danish dress: words, definiteness, the place of possessives, `der`, and the comma.

Everything that changes words or their order is done on NDT's words after `ndt.convert`, so that heads are carried
along.
"""

import random
import tomllib
from pathlib import Path

from models.training.conllu import Sentence, Token, spaced
from models.training.ndt import Word

LEXICON = tomllib.loads((Path(__file__).parent / "lexicon" / "norwegian.toml").read_text(encoding="utf8"))
MARKS = {"“": "«", "”": "»", "«": "«", "»": "»", "–": "-"}
#: Set when the spaces are known, which the direction of a quotation mark tells.
QUOTES = {"«": '"', "»": '"'}

#: How often DDT writes the comma before a subordinate clause, and `der` for a relative subject (dev: 56 of 94).
COMMA, RELATIVE_DER = 0.85, 0.6

Dictionary = dict[str, str]


def word(norwegian: str, dictionary: Dictionary, proper: bool, first: bool) -> str:
    """One word in Danish, in the case it was written in.

    A proper name stays as it is unless the dictionary knows it as a name too (`Frankrike` → `Frankrig`).
    """
    if norwegian in MARKS:
        return MARKS[norwegian]
    if proper:
        danish = dictionary.get(norwegian, norwegian)
        return danish if danish[:1].isupper() and " " not in danish and len(danish) > 3 else norwegian
    lower = norwegian.lower()
    danish = LEXICON["words"].get(lower, "")
    if not danish:
        danish = dictionary.get(lower if first or norwegian.isupper() else norwegian, norwegian)
        if " " in danish or not danish:
            danish = norwegian
        if danish.lower() == lower:
            danish = with_danish_ending(danish)
    if norwegian.isupper() and len(norwegian) > 1:
        return danish.upper()
    return danish[:1].upper() + danish[1:] if norwegian[:1].isupper() else danish


def with_danish_ending(form: str) -> str:
    """`administrasjon` → `administration`: the longest listed ending of a word of six letters or more."""
    if len(form) < 6:
        return form
    for length in range(min(len(form) - 1, 8), 1, -1):
        if danish := LEXICON["endings"].get(form[-length:]):
            return form[:-length] + str(danish)
    return form


Indefinite = dict[tuple[str, bool], str]


def indefinite_forms(sentences: list[list[Word]]) -> Indefinite:
    """(lemma, plural) → the Norwegian indefinite form, as the treebank shows it."""
    forms: Indefinite = {}
    for sentence in sentences:
        for item in sentence:
            if item.pos == "subst" and "ub" in item.marks and "gen" not in item.marks:
                forms[(item.lemma, "fl" in item.marks)] = item.form.lower()
    return forms


def drop_double_definite(words: list[Word], forms: Indefinite) -> None:
    """`den store bilen` → `den store bil`: Danish marks a definite noun once."""
    for at, noun in enumerate(words):
        if noun.pos != "subst" or not noun.marks & {"be", "bu"} or "gen" in noun.marks:
            continue
        before = [other for other in words[:at] if other.head == at]
        if any(other.relation == "det" and other.marks & {"dem", "poss"} for other in before) and (
            form := forms.get((noun.lemma, "fl" in noun.marks))
        ):
            noun.form = form.capitalize() if noun.form[:1].isupper() else form
            noun.marks = (noun.marks - {"be", "bu"}) | {"ub"}


def front_possessives(words: list[Word]) -> list[Word]:
    """`boken hans` → `hans boken` (and then `hans bog`): the possessive goes before the noun and its attributes."""
    order = list(range(len(words)))
    for at in range(1, len(words)):
        item = words[at]
        if item.pos == "det" and "poss" in item.marks and item.head == at - 1 and words[at - 1].pos == "subst":
            start = at - 1
            while start > 0 and words[start - 1].head == at - 1 and words[start - 1].relation in {"amod", "nummod"}:
                start -= 1
            where = order.index(start)
            order.remove(at)
            order.insert(where, at)
            if start == 0:
                words[0].form = words[0].form.lower() if "prop" not in words[0].marks else words[0].form
                item.form = item.form.capitalize()
    return reorder(words, order)


def reorder(words: list[Word], order: list[int]) -> list[Word]:
    place = {old: new for new, old in enumerate(order)}
    for item in words:
        item.head = place[item.head] if item.head >= 0 else -1
    return [words[old] for old in order]


def use_der(words: list[Word], chance: random.Random) -> None:
    """`det er fare` → `der er fare` (existential), `som` → `der` as a relative subject (mostly), `en` → `man`."""
    for item in words:
        if item.function == "FSUBJ" and item.relation == "expl":
            item.form = "Der" if item.form[:1].isupper() else "der"
            item.lemma = "der"
        elif item.form == "som" and item.relation == "nsubj" and chance.random() < RELATIVE_DER:
            item.form = item.lemma = "der"
        elif item.pos == "pron" and item.form.lower() in {"en", "ein"}:
            item.form = "Man" if item.form[:1].isupper() else "man"


def comma_places(words: list[Word], chance: random.Random) -> list[tuple[int, int]]:
    """(place, head) of each comma that Danish has and Norwegian has not: before and after a subordinate clause."""
    places: dict[int, int] = {}
    for at, item in enumerate(words):
        if item.pos != "verb" and item.relation not in {"acl:relcl", "advcl", "ccomp"}:
            continue
        if item.relation not in {"acl:relcl", "advcl", "ccomp"}:
            continue
        inside = subtree(words, at)
        finite = any(
            other.head == at and (other.pos == "sbu" or other.relation in {"nsubj", "expl"}) for other in words
        )
        if not finite or chance.random() > COMMA:
            continue
        first, after = inside[0], inside[-1] + 1
        while 0 < first < at and words[first].relation in {"punct", "cc"}:
            first += 1
        if 0 < first < at and item.head < first and words[first - 1].relation not in {"punct", "cc", "case", "mark"}:
            places.setdefault(first, at)
        if after < len(words) and words[after].relation not in {"punct", "cc"} and words[after - 1].relation != "punct":
            places.setdefault(after, at)
    return sorted(places.items())


def subtree(words: list[Word], top: int) -> list[int]:
    """Positions of a word and all that hangs under it, in order."""
    found, new = {top}, [top]
    while new:
        new = [at for at, item in enumerate(words) if item.head in new and at not in found]
        found.update(new)
    return sorted(found)


def add_commas(words: list[Word], places: list[tuple[int, int]]) -> list[Word]:
    for place, head in reversed(places):
        for item in words:
            if item.head >= place:
                item.head += 1
        comma = Word(",", "$,", "<komma>", frozenset(), head + (head >= place), "IK", "O", "punct")
        if place < len(words) and words[place].entity.startswith("I-"):
            comma.entity = words[place].entity
        words.insert(place, comma)
    return words


def danish(words: list[Word], dictionary: Dictionary, forms: Indefinite, chance: random.Random) -> list[Word]:
    """The converted sentence with Danish forms in `form`; lemmas stay Norwegian, for `tags` to look up."""
    words = front_possessives(words)
    drop_double_definite(words, forms)
    use_der(words, chance)
    words = add_commas(words, comma_places(words, chance))
    for at, item in enumerate(words):
        if item.form.lower() not in {"der", "man"}:
            item.form = word(item.form, dictionary, "prop" in item.marks, at == 0)
    return words


def sentence(words: list[Word]) -> Sentence:
    """Tokens with forms, heads, relations and entities; tags, features and lemmas come from `tags`."""
    tokens = spaced(
        [
            Token(
                form=item.form,
                head=item.head if item.head >= 0 else at,
                deprel=item.relation if item.head >= 0 else "ROOT",
                entity=item.entity,
            )
            for at, item in enumerate(words)
        ]
    )
    for token in tokens:
        token.form = QUOTES.get(token.form, token.form)
    return tokens

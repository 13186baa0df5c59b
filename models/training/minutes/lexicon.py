"""The words of `lexicon/minutes.toml` as records."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

GENDERS = {"c": "Com", "n": "Neut"}


@dataclass(frozen=True)
class Noun:
    lemma: str
    gender: str
    definite: str
    plural: str
    definite_plural: str

    def form(self, definite: bool, plural: bool) -> str:
        if plural:
            return self.definite_plural if definite else self.plural
        return self.definite if definite else self.lemma

    def feats(self, definite: bool, plural: bool) -> str:
        return f"Definite={'Def' if definite else 'Ind'}|Gender={self.gender}|Number={'Plur' if plural else 'Sing'}"


@dataclass(frozen=True)
class Verb:
    """Forms are infinitive (also the lemma), present, past and perfect participle; `complements` as in the lexicon."""

    infinitive: str
    present: str
    past: str
    participle: str
    complements: tuple[str, ...] = ("",)


@cache
def words() -> dict[str, Any]:
    path = Path(__file__).parents[1] / "lexicon" / "minutes.toml"
    return tomllib.loads(path.read_text(encoding="utf8"))


def entries(text: str) -> list[list[str]]:
    """`a b; c d` → [["a", "b"], ["c", "d"]]"""
    return [entry.split() for entry in text.split(";") if entry.strip()]


@cache
def matters() -> list[Noun]:
    return [
        Noun(lemma, GENDERS[gender], definite, plural, plurals)
        for lemma, gender, definite, plural, plurals in entries(words()["nouns"]["matters"])
    ]


@cache
def bodies() -> list[Noun]:
    return [
        Noun(lemma, GENDERS[gender], definite, "", "")
        for definite, lemma, gender in entries(words()["nouns"]["bodies"])
    ]


@cache
def speech_verbs() -> list[Verb]:
    return [
        Verb(infinitive, present, past, participle, tuple(entry["with"]))
        for entry in words()["speech"]["verbs"]
        for infinitive, present, past, participle in [entry["forms"]]
    ]


@cache
def act_verbs() -> list[Verb]:
    return [Verb(*forms) for forms in words()["acts"]["verbs"]]


@cache
def listed(section: str, key: str) -> list[str]:
    """A list of phrases: divided by `;` where the text has any, else by white space."""
    value = words()[section][key] if section else words()[key]
    if isinstance(value, list):
        return [str(item) for item in value]
    return [" ".join(item.split()) for item in (value.split(";") if ";" in value else value.split()) if item.strip()]

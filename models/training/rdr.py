"""Reads and applies the ripple-down rules of a published Danish tagger (RDRPOSTagger), as silver tags.

A `.DICT` file gives each word its first tag, a `.RDR` file a tree of corrections: the deepest rule that fires,
taking the first of its siblings, has the last word. Nguyen et al. (2014), "RDRPOSTagger".
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

CONDITION = re.compile(
    r'object\.(word|tag|prevWord[12]|nextWord[12]|prevTag[12]|nextTag[12]|suffixL[234]) == "(.*?)"(?= and |$)'
)
OFFSETS = {"prev": -1, "next": 1}


@dataclass(frozen=True)
class Rule:
    """`conditions` are (attribute, offset, value); an empty list always holds."""

    conditions: tuple[tuple[str, int, str], ...]
    conclusion: str
    exceptions: list["Rule"] = field(default_factory=list)


def read_dictionary(path: Path) -> dict[str, str]:
    """word → tag, with the three `TAG4UNKN-…` entries for words that are not in it."""
    return dict(line.rsplit(" ", 1) for line in path.read_text(encoding="utf8").splitlines() if " " in line)


def read_rules(path: Path) -> Rule:
    """The tree of rules. Raises ValueError on a condition of a kind this reader does not know."""
    root = Rule((), "")
    stack: list[Rule] = [root]
    for line in path.read_text(encoding="utf8").splitlines()[1:]:
        level = len(line) - len(line.lstrip("\t"))
        condition, _, conclusion = line.strip().partition(" : object.conclusion = ")
        rule = Rule(parse(condition), conclusion.strip('"'))
        stack[level - 1].exceptions.append(rule)
        del stack[level:]
        stack.append(rule)
    return root


def parse(condition: str) -> tuple[tuple[str, int, str], ...]:
    found = CONDITION.findall(condition)
    if len(found) != condition.count("object."):
        raise ValueError(f"cannot read the rule: {condition}")
    parsed = []
    for name, value in found:
        offset = int(name[-1]) * OFFSETS[name[:4]] if name[:4] in OFFSETS else 0
        if name.startswith("suffix"):
            parsed.append((name, 0, value))
        else:
            parsed.append(("tag" if "ag" in name else "word", offset, value))
    return tuple(parsed)


def first_tag(word: str, dictionary: dict[str, str]) -> str:
    if word in dictionary:
        return dictionary[word]
    if word.lower() in dictionary:
        return dictionary[word.lower()]
    if any(character.isdigit() for character in word):
        return dictionary["TAG4UNKN-NUM"]
    for length in (5, 4, 3, 2):
        if len(word) >= length + 2 and f".*{word[-length:]}" in dictionary:
            return dictionary[f".*{word[-length:]}"]
    return dictionary["TAG4UNKN-CAPITAL" if word[:1].isupper() else "TAG4UNKN-WORD"]


def tag(words: list[str], dictionary: dict[str, str], rules: Rule) -> list[str]:
    """A tag a word."""
    first = [first_tag(word, dictionary) for word in words]
    return [conclude(rules, words, first, at) or first[at] for at in range(len(words))]


def conclude(rule: Rule, words: list[str], tags: list[str], at: int) -> str:
    for exception in rule.exceptions:
        if all(holds(condition, words, tags, at) for condition in exception.conditions):
            return conclude(exception, words, tags, at)
    return rule.conclusion


def holds(condition: tuple[str, int, str], words: list[str], tags: list[str], at: int) -> bool:
    name, offset, value = condition
    if name.startswith("suffix"):
        length = int(name[-1])
        return len(words[at]) >= length and words[at][-length:] == value
    if not 0 <= at + offset < len(words):
        return value == ""
    return (tags if name == "tag" else words)[at + offset] == value

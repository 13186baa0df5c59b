"""A user's words put into a list that is shipped, and taken out of it."""

from collections.abc import Mapping
from typing import Any

REMOVE = "remove"
"""The table of a user's file that names what is taken out, built as the shipped file is."""


def merged(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Give a shipped file with what a user's file of the same name takes out and adds; both have been checked.

    What is added stands last, as lists are tried in their order. Single values and rows of numbers are replaced.
    """
    added = {key: value for key, value in own.items() if key != REMOVE}
    return _with(_without(shipped, own.get(REMOVE, {})), added)


def is_record(value: object) -> bool:
    """Tell whether a list is one value of a fixed length, as months from and to, and no list to add to."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], int)


def called(entry: object) -> str:
    """Give what an entry is called where it is taken out: its lemma, the first word of its row, or itself."""
    if isinstance(entry, Mapping):
        return str(entry["lemma"])
    return str(entry[0] if isinstance(entry, list) else entry)


def _with(table: dict[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in added.items():
        held = table.get(key)
        if isinstance(held, dict):
            table[key] = _with(dict(held), value)
        elif isinstance(held, list) and not is_record(value):
            table[key] = held + [entry for entry in value if entry not in held]
        else:
            table[key] = value
    return table


def _without(table: Mapping[str, Any], removed: Mapping[str, Any]) -> dict[str, Any]:
    left = dict(table)
    for key, gone in removed.items():
        held = table[key]
        if isinstance(gone, Mapping):
            left[key] = _without(held, gone)
        elif isinstance(held, Mapping):
            left[key] = {word: value for word, value in held.items() if word not in gone}
        else:
            left[key] = [entry for entry in held if called(entry) not in gone]
    return left

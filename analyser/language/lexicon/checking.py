"""Whether a user's lexicon file is built as the shipped one of its name: each slip is one line for people."""

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, get_args

from analyser.language.lexicon.merging import REMOVE, called, is_record
from analyser.minutes import Act, DecisionKind

WORD_TABLES = frozenset(
    {
        "actions.split", "bodies.definite", "bodies.abbreviated", "calendar.seasons", "calendar.holidays",
        "calendar.easter", "calendar.parts_of_month", "calendar.numbers", "calendar.units", "calendar.relative.days",
        "calendar.relative.week", "decisions.votes.numbers", "headings.item.same", "meeting.hours", "titles.plural",
        "titles.same", "titles.short", "speech_verbs.verbs.adjectives",
    }
)  # fmt: skip
"""Tables whose keys are words, so that a user may add one; the keys of all others are known to rules."""

_CLOSED = ("act", "needs", "pattern", "kinds")
"""What of a verb has its values from a list that rules know."""

_IN_PATTERNS = frozenset("()[]{}*+?\\|^$")
"""Signs that mean something else in a pattern; only lists that have some may be given more."""


class LexiconError(ValueError):
    """A lexicon of a user's own cannot be used; the text is one line for people that says where and why."""


def check(file: str, own: Mapping[str, Any], shipped: Mapping[str, Any]) -> None:
    """Hold that a user's file adds and takes out only what the shipped file of its name has a place for.

    Raises:
        LexiconError: it names the first place where that is not so.
    """
    added = {key: value for key, value in own.items() if key != REMOVE}
    _table(added, shipped, (file.removesuffix(".toml"),))
    _removed(own.get(REMOVE, {}), shipped, added, (file.removesuffix(".toml"),))


def _table(own: object, shipped: Mapping[str, Any], at: tuple[str, ...]) -> None:
    if not isinstance(own, Mapping):
        _stop(at, f"must be a table: [{'.'.join(at[1:])}]")
    for key, value in own.items():
        if key in shipped:
            _value(value, shipped[key], (*at, key))
        elif ".".join(at) in WORD_TABLES:
            _word(key, list(shipped), at)
            _value(value, next(iter(shipped.values())), (*at, key))
        else:
            _stop(at, f"has no {key}; it has {', '.join(shipped)}")


def _value(value: object, example: object, at: tuple[str, ...]) -> None:
    """Check a value by one that is shipped in its place."""
    if isinstance(example, Mapping):
        _table(value, example, at)
    elif isinstance(example, list):
        _list(value, example, at)
    elif type(value) is not type(example):
        _stop(at, f"must be {_KINDS[type(example)]}, such as {_shown(example)}")
    elif isinstance(value, str):
        _word(value, [str(example)], at)


_KINDS: dict[type, str] = {str: "a word in quotes", int: "a whole number", bool: "true or false"}


def _list(value: object, example: Sequence[Any], at: tuple[str, ...]) -> None:
    if not isinstance(value, list):
        shown = ", ".join(_shown(one) for one in example[:2])
        _stop(at, f"must be a list in square brackets, such as [{shown}]")
    if is_record(example):
        if len(value) != len(example) or any(type(one) is not int for one in value):
            _stop(at, f"must be {len(example)} whole numbers, such as {_shown(example)}")
        return
    for entry in value:
        if example and isinstance(example[0], Mapping):
            _entry(entry, example, at)
        elif example and isinstance(example[0], list):
            _row(entry, example, at)
        else:
            _word(entry, example, at)


def _row(row: object, rows: Sequence[Sequence[str]], at: tuple[str, ...]) -> None:
    """Check a row of words, such as the forms of a verb and the kind of decision that it makes."""
    lengths = {len(one) for one in rows}
    if not isinstance(row, list) or (len(lengths) == 1 and len(row) not in lengths) or len(row) < min(lengths):
        _stop(at, f"each entry must be a list such as {_shown(rows[0])}, not {_shown(row)}")
    for n, word in enumerate(row):
        column = [one[n] for one in rows if n < len(one)]
        if set(column) <= set(get_args(DecisionKind)):
            _one_of(word, get_args(DecisionKind), at)
        else:
            _word(word, column, at)


def _entry(entry: object, entries: Sequence[Mapping[str, Any]], at: tuple[str, ...]) -> None:
    """Check a verb: it has what all verbs have, and nothing that none has."""
    if not isinstance(entry, Mapping):
        _stop(at, f"each entry must be a table in braces, such as {_shown(entries[0])}, not {_shown(entry)}")
    known = list(dict.fromkeys(key for one in entries for key in one))
    name = (*at, str(entry.get("lemma", ""))) if entry.get("lemma") else at
    for key in known:
        if key not in entry and all(key in one for one in entries):
            _stop(name, f"{key} is wanted in each entry, as in {_shown(entries[0])}")
    for key, value in entry.items():
        held = [one[key] for one in entries if key in one]
        if not held:
            _stop(name, f"has no {key}; it has {', '.join(known)}")
        elif key == "forms" and (not isinstance(value, list) or len(value) != len(held[0])):
            _stop(name, f"forms must be {len(held[0])} words: present, past, participle, such as {_shown(held[0])}")
        elif key in _CLOSED:
            allowed = get_args(Act) if key == "act" else sorted({w for v in held for w in _each(v)})
            for word in _each(value):
                _one_of(word, allowed, (*name, key))
        elif isinstance(held[0], Mapping):
            _table(value, {k: v for one in held for k, v in one.items()}, (*at, key))
        else:
            _value(value, max(held, key=len) if isinstance(held[0], list) else held[0], (*name, key))


def _word(word: object, others: Sequence[object], at: tuple[str, ...]) -> None:
    """Check a word by the others of its list: they are written in one way."""
    if not isinstance(word, str) or not word.strip() or word != word.strip():
        _stop(at, f"must be words in quotes, without a blank at an end, not {_shown(word)}")
    held = [str(other) for other in others]
    if held and word != word.lower() and all(other == other.lower() for other in held):
        _stop(at, f"write {_shown(word)} in lower case, as all words there are")
    if held and not word[0].isupper() and all(other[:1].isupper() for other in held):
        _stop(at, f"write {_shown(word)} with a capital letter, as all words there are")
    if signs := (_IN_PATTERNS & set(word)) - set("".join(held)):
        _stop(at, f"{_shown(word)} has a sign that no word there has: {' '.join(sorted(signs))}")


def _one_of(word: object, allowed: Sequence[str], at: tuple[str, ...]) -> None:
    if word not in allowed:
        _stop(at, f"{_shown(word)} is none of {', '.join(allowed)}")


def _removed(gone: object, shipped: Mapping[str, Any], added: Mapping[str, Any], at: tuple[str, ...]) -> None:
    """Check what is taken out: it must be there, and a list keeps something, since rules look for one of its words."""
    if not isinstance(gone, Mapping):
        _stop(at, f"{REMOVE} must be a table: [{REMOVE}]")
    for key, names in gone.items():
        held, here = shipped.get(key), (at[0], REMOVE, *at[1:], key)
        words = ".".join((*at, key)) in WORD_TABLES
        if held is None:
            _stop(here, f"there is no {key}; there is {', '.join(shipped)}")
        if isinstance(held, Mapping) and not words:
            _removed(names, held, added.get(key, {}), (*at, key))
            continue
        if not isinstance(held, (list, Mapping)) or is_record(held):
            _stop(here, "is a single value, which another can replace, but cannot be taken out")
        if not isinstance(names, list):
            _stop(here, "must be a list in square brackets of what is taken out")
        there = {called(entry) for entry in held}
        for name in names:
            if name not in there:
                _stop(here, f"{_shown(name)} is not in the shipped list, so that it cannot be taken out")
        if there <= set(names) and not added.get(key):
            _stop(here, "that is the whole list; it must keep a word, or be given another")


def _each(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _shown(value: object) -> str:
    """Show a value as TOML writes it."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(_shown(one) for one in value)}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_shown(one)}' for key, one in value.items())} }}"
    return str(value)


def _stop(at: Sequence[str], told: str) -> NoReturn:
    where = f"{at[0]}.toml"
    raise LexiconError(f"{where}: {'.'.join(at[1:])}: {told}" if len(at) > 1 else f"{where}: {told}")

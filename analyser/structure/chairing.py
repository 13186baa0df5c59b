"""Who chairs the meeting, of those who may: by what they are called, and by law."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from analyser.language.lexicon import lexicon, words
from analyser.minutes import Attendance, Function
from analyser.structure.entry import function_of
from analyser.structure.person import Person


class _Told(Protocol):
    @property
    def role(self) -> str | None: ...
    @property
    def attendance(self) -> Attendance: ...
    @property
    def functions(self) -> tuple[Function, ...]: ...


def chair_by_law(people: Sequence[_Told], body: str | None, besides: frozenset[str] = frozenset()) -> int | None:
    """Give the place of the one whose title leads `body` by law; `besides` are titles that lead whatever met.

    `Byrådet` is led by its `borgmester`. Of two, of one who was away and of a guest, nothing is said.
    """
    leading = _titles_by_law(body or "") | besides
    led = [n for n, p in enumerate(people) if (p.role or "").casefold() in leading and not _keeps_out(p)]
    return led[0] if len(led) == 1 else None


def offices_by_law() -> set[str]:
    """Give the titles of all who chair some body by law."""
    return {title for title, *_ in lexicon("functions")["by_law"]}


def _titles_by_law(body: str) -> set[str]:
    met = body.casefold()
    return {
        title
        for title, *bodies in lexicon("functions")["by_law"]
        if any(re.search(rf"{b}(?:et|en|n)?\b", met) for b in bodies)
    }


def _keeps_out(person: _Told) -> bool:
    return person.attendance == "absent" or bool({"guest", "observer"} & set(person.functions))


def with_chair(people: list[Person], body: str | None) -> list[Person]:
    """Let one chair: who is called so, before them who leads the meeting at hand, and else who leads `body` by law.

    A dirigent goes before the formand of the association, the formand before a `Socialudvalgsformand`. Where the
    minutes name no chair, the borgmester leads the byråd and the institutleder the institutråd. Who was away led
    nothing.
    """
    people = [
        replace(p, functions=tuple(f for f in p.functions if f != "chair")) if p.attendance == "absent" else p
        for p in people
    ]
    if body and not any("chair" in p.functions for p in people):  # `Ib Ravn (formand for styregruppen)`
        leads = [n for n, p in enumerate(people) if p.attendance != "absent" and _leads(p, body)]
        people = [replace(p, functions=(*p.functions, "chair")) if leads == [n] else p for n, p in enumerate(people)]
    elected = [p for p in people if "chair" in p.functions and _leads_meeting(p)]
    if elected:  # a dirigent leads the assembly, a mødeleder the meeting, not the formand of the association
        return [
            replace(p, functions=tuple(f for f in p.functions if f != "chair"))
            if p not in elected and "chair" in p.functions and _is_formand(p.role)
            else p
            for p in people
        ]
    chairs = [p for p in people if "chair" in p.functions and (p.role or "").casefold() in words("functions", "chair")]
    plain = [p for p in chairs if (p.role or "").casefold() in words("functions", "plain_chair")] or chairs
    if plain:  # a `Socialudvalgsformand` beside the formand is another body's
        people = [
            replace(p, functions=tuple(f for f in p.functions if f != "chair"))
            if p not in plain and (p.role or "").casefold().endswith(tuple(words("functions", "standing_chair")))
            else p
            for p in people
        ]
    if any("chair" in p.functions for p in people):
        return people
    chair = chair_by_law(people, body)
    return [replace(p, functions=(*p.functions, "chair")) if n == chair else p for n, p in enumerate(people)]


def _leads(person: Person, body: str) -> bool:
    """Tell whether a title or a remark says that somebody is the formand of the body that met."""
    offices = "|".join(re.escape(w) for w in sorted(words("functions", "plain_chair")))
    told = re.search(rf"\b(?:{offices}) for (?P<whose>[\w-]+)$", f"{person.role}; {person.note}".casefold())
    told = told or re.search(rf"\b(?:{offices}) for (?P<whose>[\w-]+)$", (person.role or "").casefold())
    return told is not None and told["whose"] in (body.casefold(), *words("rosters", "own_body"))


def _leads_meeting(person: Person) -> bool:
    """Tell whether somebody is called what tells who leads the meeting at hand: `Ordstyrer: Lis Bo`."""
    told = {t.strip(" .").casefold() for t in (person.role or "", *re.split(r"[;,]", person.note or ""))}
    led = words("rosters", "elections", "chairing") | words("rosters", "elections", "chair_of_kept")
    return bool(told & (words("functions", "of_meeting") | led - words("rosters", "elections", "opens")))


def _is_formand(role: str | None) -> bool:
    """Tell whether a role is that of a formand, of whom another may lead the meeting."""
    return function_of(role or "") == "chair"

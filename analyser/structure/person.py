"""A person as the rosters and sentences of one document tell of them, before they are numbered as participants."""

from dataclasses import dataclass

from analyser.minutes import Attendance, Function


@dataclass(frozen=True)
class Person:
    """One who was there, or is said not to have been."""

    name: str
    span: tuple[int, int]
    role: str | None
    organisation: str | None
    initials: str | None
    attendance: Attendance
    functions: tuple[Function, ...]
    note: str | None

"""Lists that are longer than a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Answers(Generic[T]):
    """One page of rows: which page it is, and how many rows and pages there are."""

    rows: Sequence[T]
    total: int
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The number of the first row of the page, counted from 1."""
        return (self.page - 1) * self.size + 1


def page_of(asked: int, total: int, size: int) -> int:
    """Give the number of the page that was asked for, the first where there is no such page."""
    return asked if 1 <= asked <= -(-total // size) else 1


def number(text: str | None) -> int:
    """Read the number of a page from an address; 1 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1

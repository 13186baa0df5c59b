"""A template filled, with personal numbers hidden in all that it shows."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from sqlite3 import Row
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from analyser.corpus.corrected import Document
from analyser.corpus.masking import masked
from analyser.language.lexicon import lexicon

HERE = Path(__file__).parent

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)

_LEEWAY = 8
"""Characters by which a text may be longer than it should before it is cut."""


class Renderer:
    """The templates of the pages.

    Attributes:
        hide: what text goes through before it is shown; it keeps the length.
    """

    def __init__(self, *, personal_numbers: bool, token: str) -> None:
        self.hide: Callable[[str], str] = (lambda text: text) if personal_numbers else masked
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=self._shown,
        )
        self._templates.globals.update(
            url=url,
            address=address,
            document_address=document_address,
            token=Markup.escape(token),
            short=self._short,
            day=day,
        )
        self._templates.filters["count"] = _count

    def page(self, template: str, status_code: int = 200, /, **values: object) -> HTMLResponse:
        """Fill a template."""
        return HTMLResponse(self._templates.get_template(template).render(values), status_code)

    def _short(self, text: str, length: int = 120) -> Markup:
        """Show a text on one line, cut at a word where it is long; its direction of writing ends with it."""
        shown = self.hide(text)
        if len(shown) > length + _LEEWAY:
            shown = f"{shown[: length - 1].rsplit(' ', 1)[0]}…"
        return Markup(f"<bdi>{escape(shown)}</bdi>")

    def _shown(self, value: object) -> object:
        """Hide personal numbers in all that a template shows; `url` gives Markup, so addresses stay whole."""
        return self.hide(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def day(iso: str | None) -> Markup:
    """Write a day as Danish does: `7. maj 2024`; what is no day stays as it is."""
    if iso and (found := _DAY.fullmatch(iso)) and (month := _month(int(found[2]))):
        written = f"{int(found[3])}. {month} {found[1]}"
        return Markup(f'<time datetime="{iso}">{written}</time>')
    return Markup.escape(iso or "uden dato")


@cache
def _month(number: int) -> str | None:
    """Give the name of a month."""
    names = lexicon("calendar")["months"].get(str(number))
    return str(names[0]) if names else None


def url(path: str, asked: dict[str, str] | None = None, /, **changes: object) -> Markup:
    """Give the address of a page, escaped; changes that are empty leave their key out."""
    query = {key: str(value) for key, value in {**(asked or {}), **changes}.items() if value not in ("", None)}
    return Markup.escape(f"{path}?{urlencode(query)}" if query else path)


def document_address(document: Document) -> str:
    """Give the part of an address that names a document's meeting: `<sha256>`, or `<sha256>.2` for its second."""
    sha256, part = document
    return sha256 if part == 1 else f"{sha256}.{part}"


def address(row: Row) -> str:
    """Give the part of an address that names a row's meeting."""
    return document_address((row["sha256"], row["part"]))


def meeting_url(row: Row) -> Markup:
    """Give the address of the page of a row's meeting."""
    return url(f"/moede/{address(row)}")


def _count(number: int) -> str:
    """Write a whole number as Danish does: `12.345`."""
    return f"{number:,}".replace(",", ".")

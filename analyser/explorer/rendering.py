"""A template filled, with personal numbers hidden in all that it shows."""

from collections.abc import Callable
from pathlib import Path
from sqlite3 import Row
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup
from starlette.responses import HTMLResponse

from analyser.corpus.corrected import Document
from analyser.corpus.masking import masked

HERE = Path(__file__).parent


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
            finalize=self._shown,
        )
        self._templates.globals.update(
            url=url, address=address, document_address=document_address, token=Markup.escape(token)
        )
        self._templates.filters["count"] = _count

    def page(self, template: str, status_code: int = 200, /, **values: object) -> HTMLResponse:
        """Fill a template."""
        return HTMLResponse(self._templates.get_template(template).render(values), status_code)

    def _shown(self, value: object) -> object:
        """Hide personal numbers in all that a template shows; `url` gives Markup, so addresses stay whole."""
        return self.hide(value) if isinstance(value, str) and not isinstance(value, Markup) else value


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

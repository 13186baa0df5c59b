"""The pages: each reads its address, asks the store and fills a template. The Danish stands in the templates."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from analyser.corpus.masking import masked
from analyser.corpus.people import Person
from analyser.corpus.question import Kind, Question, QuestionError
from analyser.corpus.store import connect
from analyser.explorer import queries
from analyser.explorer.marks import found, marks_of, pieces
from analyser.explorer.security import Guard
from analyser.minutes import Minutes

_HERE = Path(__file__).parent
_PATHS: dict[Kind, str] = {"statements": "/", "decisions": "/beslutninger", "actions": "/opgaver"}


def make_app(store: Path, *, personal_numbers: bool = False) -> Guard:
    """Make the application that shows a store; each request opens the store anew and reads only."""
    pages = _Pages(store, personal_numbers=personal_numbers)
    routes = [Route(path, pages.search(kind)) for kind, path in _PATHS.items()]
    routes += [
        Route("/moeder", pages.meetings),
        Route("/moede/{sha256}", pages.meeting),
        Route("/personer", pages.people),
        Route("/person/{sha256}/{participant}", pages.person),
    ]
    # the guard stands outermost, so that a page of an error has its headers too
    return Guard(
        Starlette(
            routes=[*routes, Mount("/static", StaticFiles(directory=_HERE / "static"))],
            exception_handlers={HTTPException: pages.problem, Exception: pages.problem},
        )
    )


class _Pages:
    """The handlers, and what they share: the store and the templates."""

    def __init__(self, store: Path, *, personal_numbers: bool) -> None:
        self.store = store
        self.hide: Callable[[str], str] = (lambda text: text) if personal_numbers else masked
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._shown,
        )
        self.templates.globals["url"] = _url

    def search(self, kind: Kind) -> Callable[[Request], Response]:
        """Make the page that searches one kind of fact."""

        def page(request: Request) -> Response:
            asked = {key: request.query_params.get(key, "").strip() for key in ("q", "navn", "organ", "aar")}
            question, problem = _question(asked), False
            with self._asking() as connection:
                try:
                    answers = queries.answers(connection, kind, question, _number(request))
                    facets = queries.facets(connection, kind, question)
                except QuestionError:
                    problem, answers, facets = True, queries.Answers[sqlite3.Row]([], 0, 1, queries.PAGE), {}
            highlights = [found(self.hide(row["quote"]), asked["q"]) for row in answers.rows]
            return self._page(
                "search.html",
                400 if problem else 200,
                kind=kind,
                path=_PATHS[kind],
                asked=asked,
                answers=answers,
                highlights=highlights,
                facets=facets,
                problem=problem,
            )

        return page

    def meetings(self, request: Request) -> Response:
        """List every meeting."""
        with self._asking() as connection:
            return self._page("meetings.html", answers=queries.meetings(connection, _number(request)))

    def meeting(self, request: Request) -> Response:
        """Show the minutes as written, with every fact marked in place."""
        with self._asking() as connection:
            row = queries.record(connection, request.path_params["sha256"])
        if row is None:
            raise HTTPException(404)
        minutes = Minutes.from_json(row["record"])
        return self._page(
            "meeting.html",
            minutes=minutes,
            sha256=minutes.source.sha256,
            file=row["file"],
            # hiding keeps the length, so offsets still hold
            pieces=pieces(self.hide(minutes.text), marks_of(minutes)),
            names={person.id: person.name for person in minutes.participants},
        )

    def people(self, request: Request) -> Response:
        """List the people of the rosters."""
        name = request.query_params.get("navn", "").strip()
        with self._asking() as connection:
            try:
                answers, status = queries.people(connection, name or None, _number(request)), 200
            except QuestionError:
                answers, status = queries.Answers[Person]([], 0, 1, queries.LIST), 400
        return self._page("people.html", status, answers=answers, name=name)

    def person(self, request: Request) -> Response:
        """Show a name's meetings, and what its bearer said and is to do."""
        with self._asking() as connection:
            lines = queries.namesakes(connection, request.path_params["sha256"], request.path_params["participant"])
            if not lines:
                raise HTTPException(404)
            facts = {kind: queries.facts_of(connection, kind, lines) for kind in _PATHS}
        return self._page("person.html", lines=lines, facts=facts, most=queries.LIST, paths=_PATHS)

    def problem(self, request: Request, error: Exception) -> Response:
        """Say that there is no such page, or that something went wrong, and no more."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        return self._page("problem.html", status, status=status)

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        connection = connect(self.store)
        try:
            yield connection
        finally:
            connection.close()

    def _page(self, template: str, status_code: int = 200, /, **values: object) -> Response:
        return HTMLResponse(self.templates.get_template(template).render(values), status_code)

    def _shown(self, value: object) -> object:
        """Hide personal numbers in all that a template shows; `url` gives Markup, so addresses stay whole."""
        return self.hide(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _question(asked: dict[str, str]) -> Question:
    return Question(
        on=asked["q"] or None,
        speaker=asked["navn"] or None,
        body=asked["organ"] or None,
        since=asked["aar"] or None,
        until=asked["aar"] or None,
        exact=True,
    )


def _number(request: Request) -> int:
    text = request.query_params.get("side", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _url(path: str, asked: dict[str, str] | None = None, /, **changes: object) -> Markup:
    """Give the address of a page, escaped; changes that are empty leave their key out."""
    query = {key: str(value) for key, value in {**(asked or {}), **changes}.items() if value not in ("", None)}
    return Markup.escape(f"{path}?{urlencode(query)}" if query else path)

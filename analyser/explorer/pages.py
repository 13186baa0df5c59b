"""The pages that read: each reads its address, asks the store and fills a template. The Danish stands in these."""

import sqlite3
from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from analyser.corpus.corrected import corrected
from analyser.corpus.corrections import corrections
from analyser.corpus.people import Person
from analyser.corpus.question import Kind, QuestionError
from analyser.explorer import plots, queries, scans, searching
from analyser.explorer.careers import career
from analyser.explorer.doubting import doubts_of, record
from analyser.explorer.marks import found, marks_of, page_spans, pieces, within
from analyser.explorer.paging import Answers, number
from analyser.explorer.shelf import Shelf
from analyser.minutes import Minutes

PATHS: dict[Kind, str] = {"statements": "/", "decisions": "/beslutninger", "actions": "/opgaver"}


class Pages:
    """The handlers of the searches, the meetings and the people."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def search(self, kind: Kind) -> Callable[[Request], Response]:
        """Make the page that searches one kind of fact."""

        def page(request: Request) -> Response:
            asked = {key: request.query_params.get(key, "").strip() for key in searching.KEYS}
            problem, nothing = False, Answers[sqlite3.Row]([], 0, 1, searching.PAGE)
            with self.shelf.asking() as connection:
                try:
                    results = searching.search(connection, kind, asked, _number(request))
                except QuestionError:
                    problem, results = True, searching.Found(nothing, {}, [])
            return self.shelf.page(
                "search.html",
                400 if problem else 200,
                kind=kind,
                path=PATHS[kind],
                asked=asked,
                answers=results.answers,
                highlights=[found(self.shelf.hide(row["quote"]), results.words) for row in results.answers.rows],
                facets=results.facets,
                problem=problem,
            )

        return page

    def meetings(self, request: Request) -> Response:
        """List every meeting."""
        with self.shelf.asking() as connection:
            return self.shelf.page("meetings.html", answers=queries.meetings(connection, _number(request)))

    def meeting(self, request: Request) -> Response:
        """Show the minutes as written, with every fact marked in place."""
        document = queries.document(request.path_params["document"])
        with self.shelf.asking() as connection:
            row = document and queries.meeting(connection, document)
            if not document or not row:
                raise HTTPException(404)
            made = corrections(connection, document)
            minutes = corrected(Minutes.from_json(row["record"]), made)
            drawable = _is_pdf(minutes) and scans.pdf_of(connection, document) is not None
        address = request.path_params["document"]
        return self.shelf.page(
            "meeting.html",
            minutes=minutes,
            address=address,
            file=row["file"],
            # hiding keeps the length, so offsets still hold
            pieces=pieces(self.shelf.hide(minutes.text), marks_of(minutes, f"/side/{address}/" if drawable else "")),
            names={person.id: person.name for person in minutes.participants},
            doubts=doubts_of(minutes),
            corrections=len(made),
            saved="gemt" in request.query_params,
        )

    def scan(self, request: Request) -> Response:
        """Show a page of a PDF as a picture, beside its text with the facts marked in place."""
        document, page = queries.document(request.path_params["document"]), request.path_params["page"]
        with self.shelf.asking() as connection:
            minutes = document and record(connection, document)
            if not document or not minutes or not _is_pdf(minutes) or not 1 <= page <= len(page_spans(minutes)):
                raise HTTPException(404)
            drawable = scans.pdf_of(connection, document) is not None
        spans = page_spans(minutes)
        start, end = spans[page - 1]
        marks = [mark for mark in within(marks_of(minutes), (start, end)) if mark.kind != "page"]
        return self.shelf.page(
            "scan.html",
            minutes=minutes,
            address=request.path_params["document"],
            page=page,
            pages=len(spans),
            drawable=drawable,
            pieces=pieces(self.shelf.hide(minutes.text)[start:end], marks),
            start=start,
        )

    def picture(self, request: Request) -> Response:
        """Draw a page of a PDF."""
        document = queries.document(request.path_params["document"])
        with self.shelf.asking() as connection:
            pdf = document and queries.meeting(connection, document) and scans.pdf_of(connection, document)
        picture = pdf and scans.draw(pdf, request.path_params["page"])
        if not picture:
            raise HTTPException(404)
        return Response(picture, media_type="image/png")

    def people(self, request: Request) -> Response:
        """List the people of the rosters."""
        name = request.query_params.get("navn", "").strip()
        with self.shelf.asking() as connection:
            try:
                answers, status = queries.people(connection, name or None, _number(request)), 200
            except QuestionError:
                answers, status = Answers[Person]([], 0, 1, queries.LIST), 400
        return self.shelf.page("people.html", status, answers=answers, name=name)

    def person(self, request: Request) -> Response:
        """Show a person's roles and meetings, and what they reported on, said and are to do."""
        with self.shelf.asking() as connection:
            person = queries.person(connection, request.path_params["person"])
            if person is None:
                raise HTTPException(404)
            return self._person(connection, person, queries.lines_of(connection, person["id"]))

    def participant(self, request: Request) -> Response:
        """Lead to the person on a roster line; where nobody worked out who that is, show all lines of the name."""
        document, participant = queries.document(request.path_params["document"]), request.path_params["participant"]
        if document is None:
            raise HTTPException(404)
        with self.shelf.asking() as connection:
            if person := queries.person_at(connection, document, participant):
                return RedirectResponse(f"/person/{person}", 307)
            return self._person(connection, None, queries.namesakes(connection, document, participant))

    def _person(self, connection: sqlite3.Connection, person: sqlite3.Row | None, lines: list[sqlite3.Row]) -> Response:
        if not lines:
            raise HTTPException(404)
        facts = {kind: queries.facts_of(connection, kind, lines) for kind in PATHS}
        return self.shelf.page(
            "person.html",
            person=person,
            shown=person or lines[0],
            others=queries.others(connection, person) if person else [],
            lines=lines,
            facts=facts,
            career=career(lines),
            width=plots.GRID,
            most=queries.LIST,
            paths=PATHS,
        )


def _is_pdf(minutes: Minutes) -> bool:
    return minutes.source.media_type == "application/pdf"


def _number(request: Request) -> int:
    return number(request.query_params.get("side"))

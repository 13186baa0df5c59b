"""The pages that change something: doubts settled, links and roles corrected, corrections taken back."""

import sqlite3
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from analyser.corpus.corrected import Document, actors, stands
from analyser.corpus.corrected_gold import gold_name, gold_of
from analyser.corpus.corrections import CorrectionError, correct_link, correct_role, corrections, named, undo
from analyser.corpus.identifying import PeopleError, decide, forget
from analyser.corpus.store import StoreError
from analyser.evaluation.marked_printing import print_marked
from analyser.explorer import doubting, pairing, queries
from analyser.explorer.forms import Forms
from analyser.explorer.paging import number
from analyser.explorer.shelf import Shelf
from analyser.minutes import Minutes, Span


class Correcting:
    """The handlers of doubts and corrections."""

    def __init__(self, shelf: Shelf, forms: Forms) -> None:
        self.shelf = shelf
        self.forms = forms

    def doubts(self, request: Request) -> Response:
        """List what a person should look at, of one kind."""
        with self.shelf.asking() as connection:
            counts = doubting.counts(connection)
            asked = request.query_params.get("slags", "")
            code = asked if asked in counts else next((c for c, count in counts.items() if count), doubting.CODES[0])
            side = number(request.query_params.get("side"))
            pairs = pairing.page(connection, counts[code], side) if code == pairing.PAIRS else None
            rows = pairs or doubting.page(connection, code, counts[code], side)
            failed = doubting.failed_files(connection) if code == doubting.FILES else []
        return self.shelf.page(
            "doubts.html", counts=counts, code=code, answers=rows, failed=failed, saved="gemt" in request.query_params
        )

    def choose_link(self, request: Request) -> Response:
        """Offer every participant as whom the words at a place mean."""
        document, span = _document(request), _span(request)
        with self.shelf.asking() as connection:
            minutes = _found(doubting.record(connection, document))
        if span not in named(minutes):
            raise HTTPException(404)
        meant = {mention.span: mention.participant for mention in minutes.mentions}
        meant |= {actor.span: actor.participant for _, _, actor in actors(minutes)}
        before, quote, after = doubting.around(minutes.text, span)
        return self.shelf.page(
            "choose_link.html",
            minutes=minutes,
            document=request.path_params["document"],
            span=span,
            before=before,
            quote=quote,
            after=after,
            now=meant[span],
            back=request.query_params.get("tilbage", ""),
        )

    def choose_role(self, request: Request) -> Response:
        """Ask for a participant's role at a meeting."""
        with self.shelf.asking() as connection:
            minutes = _found(doubting.record(connection, _document(request)))
        person = next((p for p in minutes.participants if p.id == request.path_params["participant"]), None)
        if person is None:
            raise HTTPException(404)
        return self.shelf.page(
            "choose_role.html",
            minutes=minutes,
            document=request.path_params["document"],
            person=person,
            back=request.query_params.get("tilbage", ""),
        )

    async def link(self, request: Request) -> Response:
        """Say whom the words at a place mean."""
        fields = await self.forms.read(request)
        document, span, person = _document(request), _span(request), fields.get("deltager") or None
        await self._change(lambda connection: correct_link(connection, document, span, person))
        return _onward(request, fields, f"navn-{span[0]}")

    async def role(self, request: Request) -> Response:
        """Say which role a participant has at a meeting."""
        fields = await self.forms.read(request)
        document, person, role = _document(request), request.path_params["participant"], fields.get("rolle", "")
        await self._change(lambda connection: correct_role(connection, document, person, role))
        return _onward(request, fields, f"deltager-{person}")

    def corrections(self, request: Request) -> Response:
        """List what was corrected, the last first."""
        with self.shelf.asking() as connection:
            made = corrections(connection)[::-1]
            documents = dict.fromkeys(correction.document for correction in made)
            records = {document: doubting.extracted(connection, document) for document in documents}
            decided = pairing.decided(connection)
        rows = [
            (correction, minutes, minutes is not None and stands(minutes, correction))
            for correction in made
            for minutes in [records[correction.document]]
        ]
        return self.shelf.page(
            "corrections.html", rows=rows, records=records, decided=decided, saved="gemt" in request.query_params
        )

    async def decide(self, request: Request) -> Response:
        """Say whether two people are one."""
        fields = await self.forms.read(request)
        a, b, answer = (fields.get(name, "") for name in ("a", "b", "svar"))
        if answer not in ("en", "to"):
            raise HTTPException(400)
        await self._change(lambda connection: decide(connection, a, b, same=answer == "en"))
        return RedirectResponse(f"/tvivl?slags={pairing.PAIRS}&gemt=1", 303)

    async def undecide(self, request: Request) -> Response:
        """Take back what was said of two people."""
        fields = await self.forms.read(request)
        await self._change(lambda connection: forget(connection, fields.get("noegle", "")))
        return RedirectResponse("/rettelser?gemt=1", 303)

    async def undo(self, request: Request) -> Response:
        """Take a correction back."""
        fields = await self.forms.read(request)
        key = number(fields.get("noegle"))
        await self._change(lambda connection: undo(connection, key))
        return RedirectResponse("/rettelser?gemt=1", 303)

    def gold(self, request: Request) -> Response:
        """Give a document's corrections as gold, to keep as a file."""
        document = _document(request)
        with self.shelf.asking() as connection:
            minutes = _found(doubting.extracted(connection, document))
            made = corrections(connection, document)
        marked = print_marked(minutes.text, gold_of(minutes, made))
        name = gold_name(*document)
        return PlainTextResponse(marked, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    async def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        def changed() -> None:
            try:
                with self.shelf.changing() as connection:
                    change(connection)
            except (CorrectionError, PeopleError) as error:
                raise HTTPException(404) from error
            except (StoreError, sqlite3.Error) as error:
                raise HTTPException(503) from error

        await run_in_threadpool(changed)


def _document(request: Request) -> Document:
    if (document := queries.document(request.path_params["document"])) is None:
        raise HTTPException(404)
    return document


def _span(request: Request) -> Span:
    return request.path_params["start"], request.path_params["end"]


def _found(minutes: Minutes | None) -> Minutes:
    if minutes is None:
        raise HTTPException(404)
    return minutes


def _onward(request: Request, fields: dict[str, str], place: str) -> Response:
    """Go back to where the form stood: the list of doubts of a kind, or the place in the minutes."""
    back = fields.get("tilbage")
    if back in doubting.CODES:
        return RedirectResponse(f"/tvivl?slags={back}&gemt=1", 303)
    return RedirectResponse(f"/moede/{request.path_params['document']}?gemt=1#{place}", 303)

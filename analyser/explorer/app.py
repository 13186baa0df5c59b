"""The application: which page stands at which address, and what guards them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from analyser.explorer.correcting import Correcting
from analyser.explorer.forms import Forms
from analyser.explorer.overview import Overview
from analyser.explorer.pages import PATHS, Pages
from analyser.explorer.rendering import HERE, Renderer
from analyser.explorer.security import Guard
from analyser.explorer.shelf import Shelf


def make_app(store: Path, *, personal_numbers: bool = False) -> Guard:
    """Make the application that shows a store; each request opens the store anew, and only a correction writes."""
    forms = Forms()
    shelf = Shelf(store, Renderer(personal_numbers=personal_numbers, token=forms.token))
    pages, correcting = Pages(shelf), Correcting(shelf, forms)

    def problem(request: Request, error: Exception) -> Response:
        """Say that there is no such page, or that something went wrong, and no more."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        return shelf.page("problem.html", status, status=status)

    routes = [Route(path, pages.search(kind)) for kind, path in PATHS.items()]
    routes += [
        Route("/overblik", Overview(shelf).page),
        Route("/moeder", pages.meetings),
        Route("/moede/{document}", pages.meeting),
        Route("/side/{document}/{page:int}", pages.scan),
        Route("/side/{document}/{page:int}.png", pages.picture),
        Route("/tvivl", correcting.doubts),
        Route("/tvivl", correcting.decide, methods=["POST"]),
        Route("/ret/{document}/{start:int}/{end:int}", correcting.choose_link),
        Route("/ret/{document}/{start:int}/{end:int}", correcting.link, methods=["POST"]),
        Route("/ret/{document}/{participant}", correcting.choose_role),
        Route("/ret/{document}/{participant}", correcting.role, methods=["POST"]),
        Route("/rettelser", correcting.corrections),
        Route("/rettelser", correcting.undo, methods=["POST"]),
        Route("/rettelser/personer", correcting.undecide, methods=["POST"]),
        Route("/rettelser/{document}.gold", correcting.gold),
        Route("/personer", pages.people),
        Route("/person/{person}", pages.person),
        Route("/person/{document}/{participant}", pages.participant),
    ]
    # the guard stands outermost, so that a page of an error has its headers too
    return Guard(
        Starlette(
            routes=[*routes, Mount("/static", StaticFiles(directory=HERE / "static"))],
            exception_handlers={HTTPException: problem, Exception: problem},
        )
    )

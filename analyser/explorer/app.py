"""The application: which page stands at which address, and what guards them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from analyser.explorer.overview import Overview
from analyser.explorer.pages import PATHS, Pages
from analyser.explorer.rendering import HERE, Renderer
from analyser.explorer.security import Forms, Guard
from analyser.explorer.shelf import Shelf


def make_app(store: Path, *, personal_numbers: bool = False) -> Guard:
    """Make the application that shows a store; each request opens the store anew."""
    forms = Forms()
    shelf = Shelf(store, Renderer(personal_numbers=personal_numbers, token=forms.token))
    pages = Pages(shelf)

    def problem(request: Request, error: Exception) -> Response:
        """Say that there is no such page, or that something went wrong, and no more."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        return shelf.page("problem.html", status, status=status)

    routes = [Route(path, pages.search(kind)) for kind, path in PATHS.items()]
    routes += [
        Route("/overblik", Overview(shelf).page),
        Route("/moeder", pages.meetings),
        Route("/moede/{document}", pages.meeting),
        Route("/personer", pages.people),
        Route("/person/{document}/{participant}", pages.person),
    ]
    # the guard stands outermost, so that a page of an error has its headers too
    return Guard(
        Starlette(
            routes=[*routes, Mount("/static", StaticFiles(directory=HERE / "static"))],
            exception_handlers={HTTPException: problem, Exception: problem},
        )
    )

"""What guards the pages: only this machine's own browser gets them, and nothing in them can run or call out."""

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost")
"""Names by which the pages may be asked for; any other is a foreign name that was made to point here."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "same-origin",  # under no-referrer a browser sends its forms with `Origin: null`
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuse foreign hosts and origins, and put the security headers on every answer.

    The `Host` header must name this machine (against DNS rebinding); an `Origin`, and a browser's `Sec-Fetch-Site`,
    must be the pages' own (a page of another site cannot read these, nor ask for them). What changes the store must
    say its `Origin`.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = HOSTS) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # the pages have no other kind of connection; to answer none closes it

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        problem = self._problem(Headers(scope=scope), changes=scope["method"] not in ("GET", "HEAD"))
        if problem:
            await PlainTextResponse(problem, status_code=403)(scope, receive, guarded)
        else:
            await self.app(scope, receive, guarded)

    def _problem(self, headers: Headers, *, changes: bool) -> str | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].rsplit(":", 1)[0].lower() not in self.hosts:
            return "Siden findes kun på 127.0.0.1 og localhost."
        origin = headers.get("origin")
        if (changes or origin is not None) and (origin or "").lower() != f"http://{hosts[0].lower()}":
            return "Andre websteder har ikke adgang."
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return "Andre websteder har ikke adgang. Skriv adressen i browserens adressefelt."
        return None

"""What a page of ours sends: short, of our own making, and nothing else."""

import secrets
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

LONGEST = 16_384
"""Bytes that a form may have; a role is a few words."""


class Forms:
    """The secret that every form carries: what does not know it was not sent by a page of ours."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)

    async def read(self, request: Request) -> dict[str, str]:
        """Read the fields of a form.

        Raises:
            HTTPException: 415 for another kind of content, 413 for too much of it, 400 where it cannot be read, 403
                where it has not our secret.
        """
        if request.headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
            raise HTTPException(415)
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LONGEST:
                raise HTTPException(413)
        try:
            fields = dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=9))
        except ValueError as error:
            raise HTTPException(400) from error
        if not secrets.compare_digest(fields.pop("token", "").encode(), self.token.encode()):
            raise HTTPException(403)
        return fields

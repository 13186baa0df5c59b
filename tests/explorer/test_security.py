"""Who is let in, and what every answer carries."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from analyser.explorer import make_app
from tests.explorer.conftest import BASE


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:8765"}, 200),
        ({"host": "LOCALHOST:8765"}, 200),
        ({"host": "127.0.0.1"}, 200),
        ({"origin": BASE}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"host": "evil.example"}, 403),
        ({"host": "127.0.0.1.evil.example:8765"}, 403),
        ({"host": "evil.example:8765"}, 403),
        ({"host": ""}, 403),
        ({"host": "127.0.0.1:8765:80"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://127.0.0.1:8765"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/static/style.css"])
def test_who_is_let_in(client: TestClient, path: str, headers: dict[str, str], status: int) -> None:
    assert client.get(path, headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/", "/?q=!!", "/x", "/static/style.css", "/static/x"])
@pytest.mark.parametrize("host", ["127.0.0.1:8765", "evil.example"])
def test_every_answer_is_guarded(client: TestClient, path: str, host: str) -> None:
    headers = client.get(path, headers={"host": host}).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in headers


def test_a_fault_is_guarded_and_tells_nothing(tmp_path: Path) -> None:
    store = tmp_path / "gone.db"
    with TestClient(make_app(store), base_url=BASE, raise_server_exceptions=False) as client:
        answer = client.get("/")
    assert answer.status_code == 500
    assert "content-security-policy" in answer.headers
    assert "Det gik galt" in answer.text
    assert str(store) not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_pages_are_only_read(client: TestClient, method: str) -> None:
    assert client.request(method, "/", headers={"origin": BASE}).status_code == 405


def test_what_changes_something_says_where_it_comes_from(client: TestClient) -> None:
    assert client.post("/").status_code == 403

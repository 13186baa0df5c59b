"""Pages of a PDF: text page by page, and the page as a picture, where the file is still the one that was read."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from analyser.corpus.keeping import keep
from analyser.corpus.store import connect
from analyser.explorer import make_app, scans
from analyser.minutes import Actor, Analysis, Meeting, Minutes, SourceFacts, Statement
from analyser.reading import read
from tests.explorer.conftest import BASE
from tests.explorer.test_pages import Read
from tests.reading.one_document import as_pdf


def minutes_of(path: Path) -> Minutes:
    """Give a record of a file with a fact on each page, made without the analyser."""
    source = read(path)
    assert source.pages is not None
    assert len(source.pages) > 1
    statements = [
        Statement(
            id=f"s{n}", item=None, verb=None, act="report", span=(start, start + 9), extent=(start, start + 9),
            speaker=Actor(kind="unknown", span=(start, start + 3)),
        )
        for n, start in enumerate(source.pages, 1)
    ]  # fmt: skip
    return Minutes(
        source=SourceFacts(
            name=source.name, sha256=source.sha256, media_type=source.media_type, encoding=source.encoding,
            pages=len(source.pages), page_starts=source.pages,
        ),
        analysis=Analysis(analyser="0.1.0", model="invented"),
        text=source.text,
        meeting=Meeting(body="Skolebestyrelsen"),
        statements=tuple(statements),
    )  # fmt: skip


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "referat.pdf"
    path.write_bytes(as_pdf())
    return path


@pytest.fixture
def reader(tmp_path: Path, pdf: Path) -> Iterator[TestClient]:
    store = tmp_path / "arkiv.db"
    with closing(connect(store, write=True)) as connection:
        keep(connection, str(pdf), minutes_of(pdf))
    with TestClient(make_app(store), base_url=BASE) as client:
        yield client


def test_every_page_is_shown_with_its_text_and_facts(reader: TestClient, pdf: Path) -> None:
    record = minutes_of(pdf)
    sha, starts = record.source.sha256, record.source.page_starts
    assert starts is not None
    meeting = Read(reader.get(f"/moede/{sha}").text)
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(record.text)], strict=True), 1):
        assert f"/side/{sha}/{n}" in meeting.values("href")
        assert f"side-{n}" in meeting.values("id")
        page = Read(reader.get(f"/side/{sha}/{n}").text)
        assert "".join(page.minutes or []) == record.text[start:end]
        assert f"/moede/{sha}#fakta-s{n}" in page.values("href")
        assert f"/side/{sha}/{n}.png" in page.values("src")
        answer = reader.get(f"/side/{sha}/{n}.png")
        assert answer.headers["content-type"] == "image/png"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        picture = Image.open(io.BytesIO(answer.content))
        assert max(picture.size) <= scans.LARGEST
        assert len(set(picture.convert("L").tobytes())) > 2  # something is drawn
    assert reader.get("/").text.count(", side 1") == 1


@pytest.mark.parametrize("page", ["0", "99", "-1", "x", "1.pdf", "../1"])
def test_there_is_no_such_page(reader: TestClient, pdf: Path, page: str) -> None:
    sha = minutes_of(pdf).source.sha256
    assert reader.get(f"/side/{sha}/{page}").status_code == 404
    assert reader.get(f"/side/{sha}/{page}.png").status_code == 404
    assert reader.get(f"/side/{'0' * 64}/1.png").status_code == 404


@pytest.mark.parametrize("change", [lambda path: path.unlink(), lambda path: path.write_bytes(as_pdf() + b" ")])
def test_a_file_that_is_gone_or_another_is_not_drawn(reader: TestClient, pdf: Path, change: object) -> None:
    sha = minutes_of(pdf).source.sha256
    assert callable(change)
    change(pdf)
    assert reader.get(f"/side/{sha}/1.png").status_code == 404
    shown = Read(reader.get(f"/side/{sha}/1").text)
    assert "Filen er flyttet eller ændret" in shown.text
    assert "img" not in {tag for tag, _ in shown.elements}
    assert f"/side/{sha}/1" not in Read(reader.get(f"/moede/{sha}").text).values("href")


def test_what_is_no_pdf_is_not_drawn() -> None:
    assert scans.draw(b"%PDF-1.4 not one", 1) is None
    assert scans.draw(b"", 1) is None
    assert scans.draw(as_pdf(), 99) is None

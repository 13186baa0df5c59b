"""Pages of minutes: what the site put on them, and the text that they are read as."""
# ruff: noqa: E501

import pytest

from analyser.reading import ReadingError
from analyser.reading.html import html_text, read_html

FIRST_AGENDA = """<html><body><div class="cookie-consent">Vi bruger cookies</div><div class="site-header"><nav>Menu</nav></div>
<main><div class="meeting-header"><h1>Teknisk Udvalg</h1><dl><dt>Dato</dt><dd>4. maj 2021</dd><dt>Sted</dt><dd>Lokale 2</dd></dl></div>
<h2>Deltagere</h2><ul class="participants"><li>Bo Ås (formand)</li><li>Ida Ø</li></ul><h2>Afbud</h2><ul><li>Jan Æ</li></ul>
<section class="agenda-item"><header><h2><span>1.</span> <span>Godkendelse af dagsorden</span></h2></header>
<h3>Beslutning</h3><div><p>Godkendt.</p></div></section>
<section class="agenda-item"><header><h2><span>2.</span> <span>Ny sti</span></h2></header><h3>Sagsfremstilling</h3>
<p>Stien er <b>2 km</b> lang&nbsp;og<br>går langs åen.</p><h3>Beslutning</h3><p>Udvalget udsatte sagen.</p>
<button>Vis bilag</button></section></main></body></html>"""

EDOC = """<html><head><title>eDagsorden</title></head><body><form action="/"><input type="hidden" value="x"/>
<table><tr><td colspan="2"><h1>Referat - Økonomiudvalget</h1></td></tr><tr><td>
<div id="leftmenu" class="menu"><a>Udvalg</a></div></td><td>
<table><tr><td><b>Mødedato:</b></td><td>4. maj 2011</td></tr><tr><td><b>Mødetidspunkt:</b></td><td>15:00</td></tr></table>
<h2>1. Regnskab</h2><table><tr><td>Beslutning:</td></tr><tr><td>Godkendt.</td></tr></table>
<p style="display:none">skjult</p></td></tr></table></form></body></html>"""

SBSYS = """<div class="dagsorden"><p><strong>Åben dagsorden</strong></p><ol><li>Budget</li><li>Eventuelt</li></ol>
<div><p><strong>1. Budget</strong></p><p>J.nr. 00.30.00</p><p><u>Beslutning</u></p><p>Anbefales.</p>
<p>Afbud:<br>Jan Æ<br>Ida Ø</p></div></div>"""

PAGES = [
    (
        FIRST_AGENDA,
        "Teknisk Udvalg\n\nDato\t4. maj 2021\nSted\tLokale 2\n\nDeltagere\n\n- Bo Ås (formand)\n- Ida Ø\n\nAfbud\n\n- Jan Æ\n\n"
        "1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n2. Ny sti\n\nSagsfremstilling\n\n"
        "Stien er 2 km lang og\ngår langs åen.\n\nBeslutning\n\nUdvalget udsatte sagen.\n",
    ),
    (
        EDOC,
        "Referat - Økonomiudvalget\n\nMødedato:\t4. maj 2011\nMødetidspunkt:\t15:00\n\n1. Regnskab\n\n"
        "Beslutning:\nGodkendt.\n",
    ),
    (
        SBSYS,
        "Åben dagsorden\n1. Budget\n2. Eventuelt\n1. Budget\nJ.nr. 00.30.00\nBeslutning\nAnbefales.\nAfbud:\nJan Æ\nIda Ø\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("page", "text"), PAGES, ids=["FirstAgenda", "eDoc", "SBSYS"])
def test_pages_as_municipalities_publish_them(page: str, text: str) -> None:
    assert html_text(page) == text


PIECES = [
    ("<p>Bo\n   Ås</p>", "Bo Ås\n"),
    ("<p>Bo\tformand</p>", "Bo\tformand\n"),
    ("<pre>Bo   Ås\nIda Ø</pre>", "Bo   Ås\nIda Ø\n"),
    ("<ol start='4'><li>Valg<ol type='a'><li>Formand</li></ol></li><li>Evt.</li></ol>", "4. Valg\na. Formand\n5. Evt.\n"),
    ("<ul><li><p>Status</p><p>Tal</p></li></ul>", "- Status\nTal\n"),
    ("<table><tr><th>Navn</th><th colspan=2>Mødt</th></tr><tr><td>Bo</td><td></td><td>X</td></tr></table>", "Navn\tMødt\nBo\t\tX\n"),
    (
        "<table><tr><th>Nr.<th>Emne<th>Referat<th>Hvem</tr><tr><td rowspan=2>1<td rowspan=2>Sti<td>Bo kom.<td>Bo</tr>"
        "<tr><td>Ida gik.<td></tr><tr><td>2<td>Evt.</tr></table>",
        "Nr.\tEmne\tReferat\tHvem\n1\tSti\tBo kom.\tBo\n\t\tIda gik.\n2\tEvt.\n",
    ),
    ("<script>1. Sag</script><style>p{}</style><p hidden>Nej</p><div class='top-nav'>Menu</div><p>Ja</p>", "Ja\n"),
    ("<article><header><h1>Referat</h1></header><p>Ja</p></article><footer>Adresse</footer>", "Referat\n\nJa\n"),
    ("<p>Udskriv</p><p>Ja</p><a>Til toppen</a>", "Ja\n"),
    ("<p>Måned &aelig; &#248; &amp;</p>", "Måned æ ø &\n"),
    ("<?xml version='1.0' encoding='utf-8'?><html><body><p>Ja</p></body></html>", "Ja\n"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "text"), PIECES)
def test_what_a_page_says(page: str, text: str) -> None:
    assert html_text(page) == text


@pytest.mark.parametrize(
    ("charset", "encoding", "said"),
    [
        ("utf-8", "utf-8", ("utf-8", False)),
        ("iso-8859-1", "cp1252", ("windows-1252", False)),
        ("utf-8", "cp1252", ("windows-1252", True)),  # the page says what it is not
        (None, "cp1252", ("windows-1252", True)),
    ],
)
def test_the_encoding_that_a_page_declares(charset: str | None, encoding: str, said: tuple[str, bool]) -> None:
    meta = f'<meta charset="{charset}">' if charset else ""
    source = read_html(f"<html><head>{meta}</head><body><p>Møde på Ærø</p></body></html>".encode(encoding), "a.html")
    assert source.text == "Møde på Ærø\n"
    assert (source.encoding, source.encoding_guessed) == said


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>a</script></body></html>", "<!--x-->"])
def test_what_gives_no_text(page: str) -> None:
    with pytest.raises(ReadingError, match=r"a\.html: the page holds no text"):
        read_html(page.encode(), "a.html")


@pytest.mark.parametrize(("depth", "text"), [(240, "Ja\n"), (100_000, "")])
def test_a_page_nested_without_end(depth: int, text: str) -> None:
    assert html_text("<div>" * depth + "Ja" + "</div>" * depth) == text

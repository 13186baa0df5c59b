"""OpenDocument texts: what stands in one, and the text that it is read as."""

import io
import zipfile

import pytest

from analyser.reading import ReadingError
from analyser.reading.odt import read_odt

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("manifest", "manifest"),
    )
)


def packed(body: str, styles: str = "", automatic: str = "", **others: str) -> bytes:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}>{styles}</office:document-styles>",
        **others,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return out.getvalue()


def level(n: int, form: str, **more: str) -> str:
    extra = " ".join(f'{key.replace("__", "-").replace("_", ":")}="{value}"' for key, value in more.items())
    return f'<text:list-level-style-number text:level="{n}" style:num-format="{form}" {extra}/>'


def listed(*items: str) -> str:
    return (
        f'<text:list text:style-name="L">{"".join(f"<text:list-item>{i}</text:list-item>" for i in items)}</text:list>'
    )


NUMBERS = f'<text:list-style style:name="L">{level(1, "1", style_num__suffix=".").replace("num__", "num-")}'
NUMBERS += f"{level(2, 'a', style_num__suffix=')').replace('num__', 'num-')}</text:list-style>"

BODIES = [
    ("<text:p>Bo<text:tab/>formand</text:p>", "Bo\tformand\n"),
    ("<text:p>Bo<text:line-break/>Ida</text:p>", "Bo\nIda\n"),
    ('<text:p>Bo<text:s text:c="3"/>formand</text:p>', "Bo   formand\n"),
    ("<text:p>Mødet\n   <text:span>på Ærø</text:span></text:p>", "Mødet på Ærø\n"),
    (listed("<text:p>Valg</text:p>", "<text:p>Evt.</text:p>"), "1. Valg\n2. Evt.\n"),
    (
        listed(f"<text:p>Vej</text:p>{listed('<text:p>Sti</text:p>', '<text:p>Å</text:p>')}", "<text:p>Evt.</text:p>"),
        "1. Vej\na) Sti\nb) Å\n2. Evt.\n",
    ),
    (
        "<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes><text:p>Ja<office:annotation>"
        "<text:p>hov</text:p></office:annotation></text:p>",
        "Ja\n",
    ),
    (
        "<text:p>Budgettet<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Uden renter"
        "</text:p></text:note-body></text:note> blev vedtaget.</text:p>",
        "Budgettet blev vedtaget.\n(Uden renter)\n",
    ),
    (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Navn</text:p>"
        '</table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p/></table:table-cell>'
        "<table:table-cell><text:p>Afbud</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>Bo</text:p></table:table-cell></table:table-row></table:table>",
        "Navn\t\t\tAfbud\nBo\n",
    ),
    ("<text:section><text:p>Bo</text:p></text:section>", "Bo\n"),
    (
        "<text:p>Bo<draw:frame><draw:text-box><text:p>Afbud: Ida</text:p></draw:text-box></draw:frame></text:p>",
        "Bo\nAfbud: Ida\n",
    ),
    (
        '<text:list xml:id="l1" text:style-name="L"><text:list-item><text:p>Vej</text:p></text:list-item></text:list>'
        "<text:p>Intet.</text:p><text:list><text:list-item><text:p>Sti</text:p></text:list-item></text:list>"
        '<text:list text:continue-list="l1" text:style-name="L"><text:list-item><text:p>Å</text:p></text:list-item>'
        "</text:list>",
        "1. Vej\nIntet.\nSti\n2. Å\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_what_a_document_says(body: str, text: str) -> None:
    assert read_odt(packed(body, automatic=NUMBERS), "a.odt").text == text


def test_headings_are_numbered_by_the_outline() -> None:
    style = f"<text:outline-style>{level(1, '1')}{level(2, '1', text_display__levels='2').replace('__', '-')}"
    heads = '<text:h text:outline-level="1">Vej</text:h><text:h text:outline-level="2">Sti</text:h>'
    text = read_odt(packed(heads, styles=f"{style}</text:outline-style>"), "a.odt").text
    assert text == "1 Vej\n\n1.1 Sti\n"


def test_the_head_of_the_page_comes_once() -> None:
    styles = (
        "<style:master-page><style:header><text:p>Ærø Økoråd</text:p><text:p>Side <text:page-number>2"
        "</text:page-number></text:p></style:header></style:master-page>"
    )
    assert (
        read_odt(packed("<text:p>Til stede: Bo</text:p>", styles=styles), "a.odt").text
        == "Ærø Økoråd\n\nTil stede: Bo\n"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed(""), "holds no text"),
        (packed("</p>"), "damaged"),
        (packed("<text:p>Bo</text:p>")[:300], "damaged"),
        (packed("", **{"META-INF/manifest.xml": f"<m {NAMES}><manifest:encryption-data/></m>"}), "encrypted"),
        (packed("", **{"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "entities"),
    ],
)
def test_what_gives_no_text(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read_odt(data, "a.odt")


def test_numbers_go_on_from_a_list_of_the_same_kind_alone() -> None:
    bullet = '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    one = "<text:list-item><text:p>Vej</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="B">{one}'
        + f'<text:list text:style-name="L" text:continue-numbering="true">{one}' * 2
    )
    assert read_odt(packed(body, automatic=NUMBERS + bullet), "a.odt").text == "- Vej\n1. Vej\n2. Vej\n"


def test_a_level_that_is_no_number_is_none() -> None:
    body = '<text:h text:outline-level="²">Vej</text:h>'
    assert (
        read_odt(packed(body, styles=f"<text:outline-style>{level(1, '1')}</text:outline-style>"), "a.odt").text
        == "Vej\n"
    )

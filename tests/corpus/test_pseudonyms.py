"""Names replaced by pseudonyms: in sentences, and in everything that an export writes."""

import io
import re
from pathlib import Path

import pandas as pd
import pytest

import analyser
from analyser.corpus import open_corpus
from analyser.corpus.export import Format, export
from analyser.corpus.keeping import keep
from analyser.corpus.pseudonyms import Pseudonyms
from analyser.corpus.store import connect
from analyser.minutes import Entity
from tests.corpus.invented import at, invented_minutes

NAMES = [
    ("karla", "Karla Rosenvang"),
    ("jens", "Jens Ole Tornby"),
    ("else", "Else-Marie von Skov"),
    ("h", "H. C. Lund"),
    ("jens b", "Jens Bo"),
    ("berg", "Ida Bergmand"),
]
INITIALS = [("karla", "KR"), ("h", "HCL")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Karla Rosenvang orienterede.", "<karla> orienterede."),
        ("KARLA ROSENVANG og Tornby", "<karla> og <jens>"),
        ("Rosenvangs forslag, Karlas svar", "<karla>s forslag, <karla>s svar"),
        ("Jens Tornby talte", "<jens> talte"),
        ("Jens talte", "<?jens> talte"),
        ("Politidirektør Jens Bo", "Politidirektør <jens b>"),
        ("Bergmand og en bjergmand", "<berg> og en bjergmand"),
        ("Jens Bos bil", "<jens b>s bil"),
        ("Karla Tornby", "<karla> <jens>"),
        ("KR: Intet nyt. HCL spurgte.", "<karla>: Intet nyt. <h> spurgte."),
        ("H. C. Lund, H.C. Lund og Lund", "<h>, <h> og <h>"),
        ("Else Marie Skov, Else-Marie", "<else>, <else>"),
        ("en skov ved skolen", "en skov ved skolen"),
        ("skriv til karla.rosenvang@skole.example", "skriv til [e-mail]"),
        ("/arkiv/referat-karla-rosenvang_2019.txt", "/arkiv/referat-<karla>_2019.txt"),
        ("De spurgte, om De Unge kommer", "De spurgte, om De Unge kommer"),
        ("Asta og Asta, siger Astas mor", "<asta> og <asta>, siger <asta>s mor"),
        ("Det kom i maj, Maj og Bo", "Det kom i maj, Maj og <jens b>"),
        ("karla", "<karla>"),
        ("", ""),
    ],
)
def test_pseudonyms(text: str, shown: str) -> None:
    hide = Pseudonyms(NAMES, INITIALS, key=b"a")
    for person in (*(person for person, _ in NAMES), "asta"):
        shown = shown.replace(f"<{person}>", hide.of(person))
    shown = shown.replace("<?jens>", hide("Jens"))
    assert hide(text) == shown


def test_pseudonyms_hang_on_their_key() -> None:
    one, same, other = (Pseudonyms(NAMES, key=key)("Karla") for key in (b"a", b"a", None))
    assert one == same
    assert one != other
    assert re.fullmatch(r"Person [A-Z2-7]{8}", one)


ROSTER = re.compile(r"karla|rosenvang|jens|\bole|tornby|\bmie\b|fjordager|vibholm|asta", re.IGNORECASE)


@pytest.fixture
def archive(store: Path) -> Path:
    """The invented store with one more meeting, in which names stand in many places."""
    record = invented_minutes(8)
    text = record.text.replace("Der er færre indbrud", "Karlas, J. O. Tornbys og Asta Vibholms tal er færre")
    person = Entity(text="Asta Vibholm\tSkoleleder", label="PER", span=at(text, "Asta Vibholm"))
    connection = connect(store, write=True)
    keep(
        connection,
        "/arkiv/Karla Rosenvang/mie_fjordager.txt",
        record.model_copy(update={"text": text, "entities": (person,)}),
    )
    connection.close()
    return store


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Spørg Sigrunhild om det.", ["Sigrunhild"], []),  # no list of names knows her
        ("Tornvang sagde nej. Tornvangs nej blev noteret.", ["Tornvangs"], []),
        ("Badminton i hallen; der er badminton hver uge.", ["Badminton"], ["Badminton"]),  # taken for a name, and none
        ("Formanden takkede.", ["Formanden"], ["Formanden"]),
        ("QZ spurgte til QZ.", ["QZ"], []),  # initials of nobody on the roster
    ],
)
def test_lone_names_of_strangers(store: Path, text: str, words: list[str], left: list[str]) -> None:
    connection = connect(store, write=True)
    record = invented_minutes(8)
    persons = tuple(Entity(text=word, label="PER", span=at(text, word)) for word in words)
    keep(connection, "/arkiv/x.txt", record.model_copy(update={"text": f"{text}\n{record.text}", "entities": persons}))
    connection.close()
    with open_corpus(store) as corpus:
        hidden = corpus.pseudonyms(b"a")(text)
    for word in words:
        assert bool(re.search(rf"\b{word.removesuffix('s')}", hidden)) is (word in left)
    assert (hidden == text) is (words == left)


@pytest.mark.parametrize("form", ["csv", "parquet", "akn", "popolo"])
def test_no_name_of_a_roster_stays_in_an_export(archive: Path, tmp_path: Path, form: Format) -> None:
    with open_corpus(archive) as corpus:
        for asked in (False, True):
            texts = [content(path) for path in export(corpus, tmp_path, form, pseudonyms=asked)]
            assert any(ROSTER.search(text) for text in texts) is not asked
            assert any("Trivselsrådet" in text for text in texts)
            assert form == "popolo" or any("Skolelederen" in text for text in texts)


def content(path: Path) -> str:
    if path.suffix == ".parquet":
        return pd.read_parquet(io.BytesIO(path.read_bytes())).to_csv()
    return path.read_text("utf-8")


def test_one_person_has_one_pseudonym_in_all_tables(archive: Path) -> None:
    with analyser.open(archive) as corpus:
        hide = corpus.pseudonyms()
        people, statements = corpus.people(), corpus.statements()
        shown = {hide(name) for name in people["name"]}
        assert len(shown) == len(people)
        assert {hide(name) for name in statements["speaker"] if name != "Nørreå Kommune"} <= shown

"""What the head says of the meeting."""

import pytest

from tests.structure.documents import outline

# head, then body, organisation, date, start, end, place
HEADS = [
    (
        "Referat af bestyrelsesmøde i Fjordby Idrætsforening\nTorsdag den 14. marts 2024 kl. 19.00-21.30 i klubhuset",
        ("bestyrelse", "Fjordby Idrætsforening", "2024-03-14", "19:00", "21:30", "klubhuset"),
    ),
    (
        "Referat fra møde i Kulturudvalget\nDato: 14. marts 2024\nTid: kl. 16.00 – 18.00\nSted: Rådhuset, lokale 3",
        ("Kulturudvalget", None, "2024-03-14", "16:00", "18:00", "Rådhuset, lokale 3"),
    ),
    (
        "Referat af kredsrådsmøde i Fjordby Kommune den 14. marts 2024",
        ("kredsråd", "Fjordby Kommune", "2024-03-14", None, None, None),
    ),
    (
        "Ordinær generalforsamling i Grundejerforeningen Strandkrogen\n"
        "Mødet blev afholdt den 14. marts 2024 kl. 19 på Strandkroen.",
        ("generalforsamling", "Grundejerforeningen Strandkrogen", "2024-03-14", "19:00", None, "Strandkroen"),
    ),
    (
        "Sogneraadsmøde i Fjordby\nAar 1948, Torsdag den 15. April, Kl. 14 afholdtes Møde paa Kroen",
        ("Sogneraad", "Fjordby", "1948-04-15", "14:00", None, "Kroen"),
    ),
    (
        "Mødedato: 4/2-2015\t\tKl.: 8.30\t\tLokale: Kantinen",
        (None, None, "2015-02-04", "08:30", None, "Kantinen"),
    ),
    (
        "FJORDBY ÆLDRERÅD\nReferat af møde tirsdag den 3. maj 2016, 16.30-18.30",
        ("Fjordby Ældreråd", None, "2016-05-03", "16:30", "18:30", None),
    ),
]


@pytest.mark.parametrize(("head", "facts"), HEADS)
def test_meeting_facts(head: str, facts: tuple[str | None, ...]) -> None:
    meeting = outline(head=head).meeting
    assert (meeting.body, meeting.organisation, meeting.date, meeting.start, meeting.end, meeting.place) == facts


def test_the_end_may_stand_in_the_last_item() -> None:
    found = outline(items="1. Valg\nIntet.\n\n2. Eventuelt\nMødet sluttede kl. 22.15.\n")
    assert (found.meeting.start, found.meeting.end) == ("16:00", "22:15")


def test_the_title_is_what_stands_on_top() -> None:
    assert str(outline().meeting.title).startswith("Referat af møde i Kulturudvalget")


def test_no_facts_are_made_up() -> None:
    meeting = outline(head="Referat").meeting
    assert (meeting.body, meeting.organisation, meeting.date, meeting.start, meeting.end, meeting.place) == (None,) * 6

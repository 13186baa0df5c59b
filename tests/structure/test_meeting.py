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
        "Fjordby Fjernvarme A.m.b.a.\n\nBestyrelsesprotokollat nr. 187\n"
        "Møde afholdt den 11/3 2014 kl. 15.00 - cafeteriet",
        ("Bestyrelse", "Fjordby Fjernvarme A.m.b.a", "2014-03-11", "15:00", None, "cafeteriet"),
    ),
    (
        "R E F E R A T   af hovedbestyrelsens møde torsdag den 28. september 2006, kl. 10.00",
        ("hovedbestyrelsen", None, "2006-09-28", "10:00", None, None),
    ),
    # spaced letters, a year of two figures, a cut line
    (
        "B Y R Å D E T\n\nReferat fra møde nr. 2/07, afholdt onsdag d. 21. feb. 07 kl 9,30 på Dagcenter Solsikken",
        ("Byrådet", None, "2007-02-21", "09:30", None, "Dagcenter Solsikken"),
    ),
    # the two houses of a title on one line, labels with tabs
    (
        "Fjordby Kommune\t\t\tHandicaprådet\nREFERAT\n\nDato\ttirsdag den 19. marts 2024\nTidspunkt\t15.00-17.10\n"
        "Sted\tSundhedshuset, lokale Birk",
        ("Handicaprådet", "Fjordby Kommune", "2024-03-19", "15:00", "17:10", "Sundhedshuset, lokale Birk"),
    ),
    (
        "INSTITUT FOR HAVBIOLOGI\n\nMøde i institutrådet 13. november 2018, kl. 13.15-15.00\n"
        "Auditorium C, bygning 1540",
        ("institutrådet", "Institut for Havbiologi", "2018-11-13", "13:15", "15:00", "Auditorium C, bygning 1540"),
    ),
    (
        "Kommunalbestyrelsen\nReferat\n28. november 2023 kl. 17:00\nFjordby Kommune, Byrådssalen",
        ("Kommunalbestyrelsen", "Fjordby Kommune", "2023-11-28", "17:00", None, "Byrådssalen"),
    ),
    (
        "FJORDENS POLITI\n\nREFERAT\n\naf kredsrådsmødet onsdag den 4. november 2015 kl. 12.30-14.45 på Politigården.",
        ("kredsråd", "Fjordens Politi", "2015-11-04", "12:30", "14:45", "Politigården"),
    ),
    (
        "SSP-NETVÆRK FJORDBY\n\nDato og tid: 25. maj 2016 kl. 8:30 til ca. 10:45\nSted: Bydelshuset Sirius",
        ("SSP-netværk Fjordby", None, "2016-05-25", "08:30", "10:45", "Bydelshuset Sirius"),
    ),
    (
        "Forældrebestyrelsen i Børnehuset Mælkebøtten\nDato 8. september 2016\nTid 17:00\nSted Stuen",
        ("Forældrebestyrelsen", "Børnehuset Mælkebøtten", "2016-09-08", "17:00", None, "Stuen"),
    ),
    (
        "Møde i Brugerrådet på Aktivitetscenter Birken\nDato: 8. september 2016\nTid: 10-12",
        ("Brugerrådet", "Aktivitetscenter Birken", "2016-09-08", "10:00", "12:00", None),
    ),
    (
        "Aar 1951 den 12. April Kl. 13,30 holdt Fjordby Sogneraad Møde paa Kommunekontoret.",
        ("Fjordby Sogneraad", None, "1951-04-12", "13:30", None, "Kommunekontoret"),
    ),
    (
        "LOKAL-MED  Plejecenter Havblik\nReferat, 7. og 8. april 2006 på Hotel Strand",
        ("LOKAL-MED", "Plejecenter Havblik", "2006-04-07", None, None, "Hotel Strand"),
    ),
    (
        "Referat af bestyrelsesmøde\nForening: Fjordby Cykelklub\nDato: 3-5-2011\n"
        "Mødet startede kl. 19.00 og sluttede kl. 21.15",
        ("bestyrelse", "Fjordby Cykelklub", "2011-05-03", "19:00", "21:15", None),
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


def test_the_header_of_the_page_names_the_organisation() -> None:
    head = "FJORDBY BRAND OG REDNING                Side 1 af 2\n\nBeredskabskommissionen\nDen 12. juni 2017"
    items = "1. Valg\nIntet.\n\nFJORDBY BRAND OG REDNING                Side 2 af 2\n\n2. Eventuelt\nIntet.\n"
    meeting = outline(head=head, items=items).meeting
    assert (meeting.body, meeting.organisation) == ("Beredskabskommissionen", "Fjordby Brand og Redning")

"""What the head says of the meeting."""

import pytest

from tests.structure.documents import AB, TV, outline

# head, then body, organisation, date, start, end, place
HEADS = [
    (
        "REFERAT AF MØDE I SAMARBEJDSUDVALGET VED SYGEHUSAPOTEKET\nden 14. marts 2024 kl. 13.00 i kantinen",
        ("Samarbejdsudvalget", "Sygehusapoteket", "2024-03-14", "13:00", None, "kantinen"),
    ),
    (
        "Referat af bestyrelsesmøde i Fjordby Idrætsforening\nTorsdag den 14. marts 2024 kl. 19.00-21.30 i klubhuset",
        ("bestyrelsen", "Fjordby Idrætsforening", "2024-03-14", "19:00", "21:30", "klubhuset"),
    ),
    (
        "Referat fra møde i Kulturudvalget\nDato: 14. marts 2024\nTid: kl. 16.00 – 18.00\nSted: Rådhuset, lokale 3",
        ("Kulturudvalget", None, "2024-03-14", "16:00", "18:00", "Rådhuset, lokale 3"),
    ),
    (
        "Referat af kredsrådsmøde i Fjordby Kommune den 14. marts 2024",
        ("kredsrådet", "Fjordby Kommune", "2024-03-14", None, None, None),
    ),
    (
        "Ordinær generalforsamling i Grundejerforeningen Strandkrogen\n"
        "Mødet blev afholdt den 14. marts 2024 kl. 19 på Strandkroen.",
        ("generalforsamlingen", "Grundejerforeningen Strandkrogen", "2024-03-14", "19:00", None, "Strandkroen"),
    ),
    (
        "Sogneraadsmøde i Fjordby\nAar 1948, Torsdag den 15. April, Kl. 14 afholdtes Møde paa Kroen",
        ("Sogneraadet", "Fjordby", "1948-04-15", "14:00", None, "Kroen"),
    ),
    (
        "Mødedato: 4/2-2015\t\tKl.: 8.30\t\tLokale: Kantinen",
        (None, None, "2015-02-04", "08:30", None, "Kantinen"),
    ),
    (
        "Fjordby Fjernvarme A.m.b.a.\n\nBestyrelsesprotokollat nr. 187\n"
        "Møde afholdt den 11/3 2014 kl. 15.00 - cafeteriet",
        ("Bestyrelsen", "Fjordby Fjernvarme A.m.b.a.", "2014-03-11", "15:00", None, "cafeteriet"),
    ),
    (
        "R E F E R A T   af hovedbestyrelsens møde torsdag den 28. september 2006, kl. 10.00",
        ("hovedbestyrelsen", None, "2006-09-28", "10:00", None, None),
    ),
    (
        "Ejerforeningen Vestergade 12\nBestyrelsesmøde den 14. marts 2024",
        ("Bestyrelsen", "Ejerforeningen Vestergade 12", "2024-03-14", None, None, None),
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
        ("kredsrådet", "Fjordens Politi", "2015-11-04", "12:30", "14:45", "Politigården"),
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
        ("Fjordby Sogneraad", "Fjordby Sogneraad", "1951-04-12", "13:30", None, "Kommunekontoret"),
    ),
    (
        "LOKAL-MED  Plejecenter Havblik\nReferat, 7. og 8. april 2006 på Hotel Strand",
        ("LOKAL-MED", "Plejecenter Havblik", "2006-04-07", None, None, "Hotel Strand"),
    ),
    (
        "Referat af bestyrelsesmøde\nForening: Fjordby Cykelklub\nDato: 3-5-2011\n"
        "Mødet startede kl. 19.00 og sluttede kl. 21.15",
        ("bestyrelsen", "Fjordby Cykelklub", "2011-05-03", "19:00", "21:15", None),
    ),
    # a body that is called by one word of its name; a room with no capital; the year the house was founded
    (
        "Lyngby-Mose Landsbylaug\n\nReferat af møde i landsbylauget\nTorsdag 14/3 2024 kl. 19 i laden",
        ("landsbylauget", "Lyngby-Mose Landsbylaug", "2024-03-14", "19:00", None, "laden"),
    ),
    (
        "LYNGBY NORD IDRÆTSFORENING (stiftet 1921)\n\nHovedbestyrelsesmøde i klubhuset 29/8 1972 kl. 19,30",
        ("Hovedbestyrelsen", "Lyngby Nord Idrætsforening", "1972-08-29", "19:30", None, "klubhuset"),
    ),
    (
        "Boligforeningen Fjordglimt\n\nREFERAT FRA AFDELINGSMØDE\nTORSDAG DEN 14. MARTS 1994 KL. 19.00\n"
        "i selskabslokalet, Lærkeparken 40",
        ("Afdelingsmøde", "Boligforeningen Fjordglimt", "1994-03-14", "19:00", None, "selskabslokalet, Lærkeparken 40"),
    ),
    (
        "Interessentskabet Lille Ørby Vandværk.\n\n"
        "Ekstraordinær generalforsamling afholdtes paa Lille Ørby Kro torsdag den 3. februar 1966 kl. 20.",
        ("generalforsamlingen", "Interessentskabet Lille Ørby Vandværk", "1966-02-03", "20:00", None, "Lille Ørby Kro"),
    ),
    (
        "A/S FJORDENS REBSLAGERI\n\nFredag den 18. december 1953, kl. 11, afholdtes bestyrelsesmøde på kontoret.",
        ("bestyrelsen", "A/S Fjordens Rebslageri", "1953-12-18", "11:00", None, "kontoret"),
    ),
    (
        "Referat af netværksmøde for frivillige lokalarkiver\n8. juni 2010 kl. 9.30-15.00\nBygn. 14, lok. 227",
        ("netværk for frivillige lokalarkiver", None, "2010-06-08", "09:30", "15:00", "Bygn. 14, lok. 227"),
    ),
    # the same in more ways
    (
        "Referat af bestyrelsesmøde i Ørnekilde Vandværk I/S, mandag d. 3. februar 2020, kl. 19.00, hos Jørgen",
        ("bestyrelsen", "Ørnekilde Vandværk I/S", "2020-02-03", "19:00", None, "hos Jørgen"),
    ),
    (
        "Lokalrådet i Ådum\nMøde onsdag d. 1/4/2009 kl. 19.30 i A-huset",
        ("Lokalrådet", "Ådum", "2009-04-01", "19:30", None, "A-huset"),
    ),
    (
        "Aar 1943, den 3. September, Kl. 19½ afholdt Bestyrelsen for Raadvad Andelsmejeri Møde paa Kroen.",
        ("Bestyrelsen", "Raadvad Andelsmejeri", "1943-09-03", "19:30", None, "Kroen"),
    ),
    (
        "Referat af LMU-møde ved Institut for Skovøkologi, d. 7. juni 2022 kl. 10-11.30 via Zoom",
        ("LMU", "Institut for Skovøkologi", "2022-06-07", "10:00", "11:30", "Zoom"),
    ),
    (
        "HASLEV-TESTRUP SPORTSFISKERFORENING\nBestyrelsesmøde tirsdag d. 8. januar kl. 19.00\n2013",
        ("Bestyrelsen", "Haslev-Testrup Sportsfiskerforening", "2013-01-08", "19:00", None, None),
    ),
    (
        "Møde i Beredskabskommissionen for Midtfjord Brandvæsen\n"
        "Mødedato: 9. oktober 2014\n"
        "Mødetidspunkt: 15.00\n"
        "Mødested: Brandvej 2\n"
        "Mødet hævet: kl. 16.20",
        ("Beredskabskommissionen", "Midtfjord Brandvæsen", "2014-10-09", "15:00", "16:20", "Brandvej 2"),
    ),
    (
        "Referat af bestyrelsesmøde nr. 3/2015-16\n"
        "Foreningen Norden, Sønderkøbing Afdeling\n"
        "23. november 2015 kl. 16.30 på biblioteket",
        ("bestyrelsen", "Foreningen Norden", "2015-11-23", "16:30", None, "biblioteket"),
    ),
    (
        "Den 12te Oktober 1951 afholdtes Bestyrelsesmøde i Landboforeningen for Nørlund Herred paa Hotel Phønix",
        ("Bestyrelsen", "Landboforeningen for Nørlund Herred", "1951-10-12", None, None, "Hotel Phønix"),
    ),
    (
        "Bestyrelsesmøde i den selvejende institution Mariehønen\nd. 25. august 2014 fra 16.30 – 18.30",
        ("Bestyrelsen", "den selvejende institution Mariehønen", "2014-08-25", "16:30", "18:30", None),
    ),
    (
        "Referat • Bruger- og pårørenderådet • Plejecenter Ågården\n"
        "Tid/sted: tirsdag d. 14. november 2017 kl. 14.30 i Cafeen",
        ("Bruger- og pårørenderådet", "Plejecenter Ågården", "2017-11-14", "14:30", None, "Cafeen"),
    ),
    (
        "Bestyrelsesmøde mandag den 5. marts 2018. Start kl. 19.00 slut kl. 21.20\nVinterbaderforeningen Isbjørnen",
        ("Bestyrelsen", "Vinterbaderforeningen Isbjørnen", "2018-03-05", "19:00", "21:20", None),
    ),
    (
        "Dato\n"
        "Torsdag den 23. april 2015\n"
        "Tid\n"
        "Kl. 17.00 - 19.00\n"
        "Sted\n"
        "Kælderlokalet\n"
        "Forum\n"
        "Beboerrådet på Kollegiet Egely",
        ("Beboerrådet", "Kollegiet Egely", "2015-04-23", "17:00", "19:00", "Kælderlokalet"),
    ),
    (
        "Mødereferat\nEmne: Styregruppemøde – Ny Skole\nDato: 2023-02-14\nTid: 09.00-10.30\nSted: Teams",
        ("Styregruppen", None, "2023-02-14", "09:00", "10:30", "Teams"),
    ),
    (
        "Viborggade Kollegium\nKollegieråd\nTirs. d. 4/10-16 kl. 19:30 i TV-stuen",
        ("Kollegierådet", "Viborggade Kollegium", "2016-10-04", "19:30", None, "TV-stuen"),
    ),
    (
        "Kultur- og Fritidsudvalget - Ordinært møde\n"
        "Referat tirsdag den 6. november 2012 kl. 15:00\n"
        "i Mødelokale C\n"
        "Afgående Fritids- og kulturforvaltning",
        ("Kultur- og Fritidsudvalget", None, "2012-11-06", "15:00", None, "Mødelokale C"),
    ),
    (
        "Referat af Vejlaugets bestyrelsesmøde\nden 19. november 2014 kl. 19.30 hos Hans (nr. 14)",
        ("Vejlaugets bestyrelse", None, "2014-11-19", "19:30", None, "hos Hans (nr. 14)"),
    ),
    (
        "Spejdergruppen Ravnene\nGruppestyrelsesmøde 21/8-23 18.30-20.30 i hytten",
        ("Gruppestyrelsen", "Spejdergruppen Ravnene", "2023-08-21", "18:30", "20:30", "hytten"),
    ),
    (
        "Referat fra Hovedudvalgets møde 4. april 2019\n"
        "Tid: kl. 8.30-11.00 Sted: Rådhuset, lokale 210\n"
        "Egedal-Lunde Kommune",
        ("Hovedudvalget", "Egedal-Lunde Kommune", "2019-04-04", "08:30", "11:00", "Rådhuset, lokale 210"),
    ),
    (
        "Ringe Sogneraads Forhandlingsprotokol\nMødet Lørdag d. 21. Juni 1941 Kl. 9 Formiddag i Raadhuset",
        ("Ringe Sogneraad", "Ringe Sogneraad", "1941-06-21", "09:00", None, "Raadhuset"),
    ),
    (
        "Formandskabsmøde i Dansk Kajakforbund\nDato: 12.-13. oktober 2019\nSted: Kajakgården, Svanninge",
        ("Formandskabet", "Dansk Kajakforbund", "2019-10-12", None, None, "Kajakgården, Svanninge"),
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


# how minutes say when the meeting ended; it began at 16:00
ENDS = {
    "Mødet sluttede kl. 21.33": "21:33",
    "Intet. Mødet hævet 21.30": "21:30",
    "Kl. 21.30 sluttede mødet.": "21:30",
    "Kl. 22.15 hævede formanden mødet.": "22:15",
    "Da der ikke var flere punkter, hævede formanden mødet klokken 18.10.": "18:10",
    "Mødet sluttede klokken halv ti": "21:30",
    "Mødet hævet Kl. 17 1/2": "17:30",
    "Mødet hævet Kl. 22¾.": "22:45",
    "Mødet sluttede Kl. 17 1/4.": "17:15",
    "Mødet blev hævet kl. 2010": "20:10",
    "Mødeafslutning kl. 20.55": "20:55",
    "Dirigenten takkede for god ro og orden kl. 21.10.": "21:10",
    "Generalforsamlingen blev afsluttet kl. 20.40": "20:40",
    "Mødet startede kl. 16 og sluttede kl. 18.30": "18:30",
    "Mødet blev afbrudt kl. 17 og genoptaget kl. 17.15. Mødet hævet kl. 19.": "19:00",
    "Hallen lukker kl. 22.": None,
    "Næste møde slutter kl. 20.": None,
}


@pytest.mark.parametrize(("sentence", "end"), ENDS.items())
def test_when_the_meeting_ended(sentence: str, end: str | None) -> None:
    assert outline(items=f"1. Valg\nIntet.\n\n2. Eventuelt\n{sentence}\n").meeting.end == end


# the line of the date, then date, start, end, place
DATES = [
    ("Den 8. 8. 2008 kl. 1900", ("2008-08-08", "19:00", None, None)),
    ("Den 12te Oktober 1951 Kl. 3 Eftermiddag i Forsamlingshuset", ("1951-10-12", "15:00", None, "Forsamlingshuset")),
    ("14. marts 2024, kl. 10.15-12.00, lokale 4.2.17", ("2024-03-14", "10:15", "12:00", "lokale 4.2.17")),
    ("torsdag d. 14/3-24 kl. 19 hjemme hos Birthe", ("2024-03-14", "19:00", None, "hjemme hos Birthe")),
    ("Torsdag den 14. marts 2024 i tidsrummet 19.00-21.00", ("2024-03-14", "19:00", "21:00", None)),
    ("Tid: 14. marts 2024, kl. 19.00-21.00. Sted: Salen", ("2024-03-14", "19:00", "21:00", "Salen")),
    ("Dato: 3/10-2012 Tid: kl. 13.00 Sted: Rådhuset, lokale 14", ("2012-10-03", "13:00", None, "Rådhuset, lokale 14")),
    ("14. marts 2024 kl. 10.00 på amtsgården,\nmødesal A.", ("2024-03-14", "10:00", None, "amtsgården, mødesal A")),
    (
        "Fjordby, den 20. marts 2024\nMøde nr. 9, den 14. marts 2024, kl. 12:15–14:05",
        ("2024-03-14", "12:15", "14:05", None),
    ),
    (
        "År 2022, den 27. april afholdtes ordinær generalforsamling i E/F Solgården i Beboerhuset, Solvej 2, kld.",
        ("2022-04-27", None, None, "Beboerhuset, Solvej 2, kld"),
    ),
]


@pytest.mark.parametrize(("line", "facts"), DATES)
def test_the_line_of_the_date(line: str, facts: tuple[str | None, ...]) -> None:
    meeting = outline(head=f"Referat\n{line}").meeting
    assert (meeting.date, meeting.start, meeting.end, meeting.place) == facts


# what stands on top, and what the document is called
TITLES = {
    # the line that names the meeting goes with the house, also where it ends like a sentence
    "Sparekassen Lillebro.\n\nOrdinær Generalforsamling den 14. Marts 1949 Kl. 14 i Lillebro Forsamlingshus.": (
        "Sparekassen Lillebro. – Ordinær Generalforsamling den 14. Marts 1949 Kl. 14 i Lillebro Forsamlingshus."
    ),
    "Lillebro Mejeri\n\nBestyrelsesmøde tirsdag den 3. maj 1955 kl. 19 paa mejeriets kontor ved havnen.": (
        "Lillebro Mejeri – Bestyrelsesmøde tirsdag den 3. maj 1955 kl. 19 paa mejeriets kontor ved havnen."
    ),
    # what an office writes in between is left out
    "Region Fjordland\nJ.nr. 1-30-72\nSagsbehandler: AKB\n\nREFERAT\n\naf møde i Praksisudvalget\n3. maj 2012": (
        "Region Fjordland – REFERAT af møde i Praksisudvalget"
    ),
    "FJORDENS POLITI\nLedelsessekretariatet\n\n12. maj 2016\nSagsnr. 3700\n\nReferat af møde i Kredsrådet": (
        "FJORDENS POLITI – Referat af møde i Kredsrådet"
    ),
    # a house that is called by its street is no address
    "Ejerforeningen Vestergade 12\nBestyrelsesmøde den 4. maj 2018": (
        "Ejerforeningen Vestergade 12 – Bestyrelsesmøde den 4. maj 2018"
    ),
    "Boligforeningen Solby\nAfdeling Skovvangen 3\nReferat af møde den 4. maj 2018": (
        "Boligforeningen Solby – Afdeling Skovvangen 3 – Referat af møde den 4. maj 2018"
    ),
    "Lillebro Vandværk\nSkovvangen 3\nReferat af møde den 4. maj 2018": (
        "Lillebro Vandværk – Referat af møde den 4. maj 2018"
    ),
    # what stands at the other side of the page
    "FJORDBY SYGEHUS\nSamarbejdsudvalget                              KB/ah\n\nReferat af møde den 3. maj 1987": (
        "FJORDBY SYGEHUS – Samarbejdsudvalget – Referat af møde den 3. maj 1987"
    ),
    # a subject that names the meeting
    "Fjordens Politi\n\nREFERAT\n\nEmne: Kredsrådsmøde den 3. maj 2012\nSted: Politigården": (
        "Fjordens Politi – REFERAT – Kredsrådsmøde den 3. maj 2012"
    ),
    "Referat af styregruppemøde\nEmne: Den nye svømmehal\nDato: 3. maj 2012": "Referat af styregruppemøde",
}


@pytest.mark.parametrize(("head", "title"), TITLES.items())
def test_what_the_document_is_called(head: str, title: str) -> None:
    assert outline(head=head).meeting.title == title


def test_a_sentence_below_the_roster_is_no_title() -> None:
    head = "Solby Ældreråd\nRådhuspladsen 4\n5000 Odinsby\nReferat af møde den 6. april 2016 kl. 10-12"
    told = "Referat fra mødet den 1. marts 2016 blev godkendt."
    found = outline(head, f"Mødt: {AB}, {TV}", f"{told}\n\n1. Nyt tag\nTaget er tæt.\n")
    assert found.meeting.title == "Solby Ældreråd – Referat af møde den 6. april 2016 kl. 10-12"
    assert told in [found.prose[p.start : p.end].strip() for p in found.paragraphs]


def test_what_an_office_writes_on_top_is_no_item() -> None:
    head = f"Studienævnet for Byplan{' ' * 60}Fjordby, den 3. maj 2012\nJ.nr. 2012-711"
    assert [i.number for i in outline(head=head).items] == ["1", "2"]


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

"""What a roster says of each person, as name; role; organisation; initials; attendance; functions."""

import pytest

from analyser.structure.groups import known_label
from tests.structure.documents import AB, PL, TV, UT, people

SAID_OF_PEOPLE = {
    "a column of titles, and whom a guest comes from": (
        "Bestyrelsen:\n  Formand      Agnete Brolund\nØvrige:\n  Driftsleder   Torkild Vestmark\n"
        "  Rådgiver      Ulla Tange, Norvand Energi (deltog under pkt. 3)",
        [f"{AB}; Formand; chair", f"{TV}; Driftsleder", f"{UT}; Rådgiver; @Norvand Energi; partial; guest"],
    ),
    "those of a whole body, by name below": (
        "Mødt var hele Bestyrelsen, nemlig\n  Agnete Brolund, Formand\n  Torkild Vestmark\nsamt Uddeler Ulla Tange.",
        [f"{AB}; Formand; chair", TV, f"{UT}; Uddeler"],
    ),
    "those of a whole body, by name behind it": (
        "Til stede: hele bestyrelsen, dvs. Agnete Brolund, Torkild Vestmark og Ulla Tange.",
        [AB, TV, UT],
    ),
    "what somebody weaves or turns in front": (
        "Til stede: væver Agnete Brolund, Torkild Vestmark\nAfbud: Bødker Preben Lyngdal",
        [f"{AB}; væver", TV, f"{PL}; Bødker; absent"],
    ),
    "what somebody is called, in the middle of the name": (
        "Til stede: Agnete \"Trold\" Brolund (formand), Torkild »Smed« Vestmark, Ulla 'Bette' Tange",
        [f"{AB}; formand; chair", TV, UT],
    ),
    "sent by a house": (
        "Deltagere: Agnete Brolund, Hjemmeværnet ved major Torkild Vestmark, Kommunen v/ Ulla Tange, "
        "Svømmeklubben v/ formand Preben Lyngdal, Økonomi: Bo Ek",
        [AB, f"{TV}; major; @Hjemmeværnet", f"{UT}; @Kommunen", f"{PL}; formand; @Svømmeklubben", "Bo Ek"],
    ),
    "in capitals, with a title and a house": (
        "DELTAGERE: AGNETE BROLUND (FMD.), TORKILD VESTMARK\nGÆST: PLANLÆGGER ULLA TANGE, FORVALTNINGEN",
        [f"{AB}; Fmd; chair", TV, f"{UT}; Planlægger; @FORVALTNINGEN; guest"],
    ),
    "pupils by their class": (
        "Forældre: Agnete Brolund (formand), Torkild Vestmark\nElever: Silas 9.B og Noor (8.A)",
        [f"{AB}; formand; chair", TV, "Silas", "Noor"],
    ),
    "who led and who wrote, on one line at the end": (
        "Til stede: Agnete Brolund, Torkild Vestmark\n\n1. Taget\nTaget er tæt.\n\n"
        "Som dirigent: Agnete Brolund       Som referent: Torkild Vestmark",
        [f"{AB}; chair", f"{TV}; minute_taker"],
    ),
    "a label right below lists side by side": (
        "Til stede:\nFor ledelsen:                For medarbejderne:\n"
        "Chef Agnete Brolund          Portør Torkild Vestmark\n"
        "Ordstyrer: Agnete Brolund    Referent: Torkild Vestmark\nAfbud: Ulla Tange",
        [f"{AB}; Chef; @ledelsen; chair", f"{TV}; Portør; @medarbejderne; minute_taker", f"{UT}; absent"],
    ),
    "title in front": (
        "Til stede:\nBorgmester Agnete Brolund\nProvst Torkild Vestmark\nChef for Børn og Unge Ulla Tange",
        [f"{AB}; Borgmester", f"{TV}; Provst", f"{UT}; Chef for Børn og Unge"],
    ),
    "what says that somebody keeps the minutes, or only watches": (
        "Deltagere: Agnete Brolund (oldermand), Torkild Vestmark (skriver), Ulla Tange, konsulent (TAP-observatør), "
        "Preben Lyngdal (Ungegruppen, uden stemmeret)",
        [
            f"{AB}; oldermand; chair",
            f"{TV}; minute_taker",
            f"{UT}; konsulent; observer",
            f"{PL}; @Ungegruppen; observer",
        ],
    ),
    "who takes the minutes, in a sentence": (
        "Fra Senior og Sundhed: Agnete Brolund, udviklingskonsulent (tager referat)\n"
        "Desuden deltog Torkild Vestmark, kommunaldirektør, og Ulla Tange, fuldmægtig (protokol).",
        [
            f"{AB}; udviklingskonsulent; @Senior og Sundhed; minute_taker",
            f"{TV}; kommunaldirektør",
            f"{UT}; fuldmægtig; minute_taker",
        ],
    ),
    "a function behind the initials, with no mark": (
        "Til stede: Agnete Brolund (AB) og Torkild Vestmark (TV)\nFra administrationen: Ulla Tange (UT) ref.",
        [f"{AB}; (AB)", f"{TV}; (TV)", f"{UT}; @administrationen; (UT); minute_taker"],
    ),
    "the house in the title": (
        "Deltagere:\nAgnete Brolund, Formand for Fjordby Handelsforening\nTorkild Vestmark, TR Yngre Læger\n"
        "Ulla Tange, formand for Socialudvalget (punkt 2)\nPreben Lyngdal, Direktør for Børn og Unge\n\n"
        "Afbud: TR Lis Holm, JA",
        [
            f"{AB}; Formand for Fjordby Handelsforening; @Fjordby Handelsforening",
            f"{TV}; TR; @Yngre Læger",
            f"{UT}; formand for Socialudvalget; @Socialudvalget; partial",
            f"{PL}; Direktør for Børn og Unge",
            "Lis Holm; TR; @JA; absent",
        ],
    ),
    "the house of the group goes before the committee of the title": (
        "Deltagere:\n\nFra Fjordby Kommune\nAgnete Brolund, formand for Teknisk Udvalg\nTorkild Vestmark, vejchef",
        [f"{AB}; formand for Teknisk Udvalg; @Fjordby Kommune", f"{TV}; vejchef; @Fjordby Kommune"],
    ),
    "whom a head stands for": (
        "Repræsentanter for brugerorganisationerne:\nAgnete Brolund, Synsforbundet (formand)\n\n"
        "Repræsentanter for Fjordby Kommune:\nTorkild Vestmark, Vejchef\nUlla Tange, Byrådsmedlem",
        [
            f"{AB}; formand; @Synsforbundet; chair",
            f"{TV}; Vejchef; @Fjordby Kommune",
            f"{UT}; Byrådsmedlem; @Fjordby Kommune",
        ],
    ),
    "full stops between people": (
        "Til stede: Agnete Brolund, formand. Torkild Vestmark, næstformand. Ulla Tange. Preben Lyngdal, kasserer.",
        [f"{AB}; formand; chair", f"{TV}; næstformand", UT, f"{PL}; kasserer"],
    ),
    "substitutes by number": (
        "Fremmødte:\nFormand: Agnete Brolund\n1. suppleant: Torkild Vestmark\n2. suppleant: Ulla Tange (afbud)",
        [f"{AB}; Formand; chair", f"{TV}; 1. suppleant", f"{UT}; 2. suppleant; absent"],
    ),
    "houses by their letters, and those named beside them": (
        "LO: Agnete Brolund (næstformand)\nKommunen: Torkild Vestmark\nElværket Vest: Ulla Tange\nPL: Preben Lyngdal",
        [f"{AB}; næstformand; @LO", f"{TV}; @Kommunen", f"{UT}; @Elværket Vest", f"{PL}; (PL)"],
    ),
    "numbers that run on below another head": (
        "Mødedeltagere:\nValgte medlemmer\n1. Agnete Brolund, formand\n2. Torkild Vestmark\nUdpegede medlemmer\n"
        "3. Ulla Tange, Byrådet\nSekretariat\nPreben Lyngdal, integrationskonsulent",
        [f"{AB}; formand; chair", TV, f"{UT}; @Byrådet", f"{PL}; integrationskonsulent"],
    ),
    "a head that is a title of several": (
        "Ledere:\nKommunaldirektør Agnete Brolund, formand\nMedarbejdere:\nTorkild Vestmark, FTR for HK\n"
        "Ulla Tange - Teknisk Forvaltning (referent)",
        [f"{AB}; Kommunaldirektør; chair", f"{TV}; FTR; @HK", f"{UT}; @Teknisk Forvaltning; minute_taker"],
    ),
    "two things in one parenthesis, a title with a hyphen": (
        "Deltagere: Agnete Brolund (pårørende og formand), centerleder Torkild Vestmark og "
        "social- og sundhedsassistent Ulla Tange",
        [f"{AB}; formand; chair", f"{TV}; centerleder", f"{UT}; social- og sundhedsassistent"],
    ),
    "who leads the body that meets, and who leads another": (
        "Deltagere: Agnete Brolund, kulturchef (formand for udvalget), Torkild Vestmark (formand for forældrerådet)",
        [f"{AB}; kulturchef; chair", f"{TV}; formand for forældrerådet"],
    ),
    "sections of a club": (
        "Mødt: Agnete Brolund (hovedformand), Torkild Vestmark (fodbold), "
        "Ulla Tange (badminton, i stedet for Lis Holm)\nAfbud: Preben Lyngdal (havneudvalg)",
        [
            f"{AB}; hovedformand; chair",
            f"{TV}; @fodbold",
            f"{UT}; @badminton; substitute",
            f"{PL}; @havneudvalg; absent",
            "Lis Holm; @badminton; absent",
        ],
    ),
    "the house and the title of who was stood in for": (
        "Til stede:\nViceborgmester Agnete Brolund, Fjordby Kommune (i stedet for borgmester Lis Holm)",
        [f"{AB}; Viceborgmester; @Fjordby Kommune; substitute", "Lis Holm; borgmester; @Fjordby Kommune; absent"],
    ),
    "a trade in front gives way to an office in parentheses": (
        "Til stede var: gdr. Agnete Brolund (formand), lærer Torkild Vestmark (skriftfører)",
        [f"{AB}; formand; chair", f"{TV}; lærer; minute_taker"],
    ),
    "what somebody is in the house": (
        "Til stede: Agnete Brolund (pårørende), Torkild Vestmark (leder), Ulla Tange, viceskoleleder og sekretær",
        [f"{AB}; pårørende", f"{TV}; leder", f"{UT}; viceskoleleder; minute_taker"],
    ),
    "titles cut at a hyphen": (
        "Fra administrationen: Sundheds- og omsorgschef Agnete Brolund (pkt. 3) og konsulent Torkild Vestmark (ref.)",
        [
            f"{AB}; Sundheds- og omsorgschef; @administrationen; partial",
            f"{TV}; konsulent; @administrationen; minute_taker",
        ],
    ),
    "a table with the part somebody plays behind their house": (
        "Navn\tFirma\tInit.\tTil stede\nAgnete Brolund\tBoligselskabet Solgården (bygherre)\tAB\tx\n"
        "Torkild Vestmark\tMurerfirmaet Bjerg ApS\tTV\tafbud",
        [f"{AB}; bygherre; @Boligselskabet Solgården; (AB)", f"{TV}; @Murerfirmaet Bjerg ApS; (TV); absent"],
    ),
    "title of several": (
        "Deltagere: Skoleleder Agnete Brolund, forældrerepræsentanter Torkild Vestmark og Ulla Tange, Preben Lyngdal",
        [f"{AB}; Skoleleder", f"{TV}; forældrerepræsentant", f"{UT}; forældrerepræsentant", PL],
    ),
    "title behind a stroke": (
        "Deltagere: Agnete Brolund/formand, Torkild Vestmark/kasserer",
        [f"{AB}; formand; chair", f"{TV}; kasserer"],
    ),
    "title behind a colon": (
        "Til stede:\n- Agnete Brolund: formand\n- Torkild Vestmark: suppleant",
        [f"{AB}; formand; chair", f"{TV}; suppleant; substitute"],
    ),
    "title apart, in front": (
        "Til Stede var Formanden, Gdr. Agnete Brolund, samt Husmd. Torkild Vestmark og Fru U. Tange.",
        [f"{AB}; Formand; chair", f"{TV}; Husmd", "U. Tange; Fru"],
    ),
    "a trade no list knows": (
        "Til stede: Borgmester Agnete Brolund (A), klokker Ulla Tange (V)",
        [f"{AB}; Borgmester; @A", f"{UT}; klokker; @V"],
    ),
    "where they live": (
        "Til stede:\nGårdejer Torkild Vestmark, formand, Hammerlev\nHusmand P. Lyngdal, Vester Hede",
        [f"{TV}; formand; @Hammerlev; chair", "P. Lyngdal; Husmand; @Vester Hede"],
    ),
    "initials that are a title too": (
        "Til stede: Agnete Brolund (AB), Torkild Vestmark (TV), Ditte Ravn (DR)",
        [f"{AB}; (AB)", f"{TV}; (TV)", "Ditte Ravn; (DR)"],
    ),
    "title behind": (
        "Til stede: Agnete Brolund, formand; Torkild Vestmark, kasserer",
        [f"{AB}; formand; chair", f"{TV}; kasserer"],
    ),
    "in parentheses": (
        "Til stede: Agnete Brolund (formand), Torkild Vestmark (TV), Ulla Tange (FOA)",
        [f"{AB}; formand; chair", f"{TV}; (TV)", f"{UT}; @FOA"],
    ),
    "organisation behind": (
        "Deltagere:\n- Agnete Brolund, Fjordby Bibliotek\n- Torkild Vestmark fra Fjordby Taxa",
        [f"{AB}; @Fjordby Bibliotek", f"{TV}; @Fjordby Taxa"],
    ),
    "organisation above": (
        "Fra Fjordby Kommune:\nAgnete Brolund, borgmester\nTorkild Vestmark, kommunaldirektør\n\n"
        "Fra Fjordby Politi:\nUlla Tange, politiinspektør",
        [
            f"{AB}; borgmester; @Fjordby Kommune",
            f"{TV}; kommunaldirektør; @Fjordby Kommune",
            f"{UT}; politiinspektør; @Fjordby Politi",
        ],
    ),
    "functions": (
        "Mødeleder: Agnete Brolund\nReferent: Torkild Vestmark\nDeltagere: Ulla Tange\nGæster: Preben Lyngdal\n"
        "Observatør: Mogens Askebjerg",
        [f"{AB}; chair", f"{TV}; minute_taker", UT, f"{PL}; guest", "Mogens Askebjerg; observer"],
    ),
    "came late, stayed away, stood in": (
        "Til stede: Agnete Brolund, Torkild Vestmark (fra kl. 19.30), Ulla Tange (afbud), "
        "Preben Lyngdal (suppleant for Mogens Askebjerg)",
        [AB, f"{TV}; partial", f"{UT}; absent", f"{PL}; suppleant; substitute", "Mogens Askebjerg; absent"],
    ),
    "an office held for a union, the union before the name": (
        "Deltagere:\nTR FOA Agnete Brolund (B-side, næstformand)\nFTR for Yngre Læger Torkild Vestmark\n"
        "AMR Ulla Tange (B-side) – kom kl. 13.20\n\nFraværende: TR 3F Preben Lyngdal",
        [f"{AB}; TR; @FOA", f"{TV}; FTR; @Yngre Læger", f"{UT}; AMR; @B-side; partial", f"{PL}; TR; @3F; absent"],
    ),
    "two labels with a dash between": (
        "Deltagere: Agnete Brolund, Torkild Vestmark\nMødeleder: Agnete - Referent: Torkild",
        [f"{AB}; chair", f"{TV}; minute_taker"],
    ),
    "two functions and two names": (
        "Deltagere: Agnete Brolund, Torkild Vestmark, Ulla Tange\nOrdstyrer/referent: Agnete/Torkild",
        [f"{AB}; chair", f"{TV}; minute_taker", UT],
    ),
    "the house behind the last of a list, behind a pair, and behind both": (
        "Til stede: Agnete Brolund (formand), Torkild Vestmark og Ulla fra ungdomsudvalget\n"
        "Gæster: Kaj Eg og Bo Lund fra Solbo, Lis Foss og Tom Buch (begge fra Vandbo)",
        [
            f"{AB}; formand; chair",
            TV,
            "Ulla; @ungdomsudvalget",
            "Kaj Eg; @Solbo; guest",
            "Bo Lund; @Solbo; guest",
            "Lis Foss; @Vandbo; guest",
            "Tom Buch; @Vandbo; guest",
        ],
    ),
    "what two are, in parentheses": (
        "Deltagere: Agnete (leder), Torkild og Ulla (forældre), Preben (pædagog)",
        ["Agnete; leder", "Torkild; forælder", "Ulla; forælder", "Preben; pædagog"],
    ),
    "absent in a sentence": (
        "Til stede var Agnete Brolund, Torkild Vestmark.\nFraværende var Preben Lyngdal.",
        [AB, TV, f"{PL}; absent"],
    ),
}


@pytest.mark.parametrize(("roster", "expected"), SAID_OF_PEOPLE.values(), ids=SAID_OF_PEOPLE.keys())
def test_what_a_roster_says_of_people(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


@pytest.mark.parametrize(
    ("aside", "told"),
    [
        ("Plan, projektleder", "projektleder; @Plan"),
        ("projektleder, Plan", "projektleder; @Plan"),
        ("Studio Kyst, under punkt 2", "@Studio Kyst; partial; guest"),
        ("Havnen", "@Havnen"),
    ],
)
def test_a_house_and_what_somebody_is_stand_in_either_order(aside: str, told: str) -> None:
    assert people(f"Deltagere: Ulla Tange ({aside}), Preben Lyngdal") == [f"Ulla Tange; {told}", "Preben Lyngdal"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Referat: Ida Lyng", True),
        ("Referat: Ida undrede sig over lyset.", False),
        ("Referat - Styregruppemøde Ny Skole", False),
        ("Referat - Skolebestyrelsesmøde, Engdalskolen", False),
        ("Referent: Ida Lyng", True),
    ],
)
def test_labels_of_who_kept_the_minutes(line: str, is_one: bool) -> None:
    assert (known_label(line) is not None) == is_one

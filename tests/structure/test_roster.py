"""Rosters of every form: the lines, and the people as name; role; organisation; initials; attendance; functions."""

import pytest

from analyser.structure.groups import known_label
from tests.structure.documents import described, outline

AB, TV, UT, PL = "Agnete Brolund", "Torkild Vestmark", "Ulla Tange", "Preben Lyngdal"


def people(roster: str) -> list[str]:
    return [described(p) for p in outline(roster=roster).participants]


PLAIN = [AB, TV, UT]
FORMS = {
    "rows that end in how each member met": (
        f"Mødedeltagere: Fremmøde: Bemærkninger:\n{AB} (formand) Til stede\n{TV} Fraværende Afbud\n"
        f"{UT} Til stede Deltog fra kl. 13.40\n{PL}    Afbud",
        [f"{AB}; formand; chair", f"{TV}; absent", f"{UT}; partial", f"{PL}; absent"],
    ),
    "a label below a table": (
        f"| Navn | Firma | Til stede |\n| {AB} | Solbo | ja |\n| {TV} | Vandbo | afbud |\n\nReferent: {AB}",
        [f"{AB}; @Solbo; minute_taker", f"{TV}; @Vandbo; absent"],
    ),
    "one a line": ("Til stede:\nAgnete Brolund\nTorkild Vestmark\nUlla Tange", PLAIN),
    "a list": ("Deltagere:\n- Agnete Brolund\n- Torkild Vestmark\n- Ulla Tange", PLAIN),
    "commas": ("Til stede: Agnete Brolund, Torkild Vestmark, Ulla Tange", PLAIN),
    "commas and og": ("Deltagere: Agnete Brolund, Torkild Vestmark og Ulla Tange", PLAIN),
    "semicolons": ("Til stede: Agnete Brolund; Torkild Vestmark; Ulla Tange.", PLAIN),
    "a sentence": ("Til stede var Agnete Brolund, Torkild Vestmark og Ulla Tange.", PLAIN),
    "the margin": (
        "Deltagere: Agnete Brolund, Torkild Vestmark, Solveig Hjortkær, Mogens\nAskebjerg, Ulla Tange",
        [AB, TV, "Solveig Hjortkær", "Mogens Askebjerg", UT],
    ),
    "tabs": (
        "Til stede:\nAgnete Brolund\tFormand\nTorkild Vestmark\tKasserer\n\nAfbud:\nUlla Tange\tSekretær",
        [f"{AB}; Formand; chair", f"{TV}; Kasserer", f"{UT}; Sekretær; absent"],
    ),
    "a table with crosses": (
        "Navn\tTil stede\tAfbud\nAgnete Brolund\tx\t\nTorkild Vestmark\t\tx\nUlla Tange\tx\t",
        [AB, f"{TV}; absent", UT],
    ),
    "a table with bars": (
        "Navn | Til stede | Afbud\nAgnete Brolund | x | \nTorkild Vestmark | | x\nUlla Tange | x |",
        [AB, f"{TV}; absent", UT],
    ),
    "first names": ("Til stede:\nAgnete, Torkild, Ulla", ["Agnete", "Torkild", "Ulla"]),
    "initials for first names": ("Til stede: A. Brolund, T. Vestmark", ["A. Brolund", "T. Vestmark"]),
    "no label": (
        "Formand Agnete Brolund, kasserer Torkild Vestmark, Ulla Tange",
        [f"{AB}; Formand; chair", f"{TV}; kasserer", UT],
    ),
    "one column of attendance": (
        "| Navn | Rolle | Til stede |\n|---|---|---|\n| Agnete Brolund | Formand | x |\n| Ulla Tange | Medlem | - |",
        [f"{AB}; Formand; chair", f"{UT}; Medlem; absent"],
    ),
    "answers in a column": (
        "Navn\tRepræsenterer\tMødt\nAgnete Brolund\tForældre (formand)\tja\nTorkild Vestmark\tForældre\tnej, syg\n"
        "Ulla Tange\tLeder\tja, fra kl. 17.45",
        [f"{AB}; formand; @Forældre; chair", f"{TV}; @Forældre; absent", f"{UT}; Leder; partial"],
    ),
    "a cell more than the head": (
        "Medlemmer\tTil stede\tAfbud\nAB\tAgnete Brolund, formand\tx\t\nTV\tTorkild Vestmark\t\tx",
        [f"{AB}; formand; (AB); chair", f"{TV}; (TV); absent"],
    ),
    "a head of tabs that only looks right": (
        "Deltagere\t\t\tTil stede\tAfbud\tUdeblevet\nLedende overlæge Agnete Brolund (formand)\tx\n"
        "Portør Torkild Vestmark\tx\nOverlæge Ulla Tange\t\tx\nPreben Lyngdal\t\t\tx",
        [f"{AB}; Ledende overlæge; chair", f"{TV}; Portør", f"{UT}; Overlæge; absent", f"{PL}; absent"],
    ),
    "side by side": (
        "Deltagere                     Afbud\nAgnete Brolund (leder)        Ulla Tange\nTorkild Vestmark",
        [f"{AB}; leder", f"{UT}; absent", TV],
    ),
    "a long list from one house": (
        "Til stede: Preben Lyngdal\nFra leverandøren Solbo A/S: Agnete Brolund, leverancechef, Torkild Vestmark, "
        "arkitekt og Ulla Tange, direktør",
        [PL, f"{AB}; leverancechef; @Solbo A/S", f"{TV}; arkitekt; @Solbo A/S", f"{UT}; direktør; @Solbo A/S"],
    ),
    "two columns under one head": (
        "Til stede:\nPreben Lyngdal\n\nAfbud:\nDirektør Agnete Brolund                  Ulla Tange, HK",
        [PL, f"{AB}; Direktør; absent", f"{UT}; @HK; absent"],
    ),
    "a storey each": (
        "Fremmødte beboere:\n1. sal: Agnete Brolund (formand)\n2. sal: Torkild Vestmark\nAfd. 3: Ulla Tange, kasserer",
        [f"{AB}; formand; chair", TV, f"{UT}; kasserer"],
    ),
    "letters of first names": (
        "Mødt: Mogens (MH), Karin (KB) og Signe (SP, referent)",
        ["Mogens; (MH)", "Karin; (KB)", "Signe; (SP); minute_taker"],
    ),
    "letters for æ": (
        "Deltagere: Marie Lund (MLU), Jon Bæk (JBA, Ejendomme)\nReferent: JBA",
        ["Marie Lund; (MLU)", "Jon Bæk; (JBA); minute_taker"],
    ),
    "a secretariat below": (
        "Afbud:\nAgnete Brolund\n\nSekretariat\nChefkonsulent Ulla Tange (referent)",
        [f"{AB}; absent", f"{UT}; Chefkonsulent; minute_taker"],
    ),
    "several labels on a line": (
        "Til stede: Fra skolen: Agnete Brolund, Torkild Vestmark. Afbud: Ulla Tange.",
        [f"{AB}; @skolen", f"{TV}; @skolen", f"{UT}; absent"],
    ),
    "numbers in front": ("Mødte: 1. Agnete Brolund\n2. Torkild Vestmark\n3. Ulla Tange", PLAIN),
    "upper case": (
        "DELTAGERE:\nAGNETE BROLUND, FORMAND\nULLA TANGE, REFERENT",
        [f"{AB}; Formand; chair", f"{UT}; minute_taker"],
    ),
    "initials alone": (
        "Til stede: AB, TV og UT (afbud: PL)\nReferent: TV",
        ["PL; (PL); absent", "AB; (AB)", "TV; (TV); minute_taker", "UT; (UT)"],
    ),
    "initials explained": (
        "AB = Agnete Brolund (fmd.)\nTV = Torkild Vestmark\n\nAfbud: TV (ferie)\nReferent: AB",
        [f"{AB}; fmd; (AB); chair; minute_taker", f"{TV}; (TV); absent"],
    ),
    "all but": (
        "Til stede: Hele bestyrelsen undtagen Ulla, der er på ferie\nReferent: Poul",
        ["Ulla; absent", "Poul; minute_taker"],
    ),
    "parentheses for commas": (
        "Tilstedeværende: Agnete (formand) Torkild (kasserer) Ulla",
        ["Agnete; formand; chair", "Torkild; kasserer", "Ulla"],
    ),
    "name, title, organisation": (
        "Til stede:\nAgnete Brolund, formand, Klub Bastionen\nTorkild Vestmark, imam, Foreningen Broen\n"
        "Ulla Tange, Realdania\nPreben Lyngdal, Fjordby Kommune (referat)",
        [
            f"{AB}; formand; @Klub Bastionen; chair",
            f"{TV}; imam; @Foreningen Broen",
            f"{UT}; @Realdania",
            f"{PL}; @Fjordby Kommune; minute_taker",
        ],
    ),
    "semicolons with more inside": (
        "Fra forvaltningen: Agnete Brolund, kulturdirektør; Torkild Vestmark, Realdania; Ulla Tange, ref.",
        [f"{AB}; kulturdirektør; @forvaltningen", f"{TV}; @Realdania", f"{UT}; @forvaltningen; minute_taker"],
    ),
    "a dash between two": (
        "Afbud: Agnete Brolund, sognepræst, Nordby Kirke - Torkild Vestmark, UU-vejleder",
        [f"{AB}; sognepræst; @Nordby Kirke; absent", f"{TV}; UU-vejleder; absent"],
    ),
    "what one stands for and is, in one cell": (
        "Navn\tRepræsenterer\tTil stede\tAfbud\nAgnete Brolund\tDH Fjordby, formand\tx\t\n"
        "Torkild Vestmark\tByrådet (S), næstformand\t\tx\nUlla Tange\tSpejderne, suppleant for Xenia Boje\tx\t\n"
        "Preben Lyngdal\tKonsulent, sekretær for rådet\tx\t",
        [
            f"{AB}; formand; @DH Fjordby; chair",
            f"{TV}; næstformand; @Byrådet; absent",
            f"{UT}; suppleant; @Spejderne; substitute",
            f"{PL}; Konsulent; minute_taker",
            "Xenia Boje; @Spejderne; absent",
        ],
    ),
    "how each took part": (
        "Medlemmer\nAgnete Brolund (A), udvalgsformand – deltog\nTorkild Vestmark (V) – deltog ikke\n"
        "Ulla Tange (C) – deltog virtuelt fra kl. 14:20\nPreben Lyngdal (Venstre, gik kl. 15)",
        [
            f"{AB}; udvalgsformand; @A; chair",
            f"{TV}; @V; absent",
            f"{UT}; @C; partial",
            f"{PL}; @Venstre; partial",
        ],
    ),
    "people under an indented head": (
        "Forældrevalgte\n\tAgnete Brolund (formand)\n\tTorkild Vestmark - gik kl. 19.15\nElevrepræsentanter\n"
        "\tUlla Tange, 9.b og Preben Lyngdal, 8.a",
        [f"{AB}; formand; chair", f"{TV}; partial", UT, PL],
    ),
    "a label and hanging lines": (
        "Bestyrelsen:\tDirektør Agnete Brolund (AB), formand\n\t\tCiviling. Torkild Vestmark (TV)\n\t\tUlla Tange (UT)",
        [
            f"{AB}; Direktør; (AB); chair",
            f"{TV}; Civiling.; (TV)",
            f"{UT}; (UT)",
        ],
    ),
    "initials, then the title": (
        "Mødt:   Agnete Brolund (AB) fmd, Torkild Vestmark (TV) kass\nEj mødt: Ulla Tange (UT) intet hørt\n"
        "Gæst u. pkt. 3: gartner Preben Lyngdal",
        [f"{AB}; fmd; (AB); chair", f"{TV}; kass; (TV)", f"{UT}; (UT); absent", f"{PL}; gartner; partial; guest"],
    ),
    "a name in no list with its initials": (
        "Til stede:\nÖmer Yücel (ÖY), forbrugerrepr.\nUlla Tange (UT)",
        ["Ömer Yücel; forbrugerrepr; (ÖY)", f"{UT}; (UT)"],
    ),
    "the last of a list": (
        "Endvidere deltog: direktør Agnete Brolund og kontorchef Ulla Tange, sidstnævnte som protokolfører.",
        [f"{AB}; direktør", f"{UT}; kontorchef; minute_taker"],
    ),
    "boxes": ("Medlemmer:\n[x] Agnete Brolund\n[ ] Torkild Vestmark", [AB, f"{TV}; absent"]),
    "labels on lines of their own": (
        "DELTAGERE\nAgnete Brolund (Formand)\nTorkild Vestmark\nAFBUD\nUlla Tange\nREFERENT\nPreben Lyngdal",
        [f"{AB}; Formand; chair", TV, f"{UT}; absent", f"{PL}; minute_taker"],
    ),
    "houses as heads": (
        "Fjordby Kommune:\nBorgmester Agnete Brolund\n\nFjordens Politi:\nPolitidirektør Ulla Tange (formand)",
        [f"{AB}; Borgmester; @Fjordby Kommune", f"{UT}; Politidirektør; @Fjordens Politi; chair"],
    ),
    "titles in no list": (
        "VIP: postdoc Astri Fjelldal (AF), stud.scient. Torkild Vestmark, AC-TAP Ulla Tange\n"
        "Repræsentant for de frivillige Tabita Leegaard",
        [
            "Astri Fjelldal; postdoc; (AF)",
            f"{TV}; stud.scient.",
            f"{UT}; AC-TAP",
            "Tabita Leegaard; Repræsentant for de frivillige",
        ],
    ),
    "a rank before the title": (
        "Fremmødte:\nBorgmester Agnete Brolund\n1. viceborgmester Torkild Vestmark",
        [f"{AB}; Borgmester", f"{TV}; 1. viceborgmester"],
    ),
    "a time before the name": (
        "Til stede: Agnete Brolund og fra kl. 11 Ulla Tange (ældrechef)",
        [AB, f"{UT}; ældrechef; partial"],
    ),
    "a leader who chairs": ("Institutleder: Agnete Brolund (AB), formand", [f"{AB}; Institutleder; (AB); chair"]),
    "counted, and some named": (
        "Deltagere: 12 personer, heraf fra bestyrelsen Agnete Brolund, Torkild Vestmark og Ulla Tange samt 2 gæster",
        PLAIN,
    ),
    "who came instead of the absent": (
        "Afbud: Agnete Brolund, Ulla Tange deltog",
        [f"{AB}; absent", f"{UT}; substitute"],
    ),
    "cut by the margin": (
        "Til stede:\nBorgmester Agnete Brolund, Fjordby Kommune (for-\nmand)\nDirektør Torkild Vest-\nmark, Fjordby\n"
        "Lærer Ulla Tange, Fjordby Skole\n(observatør)",
        [
            f"{AB}; Borgmester; @Fjordby Kommune; chair",
            f"{TV}; Direktør; @Fjordby",
            f"{UT}; Lærer; @Fjordby Skole; observer",
        ],
    ),
    "nobody": ("Til stede: Alle\nAfbud: Ingen", []),
}


def test_a_name_cut_by_the_margin_has_its_place() -> None:
    found = outline(roster="Til stede:\nDirektør Viggo Ramsø-\nLund og sekre-\ntær Ulla Tange")
    text = found.source.text
    assert [(p.name, text[slice(*p.span)]) for p in found.participants if p.span] == [
        ("Viggo Ramsø-Lund", "Viggo Ramsø-\nLund"),
        ("Ulla Tange", "Ulla Tange"),
    ]


@pytest.mark.parametrize(
    ("roster", "present"),
    [
        ("Alle Medlemmer var mødt undtagen Ulla Tange.", ["A. Brolund", TV, "Th. Nygaard", "Karl Ørum"]),
        (f"Til stede: {AB}, {TV}", [AB, TV]),  # signatures below a roster add nobody
    ],
)
def test_signatures_tell_who_was_there_where_nothing_else_does(roster: str, present: list[str]) -> None:
    signed = "A. Brolund    Torkild Vestmark\nTh. Nygaard, Karl Ørum (sign.)"
    items = f"1. Taget\nTaget er tæt.\n\nMødet hævet Kl. 22.\n\n{signed}\n"
    found = outline("Møde i Sogneraadet den 11. Marts 1949", roster, items).participants
    assert [p.name for p in found if p.attendance == "present"] == present


@pytest.mark.parametrize(("roster", "expected"), FORMS.values(), ids=FORMS.keys())
def test_rosters_of_every_form(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


SAID_OF_PEOPLE = {
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
    "absent in a sentence": (
        "Til stede var Agnete Brolund, Torkild Vestmark.\nFraværende var Preben Lyngdal.",
        [AB, TV, f"{PL}; absent"],
    ),
}


@pytest.mark.parametrize(("roster", "expected"), SAID_OF_PEOPLE.values(), ids=SAID_OF_PEOPLE.keys())
def test_what_a_roster_says_of_people(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


MOVES = {
    "all but one": (
        "Tilstede var alle rådets medlemmer undtagen Ulla Tange, der havde meldt afbud.",
        [f"{UT}; absent"],
    ),
    "afbud and a substitute": (
        "Agnete Brolund havde meldt afbud; i hendes sted mødte Ulla Tange.",
        [f"{AB}; absent", f"{UT}; substitute"],
    ),
    "i stedet for": (
        "Til stede: Torkild Vestmark.\nAgnete Brolund havde meldt afbud, og Ulla Tange deltog i stedet for Agnete.",
        [TV, f"{AB}; absent", f"{UT}; substitute"],
    ),
    "two in one sentence": (
        "Til mødet kom Agnete, Preben og Solveig. Ulla var forhindret og Torkild kom først kl. 20.",
        ["Agnete", "Preben", "Solveig", "Ulla; absent", "Torkild; partial"],
    ),
    "a clause behind the list": (
        "Mødt var Agnete (formand), Preben og Torkild, mens Ulla havde meldt afbud.",
        ["Agnete; formand; chair", "Preben", "Torkild", "Ulla; absent"],
    ),
    "for whom": (
        "Fraværende: Agnete Brolund, for hvem mødte sygehjælper Ulla Tange.",
        [f"{AB}; absent", f"{UT}; sygehjælper; substitute"],
    ),
    "in whose place": (
        "Afbud: Agnete Brolund. Suppleant Ulla Tange deltog i Agnetes sted.",
        [f"{AB}; absent", f"{UT}; Suppleant; substitute"],
    ),
    "who led and who wrote": (
        "Til stede: Agnete, Torkild og Ulla. Ulla var ordstyrer og Torkild skrev.",
        ["Agnete", "Torkild; minute_taker", "Ulla; chair"],
    ),
    "a title leaves": (
        "Til stede: Agnete Brolund (formand), Ulla Tange (næstformand).\nNæstformanden forlod mødet kl. 20.15.",
        [f"{AB}; formand; chair", f"{UT}; næstformand; partial"],
    ),
    "for a while": (
        "Til stede: Agnete Brolund.\nForstander Ulla Tange var med de første 20 minutter.",
        [AB, f"{UT}; Forstander; partial"],
    ),
    "a title comes with something": (
        "Til stede: Agnete Brolund (formand), Ulla Tange.\nFormanden kom med et forslag til næste punkt.",
        [f"{AB}; formand; chair", UT],
    ),
    "somebody comes with something": (
        "Til stede: Agnete Brolund, Ulla Tange.\nUlla Tange kommer med et forslag på næste møde.",
        [AB, UT],
    ),
    "besides, with a title in front": (
        "Til stede: Agnete Brolund\nDesuden mejeribestyrer C. F. Hornemand og konsulent Ulla Tange fra Solbo",
        [AB, "C. F. Hornemand; mejeribestyrer", f"{UT}; konsulent; @Solbo; guest"],  # the first may be of this house
    ),
    "called and did not come": (
        "Til stede: Agnete Brolund\nUlla Tange var indkaldt, men mødte ikke frem.",
        [AB, f"{UT}; absent"],
    ),
    "who opened the meeting": (
        "Mødet åbnedes af formanden, Gdr. Laurids Kjær.",
        ["Laurids Kjær; Gdr; chair"],
    ),
    "both from one place": (
        "Til stede: Agnete Brolund.\n"
        "Under punkt 3 deltog overlæge Torkild Vestmark og læge Ulla Tange, begge Klinik Nord.",
        [AB, f"{TV}; overlæge; @Klinik Nord; partial; guest", f"{UT}; læge; @Klinik Nord; partial; guest"],
    ),
    "left": ("Til stede: Agnete Brolund, Ulla Tange.\nUlla Tange forlod mødet kl. 20.15.", [AB, f"{UT}; partial"]),
    "one item only": (
        "Til stede: Agnete Brolund.\nDesuden deltog Ulla Tange under punkt 3.",
        [AB, f"{UT}; partial; guest"],
    ),
}


@pytest.mark.parametrize(("roster", "expected"), MOVES.values(), ids=MOVES.keys())
def test_sentences_of_attendance(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


# the first sentence of an item, and who got which function by it
ELECTIONS = [
    ("Til referent valgtes Torkild Vestmark.", {TV: ("minute_taker",)}),
    ("Bestyrelsen foreslog Ulla Tange som dirigent.", {UT: ("chair",)}),
    ("Agnete Brolund blev valgt til ordstyrer.", {AB: ("chair",)}),
    (
        "Agnete Brolund blev valgt som dirigent og Torkild Vestmark som referent.",
        {AB: ("chair",), TV: ("minute_taker",)},
    ),
    ("Protokollen førtes af Torkild Vestmark.", {TV: ("minute_taker",)}),
    ("Mødet blev ledet af Agnete Brolund.", {AB: ("chair",)}),
    ("Agnete Brolund blev valgt til formand.", {}),  # who leads the association does not lead the meeting
]


@pytest.mark.parametrize(("sentence", "functions"), ELECTIONS)
def test_elections(sentence: str, functions: dict[str, tuple[str, ...]]) -> None:
    found = outline(roster=f"Til stede: {AB}, {TV}, {UT}", items=f"1. Valg\n{sentence}\n\n2. Eventuelt\nIntet.\n")
    assert {p.name: p.functions for p in found.participants if p.functions} == functions


def test_a_name_stands_where_its_span_says() -> None:
    found = outline(roster="Deltagere: Agnete Brolund, Torkild Vestmark, Solveig Hjortkær, Mogens\nAskebjerg")
    for person in found.participants:
        assert " ".join(found.source.text[slice(*person.span)].split()) == person.name


def test_present_and_absent_is_a_conflict() -> None:
    found = outline(roster="Til stede: Agnete Brolund, Ulla Tange\nAfbud: Ulla Tange")
    assert [(p.name, p.attendance) for p in found.participants] == [(AB, "present"), (UT, "absent")]
    assert [d.code for d in found.diagnostics] == ["attendance_conflict"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Referat: Ida Lyng", True),
        ("Referat: Ida undrede sig over lyset.", False),
        ("Referat - Styregruppemøde Ny Skole", False),
        ("Referent: Ida Lyng", True),
    ],
)
def test_labels_of_who_kept_the_minutes(line: str, is_one: bool) -> None:
    assert (known_label(line) is not None) == is_one

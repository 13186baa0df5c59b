"""The forms in which a roster is written: lists, tables, sentences, columns; and the people as `described` tells."""

import pytest

from tests.structure.documents import AB, PL, TV, UT, described, outline, people

PLAIN = [AB, TV, UT]
FORMS = {
    "rows that end in how each member met": (
        f"Mødedeltagere: Fremmøde: Bemærkninger:\n{AB} (formand) Til stede\n{TV} Fraværende Afbud\n"
        f"{UT} Til stede Deltog fra kl. 13.40\n{PL}    Afbud",
        [f"{AB}; formand; chair", f"{TV}; absent", f"{UT}; partial", f"{PL}; absent"],
    ),
    "rows that end in how each member met, and for how long": (
        f"Medlemmer\n{AB}      til stede fra pkt. 3\n{TV}    Teams, til kl. 11\n{UT}   Teams\n{PL}    online",
        [f"{AB}; partial", f"{TV}; partial", UT, PL],
    ),
    "firm, name and initials in columns": (
        f"Deltagere:                      init.\nFjordby Kommune, Teknik    {AB}     AB\n"
        f"Tømrer Lund & Søn          {TV}   TV (byggeleder, ref.)\nVVS Centralen              {UT}        UT   (afbud)",
        [
            f"{AB}; @Fjordby Kommune, Teknik; (AB)",
            f"{TV}; byggeleder; @Tømrer Lund & Søn; (TV); minute_taker",
            f"{UT}; @VVS Centralen; (UT); absent",
        ],
    ),
    "trade, firm, name and initials in columns": (
        f"Deltagere:\nBygherre     Fjordby Kommune      {AB}     AB    23 45 67 89\n"
        f"Arkitekt     Tegnestuen Vinkel    {TV}   TV    23 45 67 80",
        [f"{AB}; Bygherre; @Fjordby Kommune; (AB)", f"{TV}; Arkitekt; @Tegnestuen Vinkel; (TV)"],
    ),
    "firm, name, initials and when they went in columns": (
        f"Deltagere:\nVest Byg      {AB}   AB    forlod mødet kl. 11\nTegnestuen Vinkel    {TV}   TV    gik kl. 11\n"
        f"VVS Centralen    {UT}    UT    deltog til pkt. 12\nEl Nord A/S    {PL}    PL    tlf. 23 45 67 80",
        [
            f"{AB}; @Vest Byg; (AB); partial",
            f"{TV}; @Tegnestuen Vinkel; (TV); partial",
            f"{UT}; @VVS Centralen; (UT); partial",
            f"{PL}; @El Nord A/S; (PL)",
        ],
    ),
    "two sides in a table": (
        f"| Ledelsesside | Medarbejderside |\n|---|---|\n| {AB}, leder Kastanjen | {TV}, FTR BUPL, næstformand |\n"
        f"|  | {UT}, AMR |\n\nReferent: {AB}",
        [f"{AB}; leder; @Kastanjen; minute_taker", f"{TV}; FTR; @BUPL", f"{UT}; AMR"],
    ),
    "heads that tell who sent those below": (
        f"Udpeget af DH:\n  {AB}, formand\nMedlemmer udpeget af byrådet\n  {TV} (V)\n"
        f"Medlemmer fra forvaltningen\n  {UT}\nUdpeget blandt borgerne:\n  {PL}",
        [f"{AB}; formand; @DH; chair", f"{TV}; @V", f"{UT}; @forvaltningen", PL],
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


def test_who_signs_with_initials_is_called_as_the_minutes_call_them_and_an_office_stands_below_its_name() -> None:
    signed = "K. Ørum\n  Formand\nA. Brolund.    T. Vestmark.\nTh. Nygaard.    Chr. Høeg"
    items = f"1. Taget\n{AB} foreslog Tag. Vestmark fandt det dyrt.\n\nMødet hævet.\n\n{signed}\n"
    found = outline("Møde i Sogneraadet den 11. Marts 1949", "Alle Medlemmer var mødt.", items)
    told = ["K. Ørum; Formand; chair", AB, "T. Vestmark", "Th. Nygaard", "Chr. Høeg"]
    assert [described(p) for p in found.participants] == told
    assert found.source.text[slice(*found.participants[1].span or (0, 0))] == AB


@pytest.mark.parametrize(("roster", "expected"), FORMS.values(), ids=FORMS.keys())
def test_rosters_of_every_form(roster: str, expected: list[str]) -> None:
    assert people(roster) == expected


def test_a_name_stands_where_its_span_says() -> None:
    found = outline(roster="Deltagere: Agnete Brolund, Torkild Vestmark, Solveig Hjortkær, Mogens\nAskebjerg")
    for person in found.participants:
        assert " ".join(found.source.text[slice(*person.span)].split()) == person.name

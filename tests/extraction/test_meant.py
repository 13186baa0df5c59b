"""How Danes refer to people in minutes, 1949 to 2021: whom each word means in five meetings, `-` for nobody."""

import pytest

from analyser import analyse_text

COUNCIL = """Referat af møde i Byrådet
Oddum Kommune
Torsdag den 14. marts 2019 kl. 17.00

Til stede: Borgmester Jens Agerskov (V), Birte Lundhave (A), Karsten Møllegård (A), Sine Rørbæk (SF), Ali Demir (Ø),
Henrik Tolstrup Lau (C)
Fra forvaltningen: Kommunaldirektør Mona Stagis, økonomichef Per Vindum
Afbud: Lars Kvorning (O)
"""
ASSOCIATION = """Referat af ordinær generalforsamling i Grundejerforeningen Lærkevangen den 3. april 2016

Fra bestyrelsen: Jørgen Hvidkær (formand), Lissi Abild (kasserer), Knud Erik Lyhne, Bodil Sand (sekretær)
Revisor: Poul Steffensen
"""
SCHOOL = """Skolebestyrelsesmøde på Egholtskolen den 4. oktober 2021

Forældrevalgte: Signe Kær (formand), Rasmus Tofte, Uzma Iqbal, Thomas Okkerstrøm
Medarbejdere: Gitte Vang (lærerrepræsentant), Nikolaj Brix (pædagogrepræsentant)
Ledelse: Skoleleder Uffe Dam, viceskoleleder Anne-Mette Boe (referent)
Elevråd: Malthe (9.a) og Freja (8.b)
"""
PARISH = """Aar 1949, den 12. Maj Kl. 14 afholdtes Møde i Hjortlev Sogneraad.

Til Stede var: Formanden, Gdr. N. P. Kragelund, Næstformanden, Husm. Chr. Agerbo, Lærer Th. Juhl, Fru Karen Nørhede,
Smedem. A. Viborg og Gdr. Peder Kr. Dal.
Kommunekasserer S. Bak førte Protokollen.
"""
WORKS = """Referat fra møde i MED-udvalget på Plejecenter Solbo den 7. juni 2018

A-side: Centerleder Hanne Skovbo (formand), teamleder Ole Rask
B-side: TR Birgit Toft (FOA, næstformand), TR Ilse Marker (DSR), AMR Kent Lund, medarbejderrep. Susan Holt (køkken)
Referent: Lone Dam
"""
GARDENS = """Generalforsamling i H/F Solkrogen den 11. juni 2006

Fra bestyrelsen: Kaj Hvilsom (formand, have 8), Rita Pallesen (have 41), Ole Bro (have 9), Ida Bro (have 9)
"""
VILLAGE = """Møde i bestyrelsen for Ravnsted Brugsforening den 4. oktober 1951

Til stede: Anton Pil (formand), Karl Nymand og Jens Thomsen Bro
"""
SCOUTS = """Møde i gruppestyrelsen, Ulvehøj Gruppe, den 4. oktober 2021

Til stede: Signe "Snog" Kær (formand), Thomas »Ged« Okkerstrøm (gruppeleder), Mette Vang (Pip)
"""

NURSERY = """MED-udvalget, Børnehuset Myretuen
Referat 12/9-2019
Til stede: Mette Lindhardt (leder), Camilla Bro (pæd. leder), Sanne Voss (TR BUPL), Kim Lassen (TR Yngre Læger),
Jannie Falk (TR FOA), Rikke Toft (AMR)
"""

# (meeting, sentence with the words in brackets, whom they mean)
MEANT = [
    (GARDENS, "[Have 41] foreslog en hæk. [Have 9] var imod, og [have 12] ville vente.", ["Rita Pallesen", "-", "-"]),
    (GARDENS, "[Have 70 (Lis Toft]) spurgte til vejen. [Have 70] foreslog grus.", ["Lis Toft", "Lis Toft"]),
    (GARDENS, "[Have 33] (Ib Holm og Lis Holm) var imod. [Have 33] spurgte igen.", ["-", "-"]),
    (SCHOOL, "[A.-M.] sender det ud. Derefter orienterede [A.-M.] om festen. B.-M. var syg.",
     ["Anne-Mette Boe", "Anne-Mette Boe"]),
    (VILLAGE, "[Nymand] spurgte om prisen. Det kunne [Nymand] godt tænke sig.", ["Karl Nymand", "Karl Nymand"]),
    (VILLAGE, "[Formand] bød velkommen. Formand Pil takkede.", ["Anton Pil"]),
    (SCOUTS, "[Snog] bød velkommen. [Ged] spurgte, om [Signe Kær] kan køre. [Thomas] og Snog tager toget.",
     ["Signe Kær", "Thomas Okkerstrøm", "Signe Kær", "Thomas Okkerstrøm"]),
    (SCOUTS, "Signe \"[Snog]\" Kær skriver til kommunen. En snog er set i hytten.", ["Signe Kær"]),
    (COUNCIL, "Borgmesteren bød velkommen. [Han] orienterede om budgettet.", ["Jens Agerskov"]),
    (COUNCIL, "Birte Lundhave spurgte, om [hun] kunne få tallene. Økonomichefen lovede [hende] dem inden fredag.",
     ["Birte Lundhave", "Birte Lundhave"]),
    (COUNCIL, "Birte Lundhave (A) stillede ændringsforslag. [Hendes] forslag faldt.", ["Birte Lundhave"]),
    (COUNCIL, "Ali Demir kunne ikke støtte indstillingen, da [han] fandt den usocial.", ["Ali Demir"]),
    (COUNCIL, "Kommunaldirektør Stagis gennemgik sagen, og [økonomichefen] supplerede [hende].",
     ["Per Vindum", "Mona Stagis"]),
    (COUNCIL, "Fru [Lundhave] og hr. [Demir] stemte imod.", ["Birte Lundhave", "Ali Demir"]),
    (COUNCIL, "Viceborgmester Karsten Møllegård overtog mødeledelsen. [Viceborgmesteren] "
     "konstaterede, at punktet var udtømt.", ["Karsten Møllegård"]),
    (COUNCIL, "Teknik- og Miljøudvalgets formand, Sine Rørbæk, forelagde sagen. [Udvalgsformanden] "
     "anbefalede indstillingen.", ["Sine Rørbæk"]),
    (COUNCIL, "Forespørgsel fra Henrik [Lau] om cykelstier. Forespørgeren fik ordet.", ["Henrik Tolstrup Lau"]),
    (COUNCIL, "[Lars] Kvornings suppleant var heller ikke mødt.", ["Lars Kvorning"]),
    (COUNCIL, "[Henrik] T. Lau mente, at det var for dyrt. Også [Tolstrup] Lau stemte imod.",
     ["Henrik Tolstrup Lau", "Henrik Tolstrup Lau"]),
    (COUNCIL, "Ordføreren for Socialdemokratiet, Birte Lundhave, roste forliget. [Hun] takkede også "
     "[borgmesteren] for [hans] indsats.", ["Birte Lundhave", "Jens Agerskov", "Jens Agerskov"]),
    (ASSOCIATION, "Formanden aflagde beretning. [Hans] beretning blev godkendt.", ["Jørgen Hvidkær"]),
    (ASSOCIATION, "Kassereren fremlagde regnskabet. [Hun] oplyste, at restancerne er små.", ["Lissi Abild"]),
    (ASSOCIATION, "Jørgen foreslog Ole Bach fra nr. 12 som dirigent. Ole Bach blev valgt. "
     "[Dirigenten] konstaterede, at alt var i orden.", ["Ole Bach"]),
    (ASSOCIATION, "Else Friis fra nr. 7 spurgte til vejene. [Friis] undrede sig over prisen.", ["Else Friis"]),
    (ASSOCIATION, "Knud Erik blev genvalgt. [Han] modtog stort bifald.", ["Knud Erik Lyhne"]),
    (ASSOCIATION, "[Revisoren] oplyste, at regnskabet var i orden. [Steffensen] takkede kassereren "
     "for det pæne arbejde.", ["Poul Steffensen", "Poul Steffensen"]),
    (ASSOCIATION, "Bodil Sand ønskede ikke genvalg. Jørgen takkede [hende] for seks år.", ["Bodil Sand"]),
    (ASSOCIATION, "Formanden og kassereren gav hinanden hånden. [Hun] takkede for samarbejdet.", ["Lissi Abild"]),
    (ASSOCIATION, "Tak til Lissi for [hendes] arbejde med regnskabet.", ["Lissi Abild"]),
    (ASSOCIATION, "[Sekretæren] sender referatet ud, når [hun] har skrevet det.", ["Bodil Sand", "Bodil Sand"]),
    (ASSOCIATION, "Der blev spurgt til hækken. Det svarede [Knud] Erik på.", ["Knud Erik Lyhne"]),
    (SCHOOL, "[Lærerrepræsentanten] roste eleverne. [Hun] nævnte fx 8. årgang.", ["Gitte Vang", "Gitte Vang"]),
    (SCHOOL, "Nikolaj fra SFO'en orienterede. [Han] søger en vikar.", ["Nikolaj Brix"]),
    (SCHOOL, "Malthe og Freja fra elevrådet fortalte om toiletterne. [Freja] sagde, at de lugter.", ["Freja"]),
    (SCHOOL, "Anne-Mette laver et udkast. Det sender [hun] rundt.", ["Anne-Mette Boe"]),
    (SCHOOL, "[AMB] sender det ud inden jul. [SK] læser korrektur.", ["Anne-Mette Boe", "Signe Kær"]),
    (SCHOOL, "Uzma spurgte, om der er plads. Uffe svarede [hende], at det er der.", ["Uzma Iqbal"]),
    (SCHOOL, "Begge forældre var enige. Thomas og Rasmus talte for. [Sidstnævnte] ville have afstemning.",
     ["Rasmus Tofte"]),
    (SCHOOL, "Pædagogernes [repræsentant] støttede forslaget.", ["Nikolaj Brix"]),
    (SCHOOL, "Tilsynsførende Mads Holst kiggede forbi. [Holst] roste skolen.", ["Mads Holst"]),
    (SCHOOL, "Viceskolelederen og skolelederen deltager begge i mødet. [Førstnævnte] skriver referat.",
     ["Anne-Mette Boe"]),
    (PARISH, "Formanden meddelte, at Vejen er færdig. [Han] takkede Husmand Agerbo for [hans] Indsats.",
     ["N. P. Kragelund", "Chr. Agerbo"]),
    (PARISH, "Lærer [Juhl] udtalte, at Skolen er for lille.", ["Th. Juhl"]),
    (PARISH, "Fru Nørhede fandt det urimeligt. [Hun] henstillede, at Sagen udsættes.", ["Karen Nørhede"]),
    (PARISH, "[P. Kr. Dal] stemte imod, idet [han] fandt Prisen for høj.", ["Peder Kr. Dal", "Peder Kr. Dal"]),
    (PARISH, "Kasserer Bak oplæste Regnskabet. [Kassereren] forlod derpaa Mødet.", ["S. Bak"]),
    (PARISH, "Smed Viborg tilbød at levere Rækværket. Det overdroges til [ham].", ["A. Viborg"]),
    (PARISH, "[Næstformanden] forespurgte, om Broen kunde bære. [Formanden] fandt, at den kunde.",
     ["Chr. Agerbo", "N. P. Kragelund"]),
    (PARISH, "Chr. Agerbo og Th. Juhl valgtes til Udvalget med [førstnævnte] som Formand.", ["Chr. Agerbo"]),
    (WORKS, "[TR] for DSR ønskede punktet udsat.", ["Ilse Marker"]),
    (WORKS, "FOA-tillidsrepræsentanten klagede over vagtplanen. [Hun] vil have svar.", ["Birgit Toft"]),
    (WORKS, "FOA's [tillidsrepræsentant] klagede over vagtplanen.", ["Birgit Toft"]),
    (WORKS, "[AMR'en] orienterede om APV. [Han] indkalder til møde.", ["Kent Lund", "Kent Lund"]),
    (WORKS, "[Arbejdsmiljørepræsentanten] deltager i kurset.", ["Kent Lund"]),
    (WORKS, "[Næstformanden] efterlyste tal. [Centerlederen] sender dem til [hende].",
     ["Birgit Toft", "Hanne Skovbo", "Birgit Toft"]),
    (WORKS, "Køkkenets [repræsentant] savnede et komfur.", ["Susan Holt"]),
    (WORKS, "Formanden og [næstformanden] aftaler dagsordenen. De mødes i uge 32.", ["Birgit Toft"]),
    (WORKS, "[Ole R.] følger op. [Ole] har også nøglen.", ["Ole Rask", "Ole Rask"]),
    (WORKS, "Hanne spurgte Ilse om ferien. [Hun] tøvede.", ["-"]),
    (WORKS, "En pårørende var mødt op. [Hun] klagede over maden.", ["-"]),
    (WORKS, "B-siden v/[Birgit] bad om en pause.", ["Birgit Toft"]),
    (WORKS, "[Referenten] sender ud.", ["Lone Dam"]),
    (WORKS, "[Toft]/[Marker] laver oplæg.", ["Birgit Toft", "Ilse Marker"]),
    # who is asked, or asks, may both be meant; who asks for himself is
    (ASSOCIATION, "Knud Erik fortalte om vejen. Jørgen spurgte, om [han] kendte til sagen.", ["-"]),
    (ASSOCIATION, "Knud Erik fortalte om vejen. Jørgen spurgte, om [han] kunne få planen.", ["Jørgen Hvidkær"]),
    (ASSOCIATION, "Knud Erik fortalte. Lissi spørger Jørgen, om [han] kendte sagen.", ["Jørgen Hvidkær"]),
    (PARISH, "Det overlodes P. Kr. Dal at svare. [Denne] udtalte, at Vejen er god.", ["Peder Kr. Dal"]),
    (PARISH, "P. Kr. Dal oplæste Brevet. [Denne] Sag udsattes.", ["-"]),
    (ASSOCIATION, "Sagen blev overladt til Jørgen. [Denne] oplyste, at hegnet er væltet.", ["Jørgen Hvidkær"]),
    # a thing, or somebody else, stands nearer
    (ASSOCIATION, "Jørgen fremlagde rapporten. [Denne] anbefalede et nyt tag.", ["-"]),
    (ASSOCIATION, "Jørgen fremlagde budgettet. [Denne] gav overskud.", ["-"]),
    (ASSOCIATION, "Jørgen læste et brev fra naboen. [Denne] oplyste, at hegnet er væltet.", ["-"]),
    # whom a relative clause tells of does what it tells
    (ASSOCIATION, "Knud Erik henter brænde. [Han] låner en trailer af Jørgen, som også hjælper [ham] med at læsse.",
     ["Knud Erik Lyhne", "Knud Erik Lyhne"]),
    (ASSOCIATION, "Lissi foreslog, at Bodil og [hun] tager en tur.", ["Lissi Abild"]),
    (ASSOCIATION, "Poul vil ud. Knud Erik og Jørgen tager [hans] tjans.", ["Poul Steffensen"]),
    # who is welcomed is told of
    (ASSOCIATION, "Lissi bød velkommen til Bodil. [Hun] er ny i byen.", ["Bodil Sand"]),
    (ASSOCIATION, "Lissi bød velkommen til Bodil. [Hun] gennemgik dagsordenen.", ["-"]),
    (ASSOCIATION, "Lissi bød velkommen til Bodil. [Hun] orienterer om dagsordenen.", ["-"]),
    (ASSOCIATION, "Lissi bød velkommen til Bodil. [Hun] håber på et godt møde.", ["-"]),
    # another body's chairman
    (SCHOOL, "[Formanden] mødes med [udvalgsformanden] i maj.", ["Signe Kær", "-"]),
    (NURSERY, "[TR FOA] havde intet nyt. [TR BUPL] var på kursus.", ["Jannie Falk", "Sanne Voss"]),
    (NURSERY, "[TR for Yngre Læger] ønskede pause. [TR'en (BUPL)] var enig.", ["Kim Lassen", "Sanne Voss"]),
    (NURSERY, "[BUPL's TR] og [FOA TR] var enige.", ["Sanne Voss", "Jannie Falk"]),
    (NURSERY, "[TR] var ikke til stede.", ["-"]),
    (NURSERY, "[Pædagogisk leder] har været på kursus. [Den pædagogiske leder] deler bilag.",
     ["Camilla Bro", "Camilla Bro"]),
    (NURSERY, "Der skal ansættes en [pædagogisk leder].", ["-"]),
    (NURSERY, "[Lederen] har ferie.", ["Mette Lindhardt"]),
    (WORKS, "[Kents] forslag blev vedtaget. [Han] sætter det i gang.", ["Kent Lund", "Kent Lund"]),
]  # fmt: skip


@pytest.mark.parametrize(("head", "marked", "people"), MEANT)
def test_whom_the_words_mean(head: str, marked: str, people: list[str]) -> None:
    text, places = f"{head}\n1. Sagen\n\n", []
    for piece in marked.split("["):
        word, bracket, rest = piece.partition("]")
        if bracket:
            places.append((len(text), len(text) + len(word)))
        text += word + rest
    record = analyse_text(f"{text}\n")
    names = {p.id: p.name for p in record.participants}
    found = []
    for start, end in places:
        linked = [
            names[m.participant] for m in record.mentions if m.participant and m.span[0] < end and m.span[1] > start
        ]
        found.append(linked[0] if linked else "-")
    assert found == people

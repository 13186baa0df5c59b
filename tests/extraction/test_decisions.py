"""What was decided: the sentence, then `kind | by whom`."""

import pytest

from analyser import analyse_text
from tests.extraction.documents import decided, minutes, said, tasks

DECISIONS = [
    ("Valgt blev lærer Ole Bæk, som takkede for valget.", "appointed | -"),
    ("Vi prøver først med et opslag, som Solveig formulerer.", "agreed | -"),
    ("Batteriet købes, og Solveig taler med uddeleren.", "adopted | -"),
    ("Der indkøbes en ny kaffemaskine.", "adopted | -"),
    ("Herom var man enige.", "agreed | -"),
    ("Udvalget er enig om at søge fonde først.", "agreed | [Kulturudvalget]"),
    ("Emil spurgte, om de må låne traileren. Det måtte de gerne.", "adopted | -"),
    ("Efterårsturen tages op næste gang.", "postponed | -"),
    ("Sidste mødes protokol oplæstes og underskreves.", "adopted | -"),
    ("Festudvalget bliver Solveig, Torkild og Ulla.", "appointed | -"),
    ("Stemmetællere blev have 12 og have 60.", "appointed | -"),
    ("Stemmetællere: Solveig og nr. 14.", "appointed | -"),
    ("Andragendet nægtedes.", "rejected | -"),
    ("Sagen henlagdes.", "postponed | -"),
    ("Man besluttede at lade Sagen bero.", "postponed | -"),
    ("Herom var der Enighed.", "agreed | -"),
    ("Man enedes herom.", "agreed | -"),
    ("Herpaa gik man ikke ind.", "rejected | -"),
    ("Forslaget toges tilbage.", "rejected | -"),
    ("Man havde intet at erindre herimod.", "agreed | -"),
    ("Enkefru Holm fik eftergivet 42 Kr.", "adopted | -"),
    ("Det tillodes Jens Holm at grave Grus.", "adopted | -"),
    ("Skatten nedsattes til 20 Kr.", "adopted | -"),
    ("Prisen blev sat til 50 kr.", "adopted | -"),
    ("Der gives tilskud på 4.000 kr. til spejderne.", "adopted | -"),
    ("Stillingen besattes med Jens Holm.", "appointed | -"),
    ("Forrige Mødes Protokol oplæstes og underskreves.", "adopted | -"),
    ("Bestyrelsens indstilling blev fulgt.", "adopted | -"),
    ("Nej tak til tilbuddet.", "rejected | -"),
    ("Enstemmigt.", "adopted | -"),
    ("Vi gør det!", "agreed | -"),
    ("- Spejderne, nyt telt: 5.000 kr. bevilget (Solveig forlod lokalet)", "adopted | -"),
    ("Alle enige.", "agreed | -"),
    ("Lukkedage 2018 vedtaget: 30. april og 11. maj.", "adopted | -"),
    ("Begge synspunkter videregives til nævnet.", "referred | -"),
    ("Stillingen opslås i avisen.", "agreed | -"),
    ("Man enedes om at indstille Torkild som nr. 1.", "recommended | -"),
    ("Der var enighed om at anbefale forældrene at stemme.", "agreed | -"),
    ("Budgettet blev godkendt.", "adopted | -"),
    ("Referatet godkendtes enstemmigt.", "adopted | -"),
    ("Godkendt.", "adopted | -"),
    ("Udvalget besluttede at købe nye stole.", "adopted | [Kulturudvalget]"),
    ("Forslaget blev forkastet.", "rejected | -"),
    ("Forslaget vandt ikke tilslutning.", "rejected | -"),
    ("Udvalget kunne ikke følge indstillingen.", "rejected | [Kulturudvalget]"),
    ("Det enedes man om.", "agreed | -"),
    ("Enden blev, at salen males.", "agreed | -"),
    ("God idé!", "agreed | -"),
    ("Konklusion: Udvalget støtter forslaget.", "agreed | [Kulturudvalget]"),
    ("Besl.: 14 birke fældes.", "agreed | -"),
    ("Vi bruger 6.000 på stole.", "agreed | -"),
    ("Ingen bemærkninger til referatet.", "adopted | -"),
    ("Referatet gav ikke anledning til bemærkninger.", "adopted | -"),
    ("Dagsorden ok.", "adopted | -"),
    ("3.000 kr. bevilget.", "adopted | -"),
    ("Formanden fik mandat til at købe stole.", "adopted | -"),
    ("Det besluttedes, at alle køb skal godkendes af to.", "adopted | -"),
    ("Afventer svar fra kommunen.", "postponed | -"),
    ("Punktet blev taget af dagsordenen.", "postponed | -"),
    ("Modtages med tak.", "noted | -"),
    ("Torkild dirigent, Solveig referent.", "appointed | -"),
    ("Gruppen består af Torkild, Solveig og Ulla.", "appointed | -"),
    ("Torkild og Ulla udgør arbejdsgruppen.", "appointed | -"),
    ("Genvalg til Torkild Vestmark og Solveig Hjortkær.", "appointed | -"),
    ("Kommunen har pålagt os en plan.", "reported | [Fjordby Kommune]"),
    ("Forslaget blev ikke vedtaget.", "rejected | -"),
    ("Orienteringen blev taget til efterretning.", "noted | -"),
    ("Taget til efterretning.", "noted | -"),
    ("Punktet blev udsat til næste møde.", "postponed | -"),
    ("Udvalget besluttede at udsætte sagen.", "postponed | [Kulturudvalget]"),
    ("Der var enighed om at male salen.", "agreed | -"),
    ("Det blev aftalt, at salen males.", "agreed | -"),
    ("Agnete Brolund blev valgt til formand.", "appointed | -"),
    ("Til næstformand valgtes Torkild Vestmark.", "appointed | -"),
    ("d.Suppleanter: Solveig Hjortkær", "appointed | -"),
    ("Valgudvalg: Agnete Brolund og Torkild Vestmark", "appointed | -"),
    ("Udvalget indstiller, at lokalplanen godkendes.", "recommended | [Kulturudvalget]"),
    ("Sagen blev henvist til økonomiudvalget.", "referred | -"),
    ("Byrådet har vedtaget en ny kulturpolitik.", "reported | [Byrådet]"),
    ("Dagsorden: ok.", "adopted | -"),
    ("Referat fra 20/1 underskrevet.", "adopted | -"),
    ("Vi siger ja tak til et halvt år på prøve.", "adopted | -"),
    ("Takkes nej til.", "rejected | -"),
    ("Det var der stemning for.", "agreed | -"),
    ("Afgøres på næste møde.", "postponed | -"),
    ("Kontaktperson bliver Torkild Vestmark.", "appointed | -"),
    ("Kontaktperson bliver Carsten P.", "appointed | -"),
    ("Beslutning: Indstillingen blev fulgt.", "adopted | -"),
    ("Besluttet: Salen males.", "adopted | -"),
    ("Det billigste tilbud antoges.", "adopted | -"),
    ("Til snefogeder antoges Torkild og Solveig.", "appointed | -"),
    ("Torkild fremlagde regnskabet, der godkendtes uden bemærkninger.", "adopted | -"),
    ("Aftalt: Salen males.", "agreed | -"),
    ("Punktet udgår, da Solveig er syg.", "postponed | -"),
    ("Sagen stilledes i bero.", "postponed | -"),
    ("Sendes til høring.", "agreed | -"),
    ("Trukket af forslagsstilleren.", "rejected | -"),
    ("Forslaget om et hegn blev droppet.", "rejected | -"),
    ("Udvalget sendte sagen tilbage til forvaltningen.", "referred | [Kulturudvalget]"),
    ("Udvalget vedtog med stort flertal at anbefale planen.", "recommended | [Kulturudvalget]"),
    ("Formanden besluttede at lukke salen.", "adopted | Agnete Brolund"),
    ("Turen overdroges til Carl Mark for 8 kr. pr. dag.", "adopted | -"),
    ("Solveig Hjortkær (nyvalgt).", "appointed | -"),
    ("Solveig Hjortkær indtræder som medlem.", "appointed | -"),
    ("Solveig Hjortkær kommer med i festudvalget.", "appointed | -"),
    ("Solveig overtager klassekassen efter jul.", "appointed | -"),
    ("Arbejdsgruppe om taget nedsat: Solveig Hjortkær og Torkild Vestmark.", "appointed | -"),
    ("Valget faldt på Solveig Hjortkær.", "appointed | -"),
    ("Efter en lang snak blev det neon.", "agreed | -"),
    ("Bliver lørdag den 12. november.", "agreed | -"),
    ("Det var der bred opbakning til.", "agreed | -"),
    ("Beslutning:\nDer holdes fest.", "agreed | -"),
    ("Et enigt udvalg vedtog forslaget.", "adopted | [Kulturudvalget]"),
    ("Et flertal i udvalget vedtog indstillingen.", "adopted | [Kulturudvalget]"),
    ("Et flertal af udvalgets medlemmer valgte tilbuddet fra el-firmaet.", "adopted | [Kulturudvalget]"),
    ("Flertallet (V, C og O) vedtog indstillingen.", "adopted | -"),
    ("Der meddeltes Solveig Hjortkær prokura i forening med kassereren.", "adopted | -"),
    ("Der gives kassereren fuldmagt til at hæve pengene.", "adopted | -"),
    ("Indsigelsen noteres.", "noted | -"),
    ("Forbeholdet blev noteret.", "noted | -"),
    ("Udvalget noterede orienteringen.", "noted | [Kulturudvalget]"),
    ("Det er der delte meninger om, og vi lader det ligge i år.", "rejected | -"),
    ("Udvalget lod sagen ligge.", "rejected | [Kulturudvalget]"),
    ("Kontingentet er uændret 850 kr.", "adopted | -"),
    ("Der er opbakning til forslaget.", "agreed | -"),
    ("Resultatet blev, at salen males.", "agreed | -"),
    ("Prisen går til Café Hjulet.", "adopted | -"),
    ("Regnskabet gennemgikes og underskreves uden bemærkninger.", "adopted | -"),
    ("Man vedtog at indstille til generalforsamlingen, at resten henlægges.", "recommended | -"),
    ("Udvalget besluttede at indstille, at sagen udsættes.", "recommended | [Kulturudvalget]"),
    ("Det overlodes til kassereren at afslutte kontrakten.", "adopted | -"),
    ("Sagen blev overladt til forretningsudvalget.", "referred | -"),
    ("Sagen er udsat til næste møde.", "postponed | -"),
    ("Sidstnævnte forslag bortfaldt.", "rejected | -"),
    ("Grøn telefonlinje: nedstemt, da den er for dyr.", "rejected | -"),
    ("Sag 18-034: Afslag.", "rejected | -"),
    ("Solveig er dermed næstformand.", "appointed | -"),
    ("Ved afstemningen fik Solveig 4 stemmer og Torkild 3, og Solveig er dermed formand.", "appointed | -"),
    ("Aftaleseddel 17: Godkendt af kassereren.", "adopted | Torkild Vestmark"),
    ("Aftaleseddel 17: Godkendt af ejeren.", "adopted | -"),
    ("Klimafestival (60.000 kr.): enstemmigt vedtaget.", "adopted | -"),
    ("Agnete Brolund valgte løsning B, merpris 64.000 kr.", "adopted | Agnete Brolund"),
    ("Aftaleseddel 22 (dræn) godkendes af Torkild.", "adopted | Torkild Vestmark"),
    ("Løsning B vælges.", "adopted | -"),
    ("Den billigste model vælges.", "adopted | -"),
    ("Forslagsstilleren Torkild Vestmark vælges til udvalget.", "appointed | -"),
    ("Efter formandens forslag genvalgtes vagtmesteren.", "appointed | -"),
    ("Et flertal bestående af Torkild (V), Agnete (V) og Ulla (A) anbefaler pkt. 1.", "recommended | -"),
    ("Et flertal (V, C) afviser ansøgningen.", "rejected | -"),
    ("Formanden konstaterede, at forslaget var vedtaget.", "adopted | -"),
    ("1. suppleant: Torkild", "appointed | -"),
    ("Dirigent blev Torkild.", "appointed | -"),
    ("Ny kasserer er Solveig.", "appointed | -"),
    ("Torkild blev foreslået som dirigent og valgt.", "appointed | -"),
    ("Som nyt medlem af udvalget indtrådte Torkild.", "appointed | -"),
    ("Genvalg over hele linjen.", "appointed | -"),
    ("Torkild: genvalgt", "appointed | -"),
    ("Det tilsluttede udvalget sig ikke.", "rejected | [Kulturudvalget]"),
    ("Det henstilles til kommunen at rydde sne.", "recommended | -"),
    ("Forslaget kunne ikke samle flertal.", "rejected | -"),
    ("Punktet tages af dagsordenen.", "postponed | -"),
    ("Udvalget fulgte forvaltningens indstilling.", "adopted | [Kulturudvalget]"),
    ("Torkild foreslog at sælge huset, men det var der ikke flertal for.", "rejected | -"),
    ("Byrådet har på sit møde den 3. marts godkendt planen.", "reported | [Byrådet]"),
    ("Sagen tages op igen, når regnskabet foreligger.", "postponed | -"),
    ("Udvalget består herefter af Torkild (formand), Solveig og Ulla.", "appointed | -"),
]


@pytest.mark.parametrize(("text", "fact"), DECISIONS)
def test_decisions(text: str, fact: str) -> None:
    record = minutes(text)
    assert decided(record) == [fact]
    (decision,) = record.decisions
    assert decision.text == record.text[slice(*decision.span)]
    assert decision.text in text
    assert decision.item == "i1"


NO_DECISIONS = [
    "Billetter købes på nettet.",
    "Frimærkerne købes på posthuset.",
    "Flertallet stemte for loven.",
    "Øllet købes ofte for dyrt.",
    "Bladet købes af mange.",
    "Der købes ind på Netto.",
    "Folketingets flertal stemte for loven i maj.",
    "Et flertal stemte for i Folketinget.",
    "Vi talte om farven, og flertallet var for rødt.",
    "Billetterne kan købes på nettet.",
    "Torkild måtte gerne komme før.",
    "Ingen stemte imod.",
    "Torkild Vestmark stemte for.",
    "Imod stemte Torkild Vestmark.",
    "Politiet anbefalede kl. 03.",
    "Der var bevilget hjælp til 11 pensionister.",
    "Torkild oplyste, at han går, hvorfor der skal udpeges en ny.",
    "Budgettet blev drøftet.",
    "Hvis budgettet bliver godkendt, købes der stole.",
    "Kan budgettet blive godkendt?",
    "Torkild Vestmark foreslog, at budgettet godkendes.",
    "Torkild Vestmark takkede for den godkendte plan.",
    "Intet.",
    "Der henvistes til note 9.",
    "Vi mangler en frivillig.",
    "Beslutning\nTorkild var forhindret i at deltage.",
    "Torkild tog kritikken til efterretning.",
    "Kritikken tog Torkild til efterretning.",
    "Han anbefalede det dyreste.",
    "Det blev en god aften.",
    "2 stemmer faldt på Torkild Vestmark.",
    "Byggeriet består af to huse.",
    "Formanden orienterede om følgende:\n- Den nye bil er leveret\n- Mødet i maj",
    "Beslutning:\nFormanden orienterede om følgende:\n- Den nye bil er leveret\n- Mødet i maj",
    "Indstilling\nUdvalget har et nyt hus.",
    "Beslutning\nLokalplan- og Byudvalget den 14-06-2016:",
    "Beslutning\nSolveig Hjortkær undlod at deltage i behandlingen.",
    "Beslutning\nSag nr. 91 blev behandlet som første punkt.",
    "Beslutning\nTilmelding sker til sekretariatet.",
    "Det blev noteret, at taget er utæt.",
    "Resultatet blev et overskud på 611.000 kr.",
    "Næste møde aftales senere.",
    "To kandidater var indstillet: Café Hjulet og biblioteket.",
    "Resten af overskuddet henlægges.",
    "Gravearbejdet er udsat til august.",
    "Torkild tilretter udkastet før mødet i maj, hvor budgettet skal endeligt vedtages.",
    "Beslutning\nListe Ø kan ikke tiltræde, idet man ønsker lavere huse.",
    "Det er for dyrt, mente Torkild.",
    "Der vælges en ny formand på næste møde.",
    "Dirigenten konstaterede, at regnskabet var godkendt af revisor.",
    "Torkild konstaterede, at byggeandragendet er godkendt.",
    "Solveig spurgte formanden, og Torkild konstaterede, at budgettet blev godkendt og sendt til kommunen sidste år.",
    "Revisor konstaterede, at regnskabet var godkendt med forbehold af banken.",
    "Udvalget består nu af fem medlemmer.",
    "Torkild følger forvaltningens indstilling.",
    "Referatet godkendes af Torkild senest den 1. maj.",
    "Torkild: modtager ikke genvalg",
    "Andelsværdien foreslås fastsat til 12.000 kr.",
    "Vi lander på et lille plus.",
    "Underskrevet digitalt af dirigenten",
]


@pytest.mark.parametrize("text", NO_DECISIONS)
def test_no_decision(text: str) -> None:
    assert decided(minutes(text)) == []


SEVERAL = [
    ("Referatet blev godkendt, og regnskabet blev udsat.", ["adopted | -", "postponed | -"]),
    ("Dette vedtoges, og kassereren bemyndigedes til at annoncere.", ["adopted | -", "adopted | -"]),
    ("Det paalagdes udvalget at lade vejen gruse.", ["adopted | -"]),
    ("Besluttet at gå i gang, da kravet er opfyldt.", ["adopted | -"]),
    ("Udvalget siger ja tak, og der afsættes 4.000 kr.", ["adopted | [Kulturudvalget]"]),
    ("Aftalt at gå i gang.", ["agreed | -"]),
    ("Det blev besluttet at male salen, og arbejdet blev udsat til maj.", ["adopted | -", "postponed | -"]),
    ("Udvalget vedtog planen, og arbejdet begynder i maj.", ["adopted | [Kulturudvalget]"]),
    ("Planen blev vedtaget, og Torkild laver en liste.", ["adopted | -"]),
]


@pytest.mark.parametrize(("text", "facts"), SEVERAL)
def test_two_clauses_decide_twice(text: str, facts: list[str]) -> None:
    assert decided(minutes(text)) == facts


def test_a_proposal_under_its_heading_is_no_decision_of_this_meeting() -> None:
    record = minutes("Indstilling\nForvaltningen indstiller, at huset sælges.\n\nBeslutning\nUdsat.")
    assert decided(record) == ["recommended | [Forvaltningen]", "postponed | -"]


def test_a_body_that_decides_says_nothing_besides() -> None:
    record = minutes("Udvalget besluttede at købe nye stole.")
    assert said(record) == []


@pytest.mark.parametrize(
    "text",
    [
        "Et flertal bestående af Torkild (V), Agnete (V) og Ulla (A) anbefaler pkt. 1.",
        "Torkild: genvalgt",
        "Torkild: modtager ikke genvalg",
        "Torkild ønskede ikke genvalg.",
        "Torkild meldte sig som chauffør.",
    ],
)
def test_who_decides_or_stands_says_nothing(text: str) -> None:
    assert said(minutes(text)) == []


def test_what_is_decided_before_and_behind_a_statement() -> None:
    assert decided(minutes("Budgettet blev godkendt, og formanden takkede for arbejdet.")) == ["adopted | -"]
    assert decided(minutes("Torkild fremlagde regnskabet, hvorefter det blev godkendt.")) == ["adopted | -"]
    assert decided(minutes("Torkild foreslog Solveig, som blev valgt.")) == ["appointed | -"]
    assert decided(minutes("Torkild foreslog en udflugt, det var der stemning for.")) == ["agreed | -"]
    assert decided(minutes("Torkild foreslog en udflugt, hvilket der ikke var stemning for.")) == ["rejected | -"]
    record = minutes("Udvalget tog orienteringen til efterretning og bad om et notat.")
    assert decided(record) == ["noted | [Kulturudvalget]"]


ELECTED = [
    ("Torkild og Solveig.", 1),
    ("Dirigent: Torkild\nReferent: Solveig", 2),
    ("Suppleanter: 1. Torkild Vestmark, 2. Solveig Hjortkær.", 1),
    ("Kasserer: Torkild Vestmark (genvalgt)", 1),
    ("På valg: Torkild og Solveig.", 0),
    ("Revisor: ingen kandidat.", 0),
]


@pytest.mark.parametrize(("text", "appointed"), ELECTED)
def test_names_below_a_heading_of_elections_were_elected(text: str, appointed: int) -> None:
    record = minutes(f"Bussen kører.\n\nAd 1a. Valg til bestyrelsen\n{text}")
    assert decided(record) == ["appointed | -"] * appointed
    assert said(record) == []


def test_no_remarks_adopt_what_is_up_for_approval() -> None:
    record = minutes(
        "Bussen kører.\n\nAd 1a. Godkendelse af referat\nIngen bemærkninger.\n\nAd 1b. Taget\nIngen bemærkninger."
    )
    assert decided(record) == ["adopted | -"]


BESIDE_A_STATEMENT = [
    ("Torkild fremlagde sagen, og det blev besluttet:\n- Salen males.", "adopted | -"),
    ("Torkild orienterede om taget, og det blev aftalt, at Solveig indhenter tilbud:", "agreed | -"),
    ("Torkild fortalte om turen, og der blev valgt en god bus.", "adopted | -"),
    ("Torkild fremlagde sagen, og det blev besluttet at sælge.", "adopted | -"),
    ("Torkild fremlagde budgettet, hvorefter udvalget godkendte det.", "adopted | [Kulturudvalget]"),
    ("Efter en drøftelse, hvor Torkild bad om ro, vedtog udvalget at male salen.", "adopted | [Kulturudvalget]"),
    ("Efter en drøftelse, hvor bl.a. Torkild og Solveig advarede, blev det besluttet at sælge.", "adopted | -"),
    ("Da Torkild foreslog at sælge huset, blev det vedtaget at få det vurderet.", "adopted | -"),
    ("Efter at Torkild havde orienteret om tallene, godkendtes budgettet.", "adopted | -"),
]


@pytest.mark.parametrize(("text", "fact"), BESIDE_A_STATEMENT)
def test_a_clause_decides_beside_what_somebody_says(text: str, fact: str) -> None:
    assert decided(minutes(text)) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Torkild oplyste, at taget er utæt, og at det blev besluttet at vente.",
        "Torkild oplyste, at taget, som er utæt, bliver godkendt til salg, hvis tilsynet siger ja.",
        "Efter en drøftelse, hvor Torkild bad om ro, foreslog han at godkende budgettet.",
    ],
)
def test_what_somebody_tells_is_decided_by_no_clause(text: str) -> None:
    assert decided(minutes(text)) == []


@pytest.mark.parametrize("letters", ["KU", "Kulturudvalget", "Udvalget"])
def test_a_body_by_its_letters(letters: str) -> None:
    assert decided(minutes(f"{letters} godkendte budgettet.")) == ["adopted | [Kulturudvalget]"]


def test_a_label_on_the_line_belongs_to_the_decision() -> None:
    (decision,) = minutes("Aftalt: Salen males i maj.").decisions
    assert decision.text == "Aftalt: Salen males i maj."


def test_a_body_with_an_adjective_keeps_its_name() -> None:
    record = analyse_text("Teknisk Udvalg\nDato: 18. august 1994\n\n1. Torvet\nUdvalget besluttede at købe stole.\n")
    assert [d.by and d.by.name for d in record.decisions] == ["Teknisk Udvalg"]


A_LINE_EACH = [
    "Udvalget besluttede:\n- Salen males i maj.\n- Der købes nye stole.",
    "Udvalget besluttede følgende:\n1. Salen males i maj\n2. Der købes nye stole",
    "Der var enighed om følgende:\n- Salen males. Farven er hvid.\n- Der købes nye stole",
    "Følgende blev vedtaget:\na) Salen males i maj\nb) Der købes nye stole",
    "Beslutning:\n- Salen males i maj.\n- Der købes nye stole.",
]


@pytest.mark.parametrize("text", A_LINE_EACH)
def test_lines_that_are_sentences_are_a_decision_each(text: str) -> None:
    first, second = minutes(text).decisions
    assert "Salen males" in first.text
    assert "stole" not in first.text
    assert "Der købes nye stole" in second.text


WHOLE_LISTS = [
    "Det blev besluttet, at:\n- salen males\n- der købes nye stole",
    "Udvalget besluttede,\n- at salen males, og\n- at der købes nye stole.",
    "Udvalget besluttede:\nAt salen males.\nAt der købes nye stole.",
    "Udvalget besluttede at:\n- male salen\n- købe nye stole",
    "Det blev besluttet at købe:\n- 10 borde\n- 20 nye stole",
    "Referatet blev godkendt med følgende rettelser:\n- Salen males i maj\n- Der købes nye stole",
    "Udvalget godkendte:\n- Budgettet\n- Indkøb af nye stole",
]


@pytest.mark.parametrize("text", WHOLE_LISTS)
def test_lines_that_are_parts_of_a_sentence_are_one_decision(text: str) -> None:
    (decision,) = minutes(text).decisions
    assert decision.text.startswith(text.split("\n")[0])
    assert decision.text.rstrip(".").endswith(("stole", "maj"))


def test_a_line_that_gives_a_task_is_no_decision_besides() -> None:
    record = minutes("Udvalget besluttede:\n- Salen males i hvidt.\n- Torkild køber nye stole.")
    assert decided(record) == ["adopted | [Kulturudvalget]"]
    assert tasks(record) == ["Torkild Vestmark | -"]


def test_the_title_of_an_item_is_no_label_of_a_decision() -> None:
    record = analyse_text(minutes("").text.replace("Nyt fra kommunen", "Julefest: Budgettet blev godkendt."))
    assert [d.text for d in record.decisions] == ["Budgettet blev godkendt."]

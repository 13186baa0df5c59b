"""Who is to do what by when: the sentences, then `who | first day/last day` for each."""

import pytest

from analyser import analyse_text
from tests.extraction.documents import HEAD, decided, minutes, said, tasks

ACTIONS = [
    ("Torkild får vvs-manden til at sætte pumpen i.", ["Torkild Vestmark | -"]),
    ("Solveig får de unge til at hejse flaget.", ["Solveig Hjortkær | -"]),
    ("Solveig får naboen til at klippe hækken.", ["Solveig Hjortkær | -"]),
    ("Solveig får kommunen til at feje.", ["Solveig Hjortkær | -"]),
    ("Solveig får Torkild til at ringe.", ["Solveig Hjortkær | -"]),
    ("Solveig får sin søn til at se på printeren.", ["Solveig Hjortkær | -"]),
    ("Det må Torkild kigge på.", ["Torkild Vestmark | -"]),
    ("Torkild og et par fædre reparerer taget.", ["Torkild Vestmark | -"]),
    ("Vi prøver først med et opslag, som Solveig formulerer.", ["Solveig Hjortkær | -"]),
    ("- Tilladelse fra beredskabet: Torkild inden 1. maj", ["Torkild Vestmark | ../2024-05-01"]),
    ("Solveig har lavet en drejebog, som hun sender rundt.", ["Solveig Hjortkær | -"]),
    ("Teksten rettes til af Torkild og Solveig.", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("Plakaten laves af Torkild og hænges op af Ulla.", ["Torkild Vestmark | -", "Ulla Ravnholm Tange | -"]),
    ("Torkild og Ulla er tovholdere sammen med Solveig.", ["Torkild Vestmark | -", "Ulla Ravnholm Tange | -"]),
    ("Torkild og Solveig sammen inviterer naboerne.", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("Det tager Torkild videre.", ["Torkild Vestmark | -"]),
    ("Solveig har kontakten til spejderne og følger op.", ["Solveig Hjortkær | -"]),
    ("Opgave: Kontakte banken (Torkild)", ["Torkild Vestmark | -"]),
    ("Kontakte banken – ansvarlig Torkild", ["Torkild Vestmark | -"]),
    ("Det paalagdes Formanden at rense Grøften.", ["Agnete Brolund | -"]),
    ("Formanden fik i Opdrag at syne Vejen.", ["Agnete Brolund | -"]),
    ("Torkild undersøger prisen efter sommerferien.", ["Torkild Vestmark | -"]),
    ("Torkild undersøger prisen senest d. 3.", ["Torkild Vestmark | ../2024-04-03"]),
    ("Torkild undersøger prisen i uge 20-22.", ["Torkild Vestmark | 2024-05-13/2024-06-02"]),
    ("- Alarmkæden ajourføres inden 1/5 - URT", ["Ulla Ravnholm Tange | ../2024-05-01"]),
    ("- Taget fornyes i uge 20 – Torkild", ["Torkild Vestmark | 2024-05-13/2024-05-19"]),
    ("Torkild ville dog undersøge, hvad det koster.", ["Torkild Vestmark | -"]),
    (
        "Solveig låner billeder på arkivet, mens Torkild læser korrektur inden den 1. maj 2024.",
        ["Solveig Hjortkær | -", "Torkild Vestmark | ../2024-05-01"],
    ),
    ("Torkild sætter plakater op senest mandag den 3. juni.", ["Torkild Vestmark | ../2024-06-03"]),
    ("Det aftaltes, at Torkild Vestmark fremlægger en plan på næste møde.", ["Torkild Vestmark | -"]),
    ("Torkild Vestmark rykker dem, og hvis de ikke betaler, sender han dem til inkasso.", ["Torkild Vestmark | -"]),
    ("Torkild Vestmark undersøger taget.", ["Torkild Vestmark | -"]),
    ("Torkild Vestmark undersøger taget senest den 1. maj 2024.", ["Torkild Vestmark | ../2024-05-01"]),
    ("Formanden skal rundsende et udkast inden udgangen af april.", ["Agnete Brolund | ../2024-04-30"]),
    (
        "Torkild Vestmark og Solveig Hjortkær skal udarbejde et udkast i uge 20.",
        ["Torkild Vestmark | 2024-05-13/2024-05-19", "Solveig Hjortkær | 2024-05-13/2024-05-19"],
    ),
    ("Herefter kontakter Solveig Hjortkær skolen.", ["Solveig Hjortkær | -"]),
    ("Kommunen undersøger sagen.", ["[Fjordby Kommune] | -"]),
    ("Det blev aftalt, at Solveig Hjortkær kontakter skolen.", ["Solveig Hjortkær | -"]),
    ("Ansvarlig: Torkild Vestmark", ["Torkild Vestmark | -"]),
    ("Udkastet rundsendes. Ansvarlig: Torkild Vestmark. Frist: 1. maj 2024.",
     ["Torkild Vestmark | 2024-05-01/2024-05-01"]),
    ("Handling: Udkast laves\nAnsvarlig: Torkild Vestmark\nFrist: 1. maj 2024",
     ["Torkild Vestmark | 2024-05-01/2024-05-01"]),
    ("Kostpolitikken tilrettes af Torkild.", ["Torkild Vestmark | -"]),
    ("Skolen kontaktes snarest af Torkild.", ["Torkild Vestmark | -"]),
    ("@Torkild: Undersøg prisen på taget.", ["Torkild Vestmark | -"]),
    ("Undersøg prisen på taget @Torkild", ["Torkild Vestmark | -"]),
    ("Prisen er ukendt.\n→ Torkild", ["Torkild Vestmark | -"]),
    ("Bestille borde → Torkild og Solveig", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("- Bestil borde og bænke (Torkild)", ["Torkild Vestmark | -"]),
    ("- Bestille borde (TV, inden 1/5)", ["Torkild Vestmark | ../2024-05-01"]),
    ("- Indhent tilbud på maling – Solveig – frist 1. maj", ["Solveig Hjortkær | ../2024-05-01"]),
    ("- Send referat til alle, Torkild", ["Torkild Vestmark | -"]),
    ("Torkild sagde ja til at skrive til naboerne.", ["Torkild Vestmark | -"]),
    ("Torkild sagde ja til at genopstille.", []),
    ("Torkild meldte sig som kandidat til bestyrelsen.", []),
    ("- Send referatet til Solveig, Torkild og Ulla", []),  # who gets it
    ("- Send referatet til formanden, Torkild og Ulla", []),
    ("- Inviter Solveig, Torkild, Ulla", []),
    ("- Undersøge om der er plads til Solveig, Torkild og Ulla", []),
    ("Torkild, Solveig: bestille borde", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("Opgave til Torkild: ring til kommunen.", ["Torkild Vestmark | -"]),
    ("Ansvarlig/frist: Torkild / 1. maj", ["Torkild Vestmark | 2024-05-01/2024-05-01"]),
    ("Ansv. TV, frist 1/5", ["Torkild Vestmark | ../2024-05-01"]),
    ("Som aftalt sender Torkild papirerne rundt.", ["Torkild Vestmark | -"]),
    ("Det blev besluttet at indhente tilbud (Torkild).", ["Torkild Vestmark | -"]),
    ("Der laves en plakat (Torkild).", ["Torkild Vestmark | -"]),
    ("Vi skal have købt nye stole (TV).", ["Torkild Vestmark | -"]),
    ("Solveig sørger for pynt, Torkild for vin og Ulla for brød.",
     ["Solveig Hjortkær | -", "Torkild Vestmark | -", "Ulla Ravnholm Tange | -"]),
    ("Torkild sagde ja til at bage.", ["Torkild Vestmark | -"]),
    ("Torkild meldte sig som chauffør.", ["Torkild Vestmark | -"]),
    ("Torkild spørger til taget; Solveig undersøger det og giver tilbagemelding.", ["Solveig Hjortkær | -"]),
    ("Det aftales, at TV og URT laver et skema. Deadline 1. maj.",
     ["Torkild Vestmark | ../2024-05-01", "Ulla Ravnholm Tange | ../2024-05-01"]),
    ("Referatet godkendes af Torkild senest den 1. maj.", ["Torkild Vestmark | ../2024-05-01"]),
    ("Torkild har kage med til næste møde.", ["Torkild Vestmark | -"]),
    ("- Torkild + Solveig: kage og kaffe", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("- grill: Torkild + Solveig", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("Den 3. april 2024 afholdes der temamøde.", ["- | 2024-04-03/2024-04-03"]),
    ("Lyngdal undersøger taget.", ["? | -"]),  # there are two
    ("Solveig foreslog en fest. Det støttede Torkild. Hun laver en liste.", ["Solveig Hjortkær | -"]),
    ("Torkild får ændret fuldmagten inden udgangen af marts.", ["Torkild Vestmark | ../2024-03-31"]),
    ("Det ser Torkild på.", ["Torkild Vestmark | -"]),
    ("Det tager formanden sig af.", ["Agnete Brolund | -"]),
    ("TV beklager og tager det med til bestyrelsen.", ["Torkild Vestmark | -"]),
    ("Vi blev enige om at svare, og det gør Torkild inden 1. april.", ["Torkild Vestmark | ../2024-04-01"]),
    ("Træerne tager Solveig med tilbage.", ["Solveig Hjortkær | -"]),
    ("Inden sommerferien laver formanden et udkast.", ["Agnete Brolund | ../2024-06-30"]),
    ("Formand og kasserer affatter brevet.", ["Agnete Brolund | -", "Torkild Vestmark | -"]),
    ("Torkild sender det til formanden, som indsender svaret.", ["Torkild Vestmark | -", "Agnete Brolund | -"]),
    ("Torkild og Solveig blev valgt til at smage maden.", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("Torkild tog opgaven med hjem.", ["Torkild Vestmark | -"]),
    ("Udvalget bad kassereren om et notat.", ["Torkild Vestmark | -"]),
    ("Ulla nævnte, at det haster; Torkild undersøger sagen.", ["Torkild Vestmark | -"]),
    ("Udkast skrives af Torkild, som har det klar den 16. april.", ["Torkild Vestmark | 2024-04-16/2024-04-16"]),
    ("Rykkere udsendes (Torkild).", ["Torkild Vestmark | -"]),
    ("Indkaldelse i avisen: Torkild, senest 3. april.", ["Torkild Vestmark | ../2024-04-03"]),
    ("Ansvarlig for indberetning: Torkild", ["Torkild Vestmark | -"]),
    ("Agnete orienterede om turen. Torkild finder tre borde og en lastbil.", ["Torkild Vestmark | -"]),
    ("→ Torkild undersøger prisen", ["Torkild Vestmark | -"]),
    ("➡ Torkild og Solveig undersøger prisen", ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),
    ("Torkild finder tre tilbud senest 20. september.", ["Torkild Vestmark | ../2024-09-20"]),
    ("Rykkere udsendes – Torkild.", ["Torkild Vestmark | -"]),
    ("Rykkere udsendes /TV", ["Torkild Vestmark | -"]),
    ("TV: Rydder fortovet senest 1/4.", ["Torkild Vestmark | ../2024-04-01"]),
    ("Torkild orienterer naboerne.", ["Torkild Vestmark | -"]),
    ("Torkild melder tilbage på næste møde.", ["Torkild Vestmark | -"]),
    ("Kassereren bemyndigedes enstemmigt til at købe stole.", ["Torkild Vestmark | -"]),
    ("Kassereren blev enstemmigt bemyndiget til at købe stole.", ["Torkild Vestmark | -"]),
    ("Det overlodes til bestyrelsen at afslutte kontrakten.", ["[bestyrelsen] | -"]),
    ("Det blev overladt til Torkild at finde en dato.", ["Torkild Vestmark | -"]),
    ("Kassereren optager lånet.", ["Torkild Vestmark | -"]),
    ("Torkild og personalet pynter.", ["Torkild Vestmark | -", "[personalet] | -"]),
    ("Kommunerne indsender forslag senest den 1. september 2024.", ["[Kommunerne] | ../2024-09-01"]),
    ("Der var enighed om, at sekretariatet til næste møde fremlægger et forslag.", ["[sekretariatet] | -"]),
    ("Det blev aftalt, at Torkild snarest kontakter kommunen.", ["Torkild Vestmark | -"]),
    (
        "Solveig blev valgt som tovholder på festivalen og kommer med et udkast inden 23. juni.",
        ["Solveig Hjortkær | ../2024-06-23"],
    ),
    ("Torkild finder en oplægsholder om grønne indkøb.", ["Torkild Vestmark | -"]),
    ("Formanden bad Torkild rydde fortovet.", ["Torkild Vestmark | -"]),
    ("Opgaven overdrages til Torkild.", ["Torkild Vestmark | -"]),
    ("Forvaltningen skal undersøge sagen.", ["[Forvaltningen] | -"]),
    ("Torkild vil tage sagen op med skolen.", ["Torkild Vestmark | -"]),
    ("Torkild får fat i en montør.", ["Torkild Vestmark | -"]),
    ("Økonomi: 2.500 kr. bevilget.\nTorkild henter borde, Solveig køber ind.",
     ["Torkild Vestmark | -", "Solveig Hjortkær | -"]),  # the label is for its own line
    ("Torkild rundsender udkastet i uge 20, og Solveig mindede om fristen.",
     ["Torkild Vestmark | 2024-05-13/2024-05-19"]),
    ("Festen holdes lørdag den 11. maj. Torkild og Ulla deltager.",
     ["- | 2024-05-11/2024-05-11", "Torkild Vestmark | 2024-05-11/2024-05-11",
      "Ulla Ravnholm Tange | 2024-05-11/2024-05-11"]),
    ("Sagen genoptages den 4. april. Torkild laver inden da et notat.",
     ["Torkild Vestmark | 2024-04-04/2024-04-04"]),
    ("Torkild laver en liste.\nTV, uge 15", ["Torkild Vestmark | 2024-04-08/2024-04-14"]),
    ("Sandet skiftes til foråret.", ["- | 2024-03-01/2024-05-31"]),
    ("Torkild rykker inden næste fredag.", ["Torkild Vestmark | ../2024-03-22"]),
    ("Torkild Vestmark undersøger taget. Han kontakter tømreren.", ["Torkild Vestmark | -", "Torkild Vestmark | -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), ACTIONS)
def test_actions(text: str, facts: list[str]) -> None:
    record = minutes(text)
    assert tasks(record) == facts
    for action in record.actions:
        assert action.text == record.text[slice(*action.span)]
        if action.due is not None:
            assert action.due.span is not None
            assert record.text[slice(*action.due.span)] == action.due.text


def test_a_table_of_tasks() -> None:
    record = minutes(
        "Der er to opgaver.\n\nOpgave\tAnsvarlig\tFrist\nPlan\tTorkild\t3/4\nOplæg\tSolveig og Ulla\tsnarest"
    )
    assert tasks(record) == [
        "Torkild Vestmark | 2024-04-03/2024-04-03",
        "Solveig Hjortkær | -",
        "Ulla Ravnholm Tange | -",
    ]
    assert [a.text for a in record.actions] == ["Plan\tTorkild\t3/4", *["Oplæg\tSolveig og Ulla\tsnarest"] * 2]


def test_a_table_of_tasks_with_more_columns() -> None:
    record = minutes("Der er to opgaver.\n\nNr.\tHvem\tHvad\tHvornår\n1\tTV\tPlan\t3/4\n2\tSolveig\tOplæg\t4/4")
    assert tasks(record) == ["Torkild Vestmark | 2024-04-03/2024-04-03", "Solveig Hjortkær | 2024-04-04/2024-04-04"]


def test_a_margin_beside_news_of_somebody_is_no_task() -> None:
    record = minutes("Indmeldt i foreningen\tTorkild\t3. april\nValgt som suppleant for to år\tTV\t10. april 2025")
    assert tasks(record) == []


def test_a_margin_says_who_and_when() -> None:
    record = minutes(
        "Agnete ønsker en ny tidsplan senest 12/4.\tTV\nTorkild sender planen.\tTV\t05-04-2024\nBussen kører.\tURT"
    )
    assert tasks(record) == ["Torkild Vestmark | ../2024-04-12", "Torkild Vestmark | 2024-04-05/2024-04-05"]


def test_a_birthday_in_a_list_is_no_task() -> None:
    assert tasks(minutes("Torkild fylder rundt\tTorkild\t5. juni")) == []
    assert tasks(minutes("Torkild køber gave til Ulla\tTorkild\t5. juni")) == [
        "Torkild Vestmark | 2024-06-05/2024-06-05"
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Torkild laver et udkast til næste møde.\nNæste møde: onsdag den 3. april kl. 19",
         ["Torkild Vestmark | 2024-04-03/2024-04-03"]),
        ("Torkild laver et udkast inden næste møde, mens Solveig bager.\n\nAd 3. Næste møde\nOnsdag den 3. april.",
         ["Torkild Vestmark | ../2024-04-03", "Solveig Hjortkær | -"]),
        ("Torkild laver et udkast til næste gang.\n\nAd 3. Næste møde 3. april",
         ["Torkild Vestmark | 2024-04-03/2024-04-03"]),
        ("Torkild laver et udkast til næste møde i festudvalget.\nNæste møde: 3. april", ["Torkild Vestmark | -"]),
        ("Torkild laver et udkast til næste møde.\nNæste møde: 3. april\nNæste møde: 5. april",
         ["Torkild Vestmark | -"]),
    ],
)  # fmt: skip
def test_the_next_meeting_is_a_day_where_the_minutes_give_it(text: str, facts: list[str]) -> None:
    assert tasks(analyse_text(f"{HEAD}{text}\n")) == facts


def test_each_label_for_something_is_a_task() -> None:
    record = minutes("Ansvarlig for kaffe: Torkild. Ansvarlig for kage: Solveig.")
    assert [(a.responsible and a.responsible.name, a.text) for a in record.actions] == [
        ("Torkild Vestmark", "Ansvarlig for kaffe: Torkild."),
        ("Solveig Hjortkær", "Ansvarlig for kage: Solveig."),
    ]


def test_a_promise_is_said_and_to_be_done() -> None:
    record = minutes("Torkild Vestmark lovede at undersøge sagen inden den 1. maj 2024.")
    assert tasks(record) == ["Torkild Vestmark | ../2024-05-01"]
    assert [(s.verb, s.act) for s in record.statements] == [("love", "commit")]


NO_ACTIONS = [
    "Kassereren, uddeler Torkild Vestmark, oplæste regnskabet.",
    "Bestyrelse: Solveig genvalgt. Ny: Ulla Tange, have 33.",
    "Torkild får lov til at låne salen.",
    "Torkild får nøglen til at åbne skuret.",
    "Torkild får tilladelsen til at grave.",
    "Torkild får Statens støtte til at bygge.",
    "Torkild får sine penge til at slå til.",
    "Solveig får mulighed for at komme til at tale.",
    "Det må Torkild selv om.",
    "Murermesteren forlanger 23.500 kr.",
    "Torkild holder ferie i uge 12, så ring til Solveig.",
    "Torkild fylder 60 den 3. juni.",
    "Klubben har en bil, som Torkild passer.",
    "Skolen har købt en bus, som Torkild kører.",
    "Torkild har skrevet en sang, som Solveig synger.",
    "Solveig har lavet en kage, som Torkild spiser.",
    "Opdater listen over medlemmer: Torkild, Solveig",
    "Genvalg: Torkild, Solveig.",
    "Det besluttedes at bruge den bus, som Torkild Vestmark kører.",
    "Det blev vedtaget at takke nej, hvilket Torkild Vestmark beklager.",
    "Torkild Vestmark får repareret sin bil inden 1. juni 2024.",
    "Da der ikke kunne opnås enighed, udsattes sagen til mødet i december 2024.",
    "Stemmetællere: to forældre fra 10. årgang.",
    "Kommunerne skal udpege arealer.",
    "Torkild spurgte til havnen. Entreprenøren regner med tre dage.",
    "Torkild fremlægger tallene for januar-marts. Ulla orienterer om økonomien.",
    "Torkild ville høre, hvornår taget bliver lagt.",
    "Vi spørger Torkild Vestmark.",
    "Naboen kontakter Torkild Vestmark.",
    "Torkild Vestmark orienterede om taget.",
    "Hvis Torkild Vestmark undersøger taget, er det godt.",
    "Undersøger Torkild Vestmark taget?",
    "Torkild Vestmark er glad for taget.",
    "Agnete Brolund nævnte, at Torkild Vestmark undersøger taget.",
    "En beboer undersøger taget.",
    "14 birke bør fældes i vinter.",
    "Valgtes: Torkild og Solveig.",
    "Valgt blev: Torkild, Solveig og Ulla.",
    "Aftaleseddel 22 godkendes af Torkild.",
    "Torkild afløser Solveig som formand.",
    "Torkild trækker sig som formand.",
    "Torkild skriver hvert år til kommunen.",
    "Svar fra kommunen (Torkild)",
    "Mødet i maj blev aflyst (Torkild).",
    "Der mangler stole (TV).",
    "Ansættelsesstoppet forlænges til 1. september.",
    "Temamødet blev afholdt den 3. marts 2024.",
    "Indstilling\nTorkild Vestmark undersøger taget.",
]


@pytest.mark.parametrize("text", NO_ACTIONS)
def test_no_action(text: str) -> None:
    assert tasks(minutes(text)) == []


def test_a_task_under_a_decision_is_no_decision_besides() -> None:
    record = minutes("Beslutning:\nTorkild Vestmark undersøger taget.")
    assert tasks(record) == ["Torkild Vestmark | -"]
    assert decided(record) == []
    assert said(record) == []


DOERS = [
    ("Udvalget besluttede at lave en folder, som Torkild udarbejder.", "Torkild Vestmark | -"),
    ("Udvalget godkendte et brev, som Solveig Hjortkær sender ud inden 1. maj.", "Solveig Hjortkær | ../2024-05-01"),
    ("Der skal laves en folder, som formanden sender ud inden 1. maj.", "Agnete Brolund | ../2024-05-01"),
    ("Det blev besluttet at søge en pulje, hvilket Torkild gør inden 1. maj.", "Torkild Vestmark | ../2024-05-01"),
]


@pytest.mark.parametrize(("text", "fact"), DOERS)
def test_who_does_what_a_body_decided(text: str, fact: str) -> None:
    assert tasks(minutes(text)) == [fact]


SPLICED = [
    (
        "Torkild orienterede om regnskabet, Solveig sender det til revisor inden 1. maj.",
        "Solveig Hjortkær | ../2024-05-01",
    ),
    ("Torkild orienterede om regnskabet, og Solveig sender det til revisor.", "Solveig Hjortkær | -"),
    ("Torkild orienterede om regnskabet, det sender Solveig til revisor.", "Solveig Hjortkær | -"),
    ("Torkild foreslog en fest, Solveig undersøger priser.", "Solveig Hjortkær | -"),
    ("Torkild spurgte til taget, han følger op.", "Torkild Vestmark | -"),
]


@pytest.mark.parametrize(("text", "fact"), SPLICED)
def test_a_task_behind_a_comma_in_a_statement(text: str, fact: str) -> None:
    record = minutes(text)
    assert tasks(record) == [fact]
    assert [s.speaker.name for s in record.statements] == ["Torkild Vestmark"]
    (action,) = record.actions
    assert not action.text.startswith("Torkild")


NOBODYS = [
    "Næste møde afholdes tirsdag den 4. maj kl. 19.",
    "Næste bestyrelsesmøde holdes den 4. maj hos Torkild.",
    "Klubben har en bil, som Torkild passer.",
    "Torkild oplyste, at taget er utæt, og Solveig ringer til tømreren.",
    "Torkild spurgte, hvem der køber stole, når Solveig rejser.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_nobody_is_given_to_do(text: str) -> None:
    assert tasks(minutes(text)) == []

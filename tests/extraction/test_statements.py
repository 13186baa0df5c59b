"""Who said something, by which verb, about what: the sentence, then `speaker | verb | topic`.

A participant stands by name, `[an organisation]`, `<a role>` that nobody present bears, `?` for somebody unnamed.
"""

import pytest

from analyser import analyse_text
from tests.extraction.documents import minutes, said

MAIN_ORDER = [
    ("Solveig foretrak model B.", "Solveig Hjortkær | foretrække | model B"),
    ("Agnete Brolund orienterede om den nye svømmehal.", "Agnete Brolund | orientere | den nye svømmehal"),
    ("Brolund bød velkommen.", "Agnete Brolund | byde velkommen | -"),
    ("Karen Skriver bød velkommen.", "Karen Skriver | byde velkommen | -"),
    ("Torkild Vestmark spurgte til prisen.", "Torkild Vestmark | spørge | prisen"),
    ("Torkild Vestmark kunne oplyse, at taget er tæt.", "Torkild Vestmark | oplyse | at taget er tæt"),
    ("Gudrun Damsgård har skriftligt oplyst, at bussen er solgt.", "Gudrun Damsgård | oplyse | at bussen er solgt"),
    ("Mogens Askebjerg redegjorde for tyverierne.", "Mogens Askebjerg | redegøre | tyverierne"),
    (
        "Torkild Vestmark gjorde opmærksom på, at døren binder.",
        "Torkild Vestmark | gøre opmærksom | at døren binder",
    ),
    (
        "Solveig Hjortkær ville gerne vide, hvornår skolen åbner.",
        "Solveig Hjortkær | ville vide | hvornår skolen åbner",
    ),
]
INVERTED = [
    ("Herefter takkede Torkild Vestmark for samarbejdet.", "Torkild Vestmark | takke | samarbejdet"),
    ("Kl. 17 oplyste Torkild Vestmark, at taget er tæt.", "Torkild Vestmark | oplyse | at taget er tæt"),
    ("Til dette svarede formanden, at taget er tæt.", "Agnete Brolund | svare | at taget er tæt"),
    ("Fra salen spurgte Torkild Vestmark til taget.", "Torkild Vestmark | spørge | taget"),
]
QUOTED_LAST = [
    ("Der mangler stole, oplyste Solveig Hjortkær.", "Solveig Hjortkær | oplyse | Der mangler stole"),
    ('"Vi er klar," sagde Mogens Askebjerg.', "Mogens Askebjerg | sige | Vi er klar"),
    ("»Det er for dyrt,« mente Vestmark.", "Torkild Vestmark | mene | Det er for dyrt"),
    ('"Det er for dyrt," sagde Torkild.', "Torkild Vestmark | sige | Det er for dyrt"),
    ("Torkild var enig med Solveig i, at det haster.", "Torkild Vestmark | være enig | at det haster"),
    ("Torkild sagde nej tak.", "Torkild Vestmark | sige nej | -"),
    ("Torkild orienterede om økonomien; der skal spares.", "Torkild Vestmark | orientere | økonomien"),
    ("Torkild spørger om hjertestarteren virker.", "Torkild Vestmark | spørge | om hjertestarteren virker"),
    ("TV orienterer om budgettet og sender det rundt.", "Torkild Vestmark | orientere | budgettet"),
    ("Torkild spurgte til sneen og fik at vide, at kontrakten er ny.", "Torkild Vestmark | spørge | sneen"),
    ("Torkild takkede Solveig for 8 år i udvalget og overrakte en kurv.", "Torkild Vestmark | takke | 8 år i udvalget"),
    ("Torkild spurgte om prisen på taget.", "Torkild Vestmark | spørge | prisen på taget"),
    ("TV beklager og tager det med til bestyrelsen.", "Torkild Vestmark | beklage | -"),
    (
        "Økonomiudvalget indstiller til byrådet, at salget godkendes.",
        "[Økonomiudvalget] | indstille | at salget godkendes",
    ),
    ("Torkild gjorde udvalget opmærksomt på støjen.", "Torkild Vestmark | gøre opmærksom | støjen"),
    ("Torkild ønskede tilført protokollen, at han var imod.", "Torkild Vestmark | ønske | at han var imod"),
    ("Torkild fik ordet og redegjorde for sagen.", "Torkild Vestmark | redegøre | sagen"),
    ("Agnete afbrød Torkild og mindede om taletiden.", "Agnete Brolund | minde | taletiden"),
    ("Efter en pause genoptog Agnete mødet og spurgte til taget.", "Agnete Brolund | spørge | taget"),
    ("Solveig blev spurgt, om hun var villig, og svarede ja.", "Solveig Hjortkær | svare | ja"),
    ("Torkild spørger til taget; Solveig undersøger det og giver tilbagemelding.", "Torkild Vestmark | spørge | taget"),
    ("Torkild spurgte til restancerne - der er 6.", "Torkild Vestmark | spørge | restancerne"),
    ("Festudvalget, v. Solveig Hjortkær, fremlagde en plan.", "Solveig Hjortkær | fremlægge | en plan"),
]
PASSIVE = [
    ("Budgettet blev gennemgået af Torkild Vestmark.", "Torkild Vestmark | gennemgå | Budgettet"),
    ("Det blev oplyst af Mogens Askebjerg, at gaden spærres.", "Mogens Askebjerg | oplyse | at gaden spærres"),
    ("Af formanden blev det oplyst, at salen er malet.", "Agnete Brolund | oplyse | at salen er malet"),
]
LABELLED = [
    ("Agnete Brolund: Bænkene er sat op.", "Agnete Brolund | - | Bænkene er sat op"),
    ("URT: Intet nyt fra sundhedscentret.", "Ulla Ravnholm Tange | - | Intet nyt fra sundhedscentret"),
    ("- TV: Døren binder", "Torkild Vestmark | - | Døren binder"),
]
BY_NAME_AND_TITLE = [
    ("Formanden orienterede om ferien.", "Agnete Brolund | orientere | ferien"),
    ("Politiinspektøren oplyste, at der er ro.", "Mogens Askebjerg | oplyse | at der er ro"),
    ("Politiinspektør Askebjerg oplyste, at der er ro.", "Mogens Askebjerg | oplyse | at der er ro"),
    ("Formanden, bibliotekar Agnete Brolund, oplyste, at der er ro.", "Agnete Brolund | oplyse | at der er ro"),
    ("Torkild Vestmark i nr. 7 oplyste, at der er ro.", "Torkild Vestmark | oplyse | at der er ro"),
    ("Torkild, nr. 7, oplyste, at der er ro.", "Torkild Vestmark | oplyse | at der er ro"),
    ("Borgmesteren oplyste, at der er ro.", "<borgmester> | oplyse | at der er ro"),
    ("Ulla Tange oplyste, at der er ro.", "Ulla Ravnholm Tange | oplyse | at der er ro"),
    ("U. Tange oplyste, at der er ro.", "Ulla Ravnholm Tange | oplyse | at der er ro"),
    ("Thorkild Westmark oplyste, at der er ro.", "Torkild Vestmark | oplyse | at der er ro"),
    ("Solveig Hjortkjær oplyste, at der er ro.", "Solveig Hjortkær | oplyse | at der er ro"),
]
NOT_NAMED = [
    ("Nr. 17 spurgte til støjen.", "? | spørge | støjen"),
    ("En beboer spurgte til støjen.", "? | spørge | støjen"),
    ("Flere forældre efterlyste et gelænder.", "? | efterlyse | et gelænder"),
    ("Hun takkede for samarbejdet.", "? | takke | samarbejdet"),
    ("Lyngdal oplyste, at der er ro.", "? | oplyse | at der er ro"),  # there are two
]
ORGANISATIONS = [
    ("Kommunen oplyste, at vejen lukkes.", "[Fjordby Kommune] | oplyse | at vejen lukkes"),
    ("Politiet oplyste, at vejen lukkes.", "[Politiet] | oplyse | at vejen lukkes"),
    ("Kulturudvalget udtrykte tilfredshed med planen.", "[Kulturudvalget] | udtrykke | tilfredshed med planen"),
]
OPINIONS = [
    ("Torkild Vestmark mente, at prisen er for høj.", "Torkild Vestmark | mene | at prisen er for høj"),
    ("Ifølge Solveig Hjortkær er klassen fuld.", "Solveig Hjortkær | - | er klassen fuld"),
    ("Efter Solveig Hjortkærs opfattelse er klassen fuld.", "Solveig Hjortkær | - | er klassen fuld"),
]
LIGHT_VERBS = [  # a bare noun belongs to the verb, one with an article to the topic
    ("Agnete kom med en status på byggeriet.", "Agnete Brolund | komme med | en status på byggeriet"),
    ("Torkild havde et spørgsmål til budgettet.", "Torkild Vestmark | have | et spørgsmål til budgettet"),
    ("Torkild havde bemærkninger til referatet.", "Torkild Vestmark | have bemærkninger | referatet"),
    ("Solveig holdt oplæg om trivsel.", "Solveig Hjortkær | holde oplæg | trivsel"),
    ("Solveig satte fokus på trivslen.", "Solveig Hjortkær | sætte fokus | trivslen"),
    ("Mogens knyttede en kommentar til sagen.", "Mogens Askebjerg | knytte | en kommentar til sagen"),
    ("Mogens såede tvivl om tallene.", "Mogens Askebjerg | så tvivl | tallene"),
    ("Torkild sluttede af med en tak til alle.", "Torkild Vestmark | slutte | en tak til alle"),
    ("Ulla bragte en hilsen fra byrådet.", "Ulla Ravnholm Tange | bringe | en hilsen fra byrådet"),
    ("Preben gav et billede af situationen: Der er ro.", "Preben Lyngdal | give | et billede af situationen"),
    ("Torkild stillede ændringsforslag om et mindre tag.",
     "Torkild Vestmark | stille ændringsforslag | et mindre tag"),
]  # fmt: skip
ATTITUDES = [
    ("Torkild kan ikke tiltræde indstillingen.", "Torkild Vestmark | tiltræde | indstillingen"),
    ("Torkild var skeptisk, idet kilderne er usikre.", "Torkild Vestmark | være skeptisk | -"),
    ("Torkild var positiv, forudsat at det er gratis.", "Torkild Vestmark | være positiv | -"),
    ("Torkild erklærede sig inhabil.", "Torkild Vestmark | erklære | inhabil"),
    ("Torkild lovede at undersøge det, Solveig vender tilbage i maj.", "Torkild Vestmark | love | at undersøge det"),
    ("Agnete er enig og vil have fokus på taget.", "Agnete Brolund | være enig | -"),
    ("Agnete gik ind for forslaget.", "Agnete Brolund | gå ind | forslaget"),
    ("Mogens stillede sig undrende over for svaret.", "Mogens Askebjerg | stille sig undrende | svaret"),
    ("Torkild var i tvivl om, hvorvidt det holder.", "Torkild Vestmark | være i tvivl | hvorvidt det holder"),
    ("Torkild var på linje med Ulla.", "Torkild Vestmark | være på linje | Ulla"),
    ("Torkild delte den opfattelse.", "Torkild Vestmark | dele | den opfattelse"),
    ("Torkild kaldte prisen urimelig.", "Torkild Vestmark | kalde | prisen urimelig"),
    ("Torkild kunne ikke støtte forslaget.", "Torkild Vestmark | støtte | forslaget"),
    ("Solveig bragte prisen på tale.", "Solveig Hjortkær | bringe på tale | prisen"),
    ("Solveig ville have farten sat ned.", "Solveig Hjortkær | ville have | farten sat ned"),
]
RELATIVE = [
    ("Ordet gik til Torkild Vestmark, der fremlagde tallene.", "Torkild Vestmark | fremlægge | tallene"),
    ("Taget blev drøftet, idet Torkild oplyste, at det er tæt.", "Torkild Vestmark | oplyse | at det er tæt"),
]
ON_BEHALF = [
    ("Forældrene ved Solveig bad om en gynge.", "Solveig Hjortkær | bede | en gynge"),
    ("TAP: Ulla mindede om fristen.", "Ulla Ravnholm Tange | minde | fristen"),
    ("Center for Plan og Vækst vurderer, at grunden kan sælges.",
     "[Center for Plan og Vækst] | vurdere | at grunden kan sælges"),
    ("BUPL Fjordby frygter, at det går galt.", "[BUPL Fjordby] | frygte | at det går galt"),
    ("Arbejdstilsynet har i brev af 6. maj meddelt, at det er i orden.",
     "[Arbejdstilsynet] | meddele | at det er i orden"),
]  # fmt: skip
OTHERS_IN_THE_SENTENCE = [
    (
        "På spørgsmål fra Torkild Vestmark svarede Solveig Hjortkær, at det er muligt.",
        "Solveig Hjortkær | svare | at det er muligt",
    ),
    (
        "Efter et spørgsmål fra Torkild Vestmark om taget oplyste formanden, at det er tæt.",
        "Agnete Brolund | oplyse | at det er tæt",
    ),
    (
        "Torkild Vestmark spurgte, om Solveig Hjortkær havde oplyst det.",
        "Torkild Vestmark | spørge | om Solveig Hjortkær havde oplyst det",
    ),
    (
        "Solveig Hjortkær nævnte, at Torkild Vestmark har foreslået en rundtur.",
        "Solveig Hjortkær | nævne | at Torkild Vestmark har foreslået en rundtur",
    ),
    ("På vegne af Torkild Vestmark oplyste Solveig Hjortkær, at taget er tæt.",
     "Solveig Hjortkær | oplyse | at taget er tæt"),
    ("Solveig Hjortkær oplyste på vegne af Torkild Vestmark, at taget er tæt.",
     "Solveig Hjortkær | oplyse | at taget er tæt"),
    ("Ikke Torkild Vestmark, men Solveig Hjortkær foreslog en rundtur.", "Solveig Hjortkær | foreslå | en rundtur"),
    ("Til Torkild Vestmark bemærkede Solveig, at taget er tæt.", "Solveig Hjortkær | bemærke | at taget er tæt"),
    ("Torkild Vestmark, som Solveig Hjortkær havde orienteret, undrede sig over sagen.",
     "Torkild Vestmark | undre | sagen"),
]  # fmt: skip
SLIPS = [
    ("Mogens Askebjerg orientered om tyverierne.", "Mogens Askebjerg | orientere | tyverierne"),
    ("Mogens Askebjerg oplystte, at der er ro.", "Mogens Askebjerg | oplyse | at der er ro"),
]


@pytest.mark.parametrize(
    ("sentence", "fact"),
    MAIN_ORDER
    + INVERTED
    + QUOTED_LAST
    + PASSIVE
    + LABELLED
    + BY_NAME_AND_TITLE
    + NOT_NAMED
    + ORGANISATIONS
    + OPINIONS
    + LIGHT_VERBS
    + ATTITUDES
    + RELATIVE
    + ON_BEHALF
    + OTHERS_IN_THE_SENTENCE
    + SLIPS,
)
def test_one_statement(sentence: str, fact: str) -> None:
    record = minutes(sentence)
    assert said(record) == [fact]
    (statement,) = record.statements
    assert record.text[slice(*statement.span)] == sentence
    assert statement.item == "i1"


SEVERAL = [
    (
        "Torkild Vestmark og Solveig Hjortkær foreslog en fælles dag.",
        ["Torkild Vestmark | foreslå | en fælles dag", "Solveig Hjortkær | foreslå | en fælles dag"],
    ),
    (
        "Agnete Brolund og et medlem spurgte til taget.",
        ["Agnete Brolund | spørge | taget", "? | spørge | taget"],
    ),
    (
        "TV og URT orienterede om taget.",
        ["Torkild Vestmark | orientere | taget", "Ulla Ravnholm Tange | orientere | taget"],
    ),
    # a second verb, of the same or another subject
    (
        "Agnete Brolund orienterede om taget og tilføjede, at det er tæt.",
        ["Agnete Brolund | orientere | taget", "Agnete Brolund | tilføje | at det er tæt"],
    ),
    (
        "Torkild spurgte til taget, og Solveig svarede, at det er tæt.",
        ["Torkild Vestmark | spørge | taget", "Solveig Hjortkær | svare | at det er tæt"],
    ),
    ("Agnete Brolund åbnede mødet og oplyste, at salen er malet.", ["Agnete Brolund | oplyse | at salen er malet"]),
    (
        "Torkild Vestmark: Er taget tæt? Solveig Hjortkær: Ja, det er det.",
        ["Torkild Vestmark | - | Er taget tæt", "Solveig Hjortkær | - | Ja, det er det"],
    ),
    (
        "Agnete advarede mod støj, mens Torkild foreslog musik.",
        ["Agnete Brolund | advare | støj", "Torkild Vestmark | foreslå | musik"],
    ),
    (
        "Efter TV's opfattelse er det for dyrt, men han var åben for et lån.",
        ["Torkild Vestmark | - | er det for dyrt", "Torkild Vestmark | være åben | et lån"],
    ),
    # two clauses joined by `og`, each with a subject of its own
    (
        "Agnete foreslog Torkild Vestmark, og Mogens foreslog Solveig Hjortkær.",
        ["Agnete Brolund | foreslå | Torkild Vestmark", "Mogens Askebjerg | foreslå | Solveig Hjortkær"],
    ),
    (
        "Til kasserer foreslog Agnete Torkild Vestmark, og\nMogens foreslog Solveig Hjortkær.",
        ["Agnete Brolund | foreslå | Torkild Vestmark", "Mogens Askebjerg | foreslå | Solveig Hjortkær"],
    ),
    (
        "Herefter spurgte formanden til taget, og Torkild og Solveig svarede, at det er tæt.",
        [
            "Agnete Brolund | spørge | taget",
            "Torkild Vestmark | svare | at det er tæt",
            "Solveig Hjortkær | svare | at det er tæt",
        ],
    ),
    (
        "Så spurgte formanden, og Torkild og Solveig svarede, at det er tæt.",
        [
            "Agnete Brolund | spørge | -",
            "Torkild Vestmark | svare | at det er tæt",
            "Solveig Hjortkær | svare | at det er tæt",
        ],
    ),
    (
        "Torkild var enig med Mogens og Solveig spurgte til taget.",
        ["Torkild Vestmark | være enig | Mogens", "Solveig Hjortkær | spørge | taget"],
    ),
    ("I samråd med Torkild og Mogens foreslog Solveig en pause.", ["Solveig Hjortkær | foreslå | en pause"]),
    # pronouns
    (
        "Solveig foreslog en fest. Det støttede Torkild. Hun bad om hjælp.",
        ["Solveig Hjortkær | foreslå | en fest", "Torkild Vestmark | støtte | Det", "Solveig Hjortkær | bede | hjælp"],
    ),
    (
        "Solveig foreslog en fest. Agnete støttede det. Hun bad om hjælp.",
        ["Solveig Hjortkær | foreslå | en fest", "Agnete Brolund | støtte | det", "Agnete Brolund | bede | hjælp"],
    ),
    (
        "Mogens Askebjerg redegjorde for tyverierne. Han tilføjede, at tallet falder.",
        ["Mogens Askebjerg | redegøre | tyverierne", "Mogens Askebjerg | tilføje | at tallet falder"],
    ),
    (
        "Mogens Askebjerg redegjorde for tyverierne. Hun tilføjede, at tallet falder.",
        ["Mogens Askebjerg | redegøre | tyverierne", "? | tilføje | at tallet falder"],
    ),
    (
        "Agnete Brolund orienterede om taget. Torkild Vestmark var tilfreds. Han takkede.",
        ["Agnete Brolund | orientere | taget", "Torkild Vestmark | takke | -"],
    ),
    (
        "Agnete Brolund takkede Mogens Askebjerg. Han svarede, at det var let.",
        ["Agnete Brolund | takke | Mogens Askebjerg", "Mogens Askebjerg | svare | at det var let"],
    ),
    (
        "Preben Lyngdal takkede Mogens Askebjerg. Han svarede, at det var let.",
        ["Preben Lyngdal | takke | Mogens Askebjerg", "? | svare | at det var let"],
    ),
    (
        "Mogens Askebjerg og Preben Lyngdal redegjorde for sagen. Han tilføjede, at den er slut.",
        ["Mogens Askebjerg | redegøre | sagen", "Preben Lyngdal | redegøre | sagen", "? | tilføje | at den er slut"],
    ),
]


SEVERAL += [
    ("Torkild tilsagde, at det vil indgå.", ["Torkild Vestmark | tilsige | at det vil indgå"]),
    ("Torkild finder planen god.", ["Torkild Vestmark | finde | planen god"]),
    (
        "Solveig udtrykte glæde over stien, idet flere pårørende har efterspurgt en sti.",
        ["Solveig Hjortkær | udtrykke | glæde over stien"],
    ),
    (
        "Torkild svarede, at kommunen har set på det, men ikke givet noget tilsagn.",
        ["Torkild Vestmark | svare | at kommunen har set på det, men ikke givet noget tilsagn"],
    ),
    ("Solveig orientede om forårets program.", ["Solveig Hjortkær | orientere | forårets program"]),
    ("Torkild inviterede alle på kaffe.", ["Torkild Vestmark | invitere | alle på kaffe"]),
    (
        "Solveig foreslår, at vi næste gang får en bus.",
        ["Solveig Hjortkær | foreslå | at vi næste gang får en bus"],
    ),
    ("Torkild nærede betænkelighed ved at låne penge.", ["Torkild Vestmark | nære betænkelighed | at låne penge"]),
    (
        "Torkild spurgte til havnen. Entreprenøren regner med tre dage. Ulla takkede for hjælpen.",
        ["Torkild Vestmark | spørge | havnen", "Ulla Ravnholm Tange | takke | hjælpen"],
    ),
]


@pytest.mark.parametrize(("sentences", "facts"), SEVERAL)
def test_several_statements(sentences: str, facts: list[str]) -> None:
    assert said(minutes(sentences)) == facts


def test_a_pronoun_does_not_reach_into_another_item() -> None:
    record = minutes("Mogens Askebjerg redegjorde for tyverierne.\n\nAd 1a. Taget\nHan tilføjede, at taget er tæt.")
    assert said(record)[-1].startswith("? | ")


NO_STATEMENTS = [
    "Der takkes",
    "Kommunens svar er kommet, og svaret er nej.",
    "Torkild finder en oplægsholder om grønne indkøb.",
    "Budgettet blev drøftet.",
    "Det blev oplyst, at taget er tæt.",
    "Agnete Brolunds forslag blev drøftet.",
    "Torkild Vestmarks kone spurgte til taget.",
    "Formandens bror oplyste, at taget er tæt.",
    "Sønnen til Torkild Vestmark spurgte til taget.",
    "Et brev fra Torkild Vestmark oplyste, at taget er tæt.",
    "Svar til Torkild Vestmark: Bænken flyttes i maj.",
    "Torkild Vestmark, der tidligere har orienteret om sagen, var ikke til stede.",
    "Som Torkild Vestmark oplyste på sidste møde, er taget tæt.",
    "Efter at Torkild Vestmark havde orienteret om taget, gik man over til næste punkt.",
    "Torkild Vestmark fik oplyst, at taget er tæt.",
    "Torkild Vestmark blev orienteret om taget.",
    "Vestergaard oplyste, at taget er tæt.",
    "Suppleant: Torkild Vestmark",
    "Tømrer: 4 mand",
]


@pytest.mark.parametrize("sentence", NO_STATEMENTS)
def test_no_statement(sentence: str) -> None:
    assert said(minutes(sentence)) == []


ACTS = [
    ("orienterede om taget", "report"),
    ("spurgte til taget", "ask"),
    ("svarede, at taget er tæt", "answer"),
    ("foreslog et nyt tag", "propose"),
    ("bakkede op om forslaget", "support"),
    ("understregede, at taget er tæt", "stress"),
    ("mente, at taget er tæt", "remark"),
    ("takkede for samarbejdet", "thank"),
    ("bød velkommen", "welcome"),
    ("lovede at se på taget", "commit"),
]


@pytest.mark.parametrize(("predicate", "act"), ACTS)
def test_acts(predicate: str, act: str) -> None:
    assert [s.act for s in minutes(f"Agnete Brolund {predicate}.").statements] == [act]


def test_who_takes_the_minutes_speaks_of_himself() -> None:
    record = analyse_text(
        "Referat af møde i Bakkeby Ældreråd\n\nReferent: Ib Holm\n\n1. Tur\nUndertegnede foreslog en tur.\n"
    )
    assert said(record) == ["Ib Holm | foreslå | en tur"]


def test_what_follows_belongs_to_a_statement() -> None:
    record = minutes("Agnete Brolund orienterede om taget. Det er tæt.\nTorkild Vestmark takkede. Alle var glade.")
    assert [record.text[slice(*s.extent)] for s in record.statements] == [
        "Agnete Brolund orienterede om taget. Det er tæt.",
        "Torkild Vestmark takkede. Alle var glade.",
    ]

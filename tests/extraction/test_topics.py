"""What a statement is about: what the predicate says, and the topic, as long as docs/evaluation.md tells."""

import pytest

from tests.extraction.documents import minutes

MEANS = [
    ("har meldt tilbage på mail at han kommer", "at han kommer"),
    ("oplyste telefonisk, at taget er tæt", "at taget er tæt"),
    ("svarede på sms, at nøglen ligger i skabet", "at nøglen ligger i skabet"),
    ("svarede i chatten at der er 40 tilmeldte", "at der er 40 tilmeldte"),
    ("meddelte pr. brev sin udtræden", "sin udtræden"),
    ("svarede på mailen fra naboen", "mailen fra naboen"),
    ("foreslog indkaldelse pr. mail", "indkaldelse pr. mail"),
    ("har skrevet til bestyrelsen at han trækker sig", "at han trækker sig"),
]
CONDITIONS = [
    ("mente, at det er for tidligt, når jorden er så våd", "at det er for tidligt"),
    ("fandt prisen rimelig, såfremt der kommer strøm", "prisen rimelig"),
    ("foreslog at melde ud hver uge, også når der intet er nyt", "at melde ud hver uge"),
    ("beklagede, at rådet først får sagen, når den er afgjort", "at rådet først får sagen, når den er afgjort"),
    ("spurgte, hvad der sker, hvis det regner", "hvad der sker, hvis det regner"),
    ("svarede, at bussen er god, når den kører, men at den er dyr",
     "at bussen er god, når den kører, men at den er dyr"),
    ("syntes, at mødet skal være en lørdag så vi alle kan", "at mødet skal være en lørdag"),
    ("anbefalede løsning A af hensyn til tidsplanen", "løsning A"),
    ("anbefalede løsning A pga. prisen", "løsning A"),
    ("anbefalede ansøgningen varmt", "ansøgningen"),
    ("afviste regningen med henvisning til kontrakten", "regningen"),
    ("var glad for turen, trods regnen", "turen"),
]  # fmt: skip
ASIDES = [
    ("orienterede om årsmødet, hvor han deltog", "årsmødet, hvor han deltog"),
    ("fortalte om messen, hvor 31 skoler var med", "messen, hvor 31 skoler var med"),
    ("orienterede om konfirmanderne (19 i år)", "konfirmanderne"),
    ("fremlagde budgettet, der viser et underskud på 0,6 mio. kr. efter de årlige besparelser på 2 procent",
     "budgettet"),
]  # fmt: skip
WHERE_IT_BEGINS = [
    ("var imod yderligere besparelser", "yderligere besparelser"),
    ("gjorde opmærksom på åbent hus i maj", "åbent hus i maj"),
    ("uddybede yderligere planen", "planen"),
    ("refererede klagen fra naboen over støj", "klagen fra naboen over støj"),
    ("refererede fra mødet i Fjordby", "mødet i Fjordby"),
    ("gjorde opmærksom paa, at Taget er utæt", "at Taget er utæt"),
    ("oplyste paa Forespørgsel, at Taget er utæt", "at Taget er utæt"),
    ("takkede lærere, pedeller og køkkenet for et stort arbejde", "et stort arbejde"),
    ("takkede Karla Lyng, der stopper 1. august, for et stort arbejde", "et stort arbejde"),
    ("frygtede for orglet", "orglet"),
    ("ytrede sig imod planen", "planen"),
    ("forespurgte angående gadebelysningen", "gadebelysningen"),
    ("spurgte formanden, om der var råd", "om der var råd"),
    ("spurgte Solveig om hun vil være formand", "om hun vil være formand"),
    ("spurgte kassereren hvornår taget lægges", "hvornår taget lægges"),
    ("spurgte formanden om prisen", "prisen"),
    ("oplyste på forespørgsel fra Solveig at taget er tæt", "at taget er tæt"),
    ("rådede bestyrelsen til at vente", "at vente"),
    ("slog på, at der mangler frivillige", "at der mangler frivillige"),
    ("læste brevet højt", "brevet"),
    ("gav ros til køkkenet", "køkkenet"),
    ("fortalte fra mødet med skolen om haltimerne", "mødet med skolen om haltimerne"),
    ("savnede noget mere kantet", "noget mere kantet"),
    ("fortalte lidt om turen", "turen"),
    ("havde hertil at tilføje, at prisen er steget", "at prisen er steget"),
    ("meldte ind, at der er ro", "at der er ro"),
]
WHERE_IT_ENDS = [
    ("foreslår en bænk ved søen og vil gerne stå for den", "en bænk ved søen"),
    ("foreslår en bænk ved søen og ved skolen", "en bænk ved søen og ved skolen"),
    ("foreslår en bænk ved søen og undersøger prisen", "en bænk ved søen"),
    ("nævnte taget, der er utæt, og gulvet, der er slidt", "taget, der er utæt, og gulvet, der er slidt"),
    ("ønskede et punkt om taget, det tages under evt", "et punkt om taget"),
    ("oplyste, at der er 40 stole, hvoraf de ti er nye", "at der er 40 stole, hvoraf de ti er nye"),
]


@pytest.mark.parametrize(("predicate", "topic"), [*MEANS, *CONDITIONS, *ASIDES, *WHERE_IT_BEGINS, *WHERE_IT_ENDS])
def test_topic(predicate: str, topic: str) -> None:
    (statement,) = minutes(f"Torkild {predicate}.").statements
    assert statement.topic is not None
    assert statement.topic.text == topic


ELSEWHERE = [
    ("Regnskabet gennemgik Torkild.", "Regnskabet"),
    ("Mandagen efter oplyste Torkild.", None),
    ("Herefter orienterede Torkild.", None),
    ("Der blev spurgt af Torkild om taget.", "taget"),
    ("Der blev spurgt af Torkild, om taget holder.", "om taget holder"),
    ("- Det er for dyrt, mente Torkild.", "Det er for dyrt"),
    ("Torkild ang. taget: Det er utæt.", "Det er utæt"),
    ("Torkild vedr. taget: Det er utæt.", "Det er utæt"),
]


@pytest.mark.parametrize(("sentence", "topic"), ELSEWHERE)
def test_topic_that_does_not_follow_its_verb(sentence: str, topic: str | None) -> None:
    (statement,) = minutes(sentence).statements
    assert (statement.topic.text if statement.topic else None) == topic


def test_to_be_of_one_mind_is_no_topic() -> None:
    (statement,) = minutes("Torkild erklærede sig enig.").statements
    assert (statement.verb, statement.topic) == ("erklære sig enig", None)


CUT_BEHIND = [
    ("Torkild spurgte, om det dækkes, men det vidste Solveig ikke.", "om det dækkes"),
    ("Torkild fortalte, at turen er aflyst, dog håbede Solveig på en ny.", "at turen er aflyst"),
]


@pytest.mark.parametrize(("sentence", "topic"), CUT_BEHIND)
def test_what_joins_the_next_statement_is_no_part_of_the_topic(sentence: str, topic: str) -> None:
    first = minutes(sentence).statements[0]
    assert first.topic is not None
    assert first.topic.text == topic


ENDS = [
    ("orienterede desuden kort om taget", "taget"),
    ("orienterede om taget, da det er utæt", "taget"),
    ("ønskede et overblik, Torkild laver et ark", "et overblik"),
    ("foreslog en fest, det blev vedtaget", "en fest"),
    ("fremlagde planen, se bilag 2", "planen"),
    ("indstillede, at planen tages til efterretning", "at planen tages til efterretning"),
    ("oplyste, at taget er tæt, hvilket glæder alle", "at taget er tæt"),
    ("orienterede bestyrelsen om taget", "taget"),
    ("takkede indledningsvis for samarbejdet", "samarbejdet"),
    ("takkede for mødet i maj", "mødet i maj"),
    ("fortalte bestyrelsen, at taget er tæt", "at taget er tæt"),
    ("udtrykte på forældrenes vegne glæde over gyngen", "glæde over gyngen"),
    ("oplyste, at taget er tæt, men ikke smukt", "at taget er tæt, men ikke smukt"),
    ("oplyste, at taget er tæt, men det mente Bo ikke", "at taget er tæt"),
    ("støttede forslaget: Taget er utæt", "forslaget"),
]


@pytest.mark.parametrize(("predicate", "topic"), ENDS)
def test_where_a_topic_ends(predicate: str, topic: str) -> None:
    (statement,) = minutes(f"Agnete Brolund {predicate}.").statements
    assert statement.topic is not None
    assert statement.topic.text == topic

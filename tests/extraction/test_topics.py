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
]


@pytest.mark.parametrize(("predicate", "topic"), [*MEANS, *CONDITIONS, *ASIDES, *WHERE_IT_BEGINS])
def test_topic(predicate: str, topic: str) -> None:
    (statement,) = minutes(f"Torkild {predicate}.").statements
    assert statement.topic is not None
    assert statement.topic.text == topic

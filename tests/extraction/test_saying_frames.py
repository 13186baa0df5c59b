"""Frames of saying beyond the plain `Bo oplyste, at …`: the sentence, then `speaker | verb | topic`, one each."""

import pytest

from tests.extraction.documents import minutes, said

FIXED_PHRASES = [
    ("Torkild sluttede sig til forslaget.", ["Torkild Vestmark | slutte | forslaget"]),
    ("Torkild forholdt sig afventende.", ["Torkild Vestmark | forholde | afventende"]),
    ("Torkild androg om tilskud til taget.", ["Torkild Vestmark | andrage | tilskud til taget"]),
    ("Torkild samlede op på drøftelsen.", ["Torkild Vestmark | samle op | drøftelsen"]),
    ("Torkild gik tallene igennem.", ["Torkild Vestmark | gå igennem | tallene"]),
    ("Torkild takkede af efter tolv år.", ["Torkild Vestmark | takke af | efter tolv år"]),
    ("Torkild kunne godt tænke sig en bænk.", ["Torkild Vestmark | kunne tænke sig | en bænk"]),
    ("Torkild afrundede med at takke for debatten.", ["Torkild Vestmark | takke | debatten"]),
    ("Torkild ønskede at få afklaret, hvem der betaler.",
     ["Torkild Vestmark | ønske | at få afklaret, hvem der betaler"]),
    ("Torkild tror ikke, det holder.", ["Torkild Vestmark | tro | det holder"]),
    ("Torkild stillede spørgsmål til prisen.", ["Torkild Vestmark | stille spørgsmål | prisen"]),
    ("Torkild ønskede oplyst, hvad taget koster.", ["Torkild Vestmark | ønske | hvad taget koster"]),
    ("Torkild slog et slag for cyklerne.", ["Torkild Vestmark | slå et slag | cyklerne"]),
    ("Torkild rejste spørgsmålet om gaver.", ["Torkild Vestmark | rejse | spørgsmålet om gaver"]),
    ("Torkild havde forståelse for ønsket.", ["Torkild Vestmark | have forståelse | ønsket"]),
]  # fmt: skip
PASSIVES = [
    ("Fra Torkild blev der udtrykt tvivl om prisen.", ["Torkild Vestmark | udtrykke | tvivl om prisen"]),
    ("Der blev af Torkild spurgt til prisen.", ["Torkild Vestmark | spørge | prisen"]),
    ("En status på taget blev givet af Torkild.", ["Torkild Vestmark | give | En status på taget"]),
    ("Der blev givet en status på taget af Torkild.", ["Torkild Vestmark | give | en status på taget"]),
    ("Der blev fra Torkild udtrykt tvivl om prisen.", ["Torkild Vestmark | udtrykke | tvivl om prisen"]),
    ("Fra Torkilds side blev der gjort opmærksom på støjen.", ["Torkild Vestmark | gøre opmærksom | støjen"]),
    (
        "Spørgsmålet blev rejst af Torkild og besvaret af Solveig.",
        ["Torkild Vestmark | rejse | Spørgsmålet", "Solveig Hjortkær | besvare | Spørgsmålet"],
    ),
    ("Forslaget blev stillet af Torkild.", ["Torkild Vestmark | stille | Forslaget"]),
    ("Taget er tæt, lød svaret fra Torkild.", ["Torkild Vestmark | lyde | Taget er tæt"]),
]
WHERE_THE_SUBJECT_STANDS = [
    ("Også Torkild fandt prisen høj.", ["Torkild Vestmark | finde | prisen høj"]),
    ("Som svar på Solveigs spørgsmål oplyste Torkild, at taget er tæt.",
     ["Torkild Vestmark | oplyse | at taget er tæt"]),
    ("Torkild orienterede om festen, takkede hjælperne og opfordrede til flere.",
     ["Torkild Vestmark | orientere | festen", "Torkild Vestmark | takke | hjælperne",
      "Torkild Vestmark | opfordre | flere"]),
    ("Inden drøftelsen læste Torkild op af notatet.", ["Torkild Vestmark | læse op | notatet"]),
    ("Da Solveig ikke var til stede oplæste Torkild forslaget.", ["Torkild Vestmark | oplæse | forslaget"]),
    ("Som Torkild sagde: vi bygger først.", ["Torkild Vestmark | sige | vi bygger først"]),
    ("Torkild medgav, at det haster. Tilføjede, at døren binder.",
     ["Torkild Vestmark | medgive | at det haster", "Torkild Vestmark | tilføje | at døren binder"]),
    ("Torkild har været til en konference om kultur og viderebragte pointerne.",
     ["Torkild Vestmark | viderebringe | pointerne"]),
    ("Solveig spurgte til børn uden computer, og Torkild ønskede tal for prisen.",
     ["Solveig Hjortkær | spørge | børn uden computer", "Torkild Vestmark | ønske | tal for prisen"]),
    ("Torkild fandt prisen høj, hvilket Solveig kunne tiltræde.",
     ["Torkild Vestmark | finde | prisen høj", "Solveig Hjortkær | tiltræde | -"]),
]  # fmt: skip
QUOTED = [
    ('"Hvem har nøglen?" spurgte Torkild, og Solveig svarede: "Den har jeg."',
     ["Torkild Vestmark | spørge | Hvem har nøglen", 'Solveig Hjortkær | svare | "Den har jeg."']),
    ("Torkild og jeg fortalte om turen.", ["Torkild Vestmark | fortælle | turen", "? | fortælle | turen"]),
    ("Borger Finn Krogager spurgte til taget.", ["Finn Krogager | spørge | taget"]),
    ("Vestmark var af samme Mening.", ["Torkild Vestmark | være af samme mening | -"]),
]  # fmt: skip
WHO_IT_IS_NOT = [
    ("Ifølge Torkild har Solveig sagt, at salen er lille.",
     ["Torkild Vestmark | - | har Solveig sagt, at salen er lille"]),
    ("Ifølge Torkild siger Solveig ja, men Mogens tvivler.",
     ["Torkild Vestmark | - | siger Solveig ja", "Mogens Askebjerg | tvivle | -"]),
    ("Torkild glemte at spørge Solveig.", []),
    ("Over for Torkild gjorde Solveig det klart, at fristen gælder.",
     ["Solveig Hjortkær | gøre klart | at fristen gælder"]),
    ("En repræsentant for Torkild foreslog en pause.", []),
    ("Agnete overrakte Solveig en gave og takkede for indsatsen.", ["Agnete Brolund | takke | indsatsen"]),
    ("Torkild blev bedt om at forklare sig, og sagde, at det var en fejl.",
     ["Torkild Vestmark | sige | at det var en fejl"]),
    ("Torkild fremlagde Regnskabet for 4. Kvartal.", ["Torkild Vestmark | fremlægge | Regnskabet for 4. Kvartal"]),
    ("Kulturudvalget drøftede sagen og ønsker, at den udsættes.",
     ["[Kulturudvalget] | ønske | at den udsættes"]),
    ("Torkild spurgte Solveig og Mogens, om de ville hjælpe.", ["Torkild Vestmark | spørge | om de ville hjælpe"]),
    ("Solveig nævnte, at Torkild er syg og har bedt om fri.",
     ["Solveig Hjortkær | nævne | at Torkild er syg og har bedt om fri"]),
    ("Solveig nævnte, at Torkild er syg og bad om ro.",
     ["Solveig Hjortkær | nævne | at Torkild er syg", "Solveig Hjortkær | bede | ro"]),
    ("Solveig oplyste, at Torkild var syg og foreslog at udsætte sagen.",
     ["Solveig Hjortkær | oplyse | at Torkild var syg", "Solveig Hjortkær | foreslå | at udsætte sagen"]),
    ("Solveig nævner, at Torkild er syg og har bedt om fri.",
     ["Solveig Hjortkær | nævne | at Torkild er syg og har bedt om fri"]),
    ("Solveig nævnte, at Torkild var syg, og foreslog en vikar.",
     ["Solveig Hjortkær | nævne | at Torkild var syg", "Solveig Hjortkær | foreslå | en vikar"]),
    ("Solveig kunne ikke forstå, hvorfor Torkild sagde nej.", []),
    ("Den af Torkild stillede dagsorden blev læst op.", []),
    ("Efter indlæg fra Solveig, Torkild og Mogens konkluderede formanden, at sagen er klar.",
     ["Agnete Brolund | konkludere | at sagen er klar"]),
    ("Herefter spurgte også Torkild til prisen.", ["Torkild Vestmark | spørge | prisen"]),
    ("Kun Torkild støttede forslaget.", ["Torkild Vestmark | støtte | forslaget"]),
    ("Solveig spurgte, hvornår salen males – men det ved ingen, svarede Torkild.",
     ["Solveig Hjortkær | spørge | hvornår salen males", "Torkild Vestmark | svare | det ved ingen"]),
]  # fmt: skip
NOUNS = [  # what somebody raised, told by a noun
    ("Der var fra Torkild et ønske om bænke.", ["Torkild Vestmark | - | et ønske om bænke"]),
    ("Der kom et forslag fra Torkild om bænke.", ["Torkild Vestmark | - | bænke"]),
    ("Fra Torkilds side var der et ønske om bænke.", ["Torkild Vestmark | - | et ønske om bænke"]),
    ("Der var kritik fra Torkild af prisen, hvilket Solveig afviste.",
     ["Torkild Vestmark | - | prisen", "Solveig Hjortkær | afvise | -"]),
    ("Det er Torkilds opfattelse, at salen er lille.", ["Torkild Vestmark | - | at salen er lille"]),
    ("Torkilds svar var, at salen er lille.", ["Torkild Vestmark | - | at salen er lille"]),
    ("Svaret fra Torkild Vestmarks advokat var, at salen er lille.", []),
    ("Svaret fra Torkild var, at salen er lille.", ["Torkild Vestmark | - | at salen er lille"]),
    ("Der var ikke et ønske fra Torkild om bænke.", []),
    ("Der var et brev fra Torkild om bænke.", []),
    ("Der var et ønske fra Torkilds søn om bænke.", []),
    ("Torkilds forslag er vedtaget.", []),
]  # fmt: skip
LEFT_OUT = [  # the verb of the clause in front
    ("Torkild orienterede om taget, Solveig om kælderen og Mogens om haven.",
     ["Torkild Vestmark | orientere | taget", "Solveig Hjortkær | orientere | kælderen",
      "Mogens Askebjerg | orientere | haven"]),
    ("Først orienterede Torkild om taget, dernæst Solveig om kælderen.",
     ["Torkild Vestmark | orientere | taget", "Solveig Hjortkær | orientere | kælderen"]),
    ("Torkild takkede Solveig for kaffen og Mogens for kagen.",
     ["Torkild Vestmark | takke | kaffen og Mogens for kagen"]),
    ("Torkild orienterede om turen med Mogens og Solveig om søndagen.",
     ["Torkild Vestmark | orientere | turen med Mogens og Solveig om søndagen"]),
]  # fmt: skip
TWO_OR_MANY = [
    ("Torkild, der er ny, og Solveig, der er valgt i år, redegjorde for planen.",
     ["Torkild Vestmark | redegøre | planen", "Solveig Hjortkær | redegøre | planen"]),
    ("De studerendes repræsentanter påpegede, at salen er lille.", ["? | påpege | at salen er lille"]),
    ("Torkild og Solveig var uenige om prisen.",
     ["Torkild Vestmark | være uenig | prisen", "Solveig Hjortkær | være uenig | prisen"]),
    ("På baggrund af tallene, som Torkild gennemgik, foreslog Solveig en besparelse.",
     ["Solveig Hjortkær | foreslå | en besparelse"]),
    ("Torkild spørger om hvornår salen males.", ["Torkild Vestmark | spørge | hvornår salen males"]),
]  # fmt: skip
ROUNDS = [
    (
        "Torkild – travlt med regnskabet\nSolveig – ny lærer starter i maj\nMogens – der er ro i byen",
        [
            "Torkild Vestmark | - | travlt med regnskabet",
            "Solveig Hjortkær | - | ny lærer starter i maj",
            "Mogens Askebjerg | - | der er ro i byen",
        ],
    ),
    ("Torkild – kaffe og te\nSolveig – kage til alle\nMogens – borde og stole", []),
    ("Torkild – henter borde\nSolveig – laver kaffe\nMogens – rydder op", []),
    ("Torkild – travlt med regnskabet, der er meget", []),
    ("Torkild – kontakt til skolen\nSolveig – vejlauget, hvor hun er formand\nMogens – grønne områder", []),
]
LABELS = [
    ("Spørgsmål fra Torkild: Er taget tæt?", ["Torkild Vestmark | - | Er taget tæt"]),
    ("Fra Torkild: Taget er tæt.", ["Torkild Vestmark | - | Taget er tæt"]),
    ("- Taget: Torkild: stadig intet svar.", ["Torkild Vestmark | - | stadig intet svar"]),
    ("Fra Kirkeministeriet: cirkulære om gravsten.", []),  # a letter
]
TOPICS = [
    ("Torkild begrundede forslaget med prisen.", ["Torkild Vestmark | begrunde | forslaget"]),
    ("Torkild gennemgik regnskabet punkt for punkt.", ["Torkild Vestmark | gennemgå | regnskabet"]),
    ("Torkild gennemgik regnskabet (bilag 2).", ["Torkild Vestmark | gennemgå | regnskabet"]),
    ("Torkild orienterede ud fra notatet om huslejen.", ["Torkild Vestmark | orientere | huslejen"]),
    ("Torkild påpegede over for udvalget, at salen er lille.",
     ["Torkild Vestmark | påpege | at salen er lille"]),
    ("Torkild orienterede om huslejen og der var en god debat.", ["Torkild Vestmark | orientere | huslejen"]),
    ("Torkild fremlagde regnskabet, der godkendtes.", ["Torkild Vestmark | fremlægge | regnskabet"]),
    ("Torkild foreslog Solveig, som blev valgt.", ["Torkild Vestmark | foreslå | Solveig"]),
    ("Torkild orienterede om årsmødet, hvor han deltog.", ["Torkild Vestmark | orientere | årsmødet, hvor han deltog"]),
    ("Torkild spurgte, hvorfor rådet ikke er hørt om sagen.",
     ["Torkild Vestmark | spørge | hvorfor rådet ikke er hørt om sagen"]),
    ("Torkild oplyste, at kommunen og regionen efter lang tids drøftelser af\n9. maj har aftalt en pris.",
     ["Torkild Vestmark | oplyse | at kommunen og regionen efter lang tids drøftelser af 9. maj har aftalt en pris"]),
    ("Torkild blev af Solveig spurgt, hvornår salen males.", ["Solveig Hjortkær | spørge | hvornår salen males"]),
    ("Torkild blev af Solveig gjort opmærksom på, at salen males.",
     ["Solveig Hjortkær | gøre opmærksom | at salen males"]),
    ("Efter at Torkild havde talt, spurgte Solveig, hvad det koster.", ["Solveig Hjortkær | spørge | hvad det koster"]),
    ("Torkild spurgte Solveig, hvorfor salen er lukket.", ["Torkild Vestmark | spørge | hvorfor salen er lukket"]),
    ("Torkild svarede Solveig, at salen er lukket.", ["Torkild Vestmark | svare | at salen er lukket"]),
    ("Torkild spurgte, om taget er tæt, det er det.", ["Torkild Vestmark | spørge | om taget er tæt"]),
    ("Torkild aflagde bestyrelsens beretning.", ["Torkild Vestmark | aflægge | bestyrelsens beretning"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *FIXED_PHRASES,
        *PASSIVES,
        *WHERE_THE_SUBJECT_STANDS,
        *WHO_IT_IS_NOT,
        *QUOTED,
        *NOUNS,
        *LEFT_OUT,
        *LABELS,
        *TOPICS,
    ],
)
def test_said(text: str, expected: list[str]) -> None:
    assert said(minutes(text)) == expected

"""UPOS, features and lemmas in DDT's manner, for words that came from NDT and for words of which nothing is known.

Three sources, the first that knows wins: what DDT's dev part shows for closed classes, what the DDT lexicon says
where it agrees with the part of speech, and what NDT's own marks say.
"""

from collections import Counter
from dataclasses import dataclass, field

from models.training.conllu import Sentence
from models.training.ndt import Word

CLOSED = {"PRON", "DET", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "INTJ"}
FULL_PREDICATE = {"aux", "cop"}

#: (form, UPOS) → what it is in DDT.
Table = dict[tuple[str, str], str]


@dataclass(frozen=True)
class Lexicon:
    """What is known of Danish words.

    `features` and `lemmas` are DDT dev's most frequent answer for a form and tag; `tags` its UPOS of a form;
    `dict_tags` and `dict_features` the DDT lexicon's; `analyses` the lemmas of dictionaries.
    """

    tags: dict[str, str]
    features: Table
    lemmas: Table
    dict_tags: dict[str, str]
    dict_features: dict[str, str]
    analyses: dict[tuple[str, str], set[str]] = field(default_factory=dict)


def from_gold(
    sentences: list[Sentence],
    dict_tags: dict[str, str],
    dict_features: dict[str, str],
    analyses: dict[tuple[str, str], set[str]],
) -> Lexicon:
    """A lexicon with what gold sentences show; a form's tag counts where nine of ten uses have it."""
    tags: dict[str, Counter[str]] = {}
    features: dict[tuple[str, str], Counter[str]] = {}
    lemmas: dict[tuple[str, str], Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            form = token.form.lower()
            tags.setdefault(form, Counter())[token.upos] += 1
            features.setdefault((form, token.upos), Counter())[token.feats] += 1
            lemmas.setdefault((form, token.upos), Counter())[token.lemma] += 1
    sure = {form: counts.most_common(1)[0] for form, counts in tags.items()}
    return Lexicon(
        tags={form: tag for form, (tag, count) in sure.items() if count >= 0.9 * tags[form].total()},
        features={key: counts.most_common(1)[0][0] for key, counts in features.items()},
        lemmas={key: counts.most_common(1)[0][0] for key, counts in lemmas.items()},
        dict_tags=dict_tags,
        dict_features=dict_features,
        analyses=analyses,
    )


def dictionary_tag(form: str, lexicon: Lexicon) -> str:
    return lexicon.dict_tags.get(form) or lexicon.dict_tags.get(form.lower(), "")


def upos(words: list[Word], at: int, lexicon: Lexicon) -> str:
    """UPOS of an NDT word in its converted tree."""
    word = words[at]
    form = word.form.lower()
    match word.pos:
        case "subst":
            return "PROPN" if "prop" in word.marks else "NOUN"
        case "verb":
            return "AUX" if word.relation in FULL_PREDICATE else "VERB"
        case "inf-merke":
            return "PART"
        case "konj":
            return "CCONJ"
        case "interj":
            return "INTJ"
        case "clb" | "<komma>" | "<strek>" | "<anf>" | "<parentes-beg>" | "<parentes-slutt>":
            return "PUNCT"
        case "symb" | "ukjent":
            return "X"
        case "sbu":
            if form in {"som", "der"}:
                return "PRON" if word.relation != "mark" else "ADP"
            return lexicon.tags.get(form, "SCONJ")
        case "prep":
            if word.relation in {"case", "mark"}:
                return "ADP"
            guess = lexicon.tags.get(form) or dictionary_tag(form, lexicon)
            return guess if guess in {"ADV", "ADP"} else "ADV"
        case "adv":
            guess = lexicon.tags.get(form, "")
            return guess if guess in {"ADV", "SCONJ", "ADP", "ADJ"} else "ADV"
        case "adj":
            return adjective(word, form, lexicon)
        case "det":
            return determiner(word, form, lexicon)
        case "pron":
            guess = lexicon.tags.get(form, "")
            return (
                guess if guess in {"PRON", "DET", "ADV"} and not (guess == "DET" and word.relation != "det") else "PRON"
            )
    return "X"


def adjective(word: Word, form: str, lexicon: Lexicon) -> str:
    if word.relation == "advmod" and not word.marks & {"be", "bu", "fl"}:
        return "ADV"
    if "<pres-part>" in word.marks:
        return "VERB" if dictionary_tag(form, lexicon) != "ADJ" else "ADJ"
    guess = lexicon.tags.get(form) or dictionary_tag(form, lexicon)
    if "<perf-part>" in word.marks:
        return guess if guess in {"ADJ", "VERB"} else "VERB"
    return guess if guess in {"ADJ", "VERB", "DET"} else "ADJ"


def determiner(word: Word, form: str, lexicon: Lexicon) -> str:
    if word.relation == "nummod" or form[:1].isdigit():
        return "NUM"
    guess = lexicon.tags.get(form) or dictionary_tag(form, lexicon)
    if guess in {"ADJ", "NUM"}:
        return guess
    return "DET" if word.relation in {"det", "amod"} or "poss" in word.marks else "PRON"


def feats(word: Word, tag: str, lexicon: Lexicon) -> str:
    """Features of an NDT word in DDT's manner, `_` for none."""
    form = word.form.lower()
    if form == "der" and tag == "PRON":
        return "_" if word.relation == "expl" else "PartType=Inf"
    if tag in CLOSED - {"AUX"} or tag == "ADV":
        if known := lexicon.features.get((form, tag)):
            return known
        if dictionary_tag(form, lexicon) == tag:
            return lexicon.dict_features.get(form, "_")
    match tag:
        case "NOUN":
            return noun(word, form, lexicon)
        case "PROPN":
            return "Case=Gen" if "gen" in word.marks else "_"
        case "VERB" | "AUX":
            return verb(word, form)
        case "ADJ":
            return adjective_features(word, form, lexicon)
        case "ADV":
            return adverb_features(word)
        case "NUM":
            return "NumType=Card"
        case "ADP":
            return "AdpType=Prep"
        case "PART":
            return "PartType=Inf"
    return "_"


def noun(word: Word, form: str, lexicon: Lexicon) -> str:
    """Gender from the Danish lexicon, else from Norwegian; the rest from Norwegian."""
    known = lexicon.dict_features.get(form, "") if dictionary_tag(form, lexicon) == "NOUN" else ""
    if known == "_":
        return known
    neuter = "Gender=Neut" in known if "Gender=" in known else "nøyt" in word.marks
    definite = "Def" if word.marks & {"be", "bu"} else "Ind"
    number = "Plur" if "fl" in word.marks else "Sing"
    case = "Case=Gen|" if "gen" in word.marks else ""
    return f"{case}Definite={definite}|Gender={'Neut' if neuter else 'Com'}|Number={number}"


def verb(word: Word, form: str) -> str:
    passive = "pass" in word.marks and form.endswith("s")
    voice = "Pass" if passive else "Act"
    if "pres" in word.marks:
        return f"Mood=Ind|Tense=Pres|VerbForm=Fin|Voice={voice}"
    if "pret" in word.marks:
        return f"Mood=Ind|Tense=Past|VerbForm=Fin|Voice={voice}"
    if "inf" in word.marks:
        return f"VerbForm=Inf|Voice={voice}"
    if "imp" in word.marks:
        return "Mood=Imp"
    if "<pres-part>" in word.marks:
        return "Tense=Pres|VerbForm=Part"
    if "fl" in word.marks:
        return "Number=Plur|Tense=Past|VerbForm=Part"
    if word.marks & {"be", "bu"}:
        return "Definite=Def|Number=Sing|Tense=Past|VerbForm=Part"
    return "Definite=Ind|Number=Sing|Tense=Past|VerbForm=Part"


def adjective_features(word: Word, form: str, lexicon: Lexicon) -> str:
    marks = word.marks
    if marks & {"<ordenstall>", "<ordenstal>"}:
        return "NumType=Ord" if form[:1].isdigit() else lexicon.dict_features.get(form, "Degree=Pos")
    known = lexicon.dict_features.get(form, "") if dictionary_tag(form, lexicon) == "ADJ" else ""
    if known and not (form.endswith("e") and "Degree=Pos|Number" in known):
        return known
    if "komp" in marks:
        return "Degree=Cmp"
    if "sup" in marks:
        return "Definite=Def|Degree=Sup" if marks & {"be", "bu"} else "Degree=Sup"
    if "fl" in marks:
        return "Degree=Pos|Number=Plur"
    if marks & {"be", "bu"}:
        return "Definite=Def|Degree=Pos|Number=Sing"
    if "nøyt" in marks:
        return (
            "Definite=Ind|Degree=Pos|Gender=Neut|Number=Sing"
            if form.endswith("t")
            else "Definite=Ind|Degree=Pos|Number=Sing"
        )
    if "ubøy" in marks:
        return "Degree=Pos"
    gendered = "" if form.endswith(("sk", "t")) else "|Gender=Com"
    return f"Definite=Ind|Degree=Pos{gendered}|Number=Sing"


def adverb_features(word: Word) -> str:
    if word.pos != "adj":
        return "_"
    return "Degree=Cmp" if "komp" in word.marks else "Degree=Sup" if "sup" in word.marks else "Degree=Pos"


def lemma(form: str, tag: str, lexicon: Lexicon, fallback: str = "", genitive: bool = False) -> str:
    """The lemma as DDT writes it; `fallback` (a translated one) where the dictionaries know none or several.

    Names lose a genitive's `s` and nothing else; adverbs, numbers and marks are their own lemmas.
    """
    lower = form.lower()
    if tag not in {"NOUN", "PROPN"} and (known := lexicon.lemmas.get((lower, tag))):
        return known
    if tag == "PROPN":
        return form[:-1].rstrip("'") if genitive and form[-1:] in "sS" else form
    if tag in {"PUNCT", "X", "SYM"}:
        return form
    if tag in {"NUM", "ADV", "ADP", "CCONJ", "SCONJ", "INTJ", "PART", "PRON", "DET"}:
        return lower
    found = lexicon.analyses.get((lower, tag), set())
    if len(found) == 1:
        return next(iter(found))
    if known := lexicon.lemmas.get((lower, tag)):
        return known
    if fallback and fallback in found:
        return fallback
    if found:
        return min(found, key=lambda each: (len(each), each))
    return compound_lemma(lower, tag, lexicon) or fallback


def compound_lemma(form: str, tag: str, lexicon: Lexicon) -> str:
    """`pensionsfonde` → `pensionsfond`, by the longest known ending of five letters or more; "" where none is known."""
    for start in range(2, len(form) - 4):
        if len(found := lexicon.analyses.get((form[start:], tag), set())) == 1:
            return form[:start] + next(iter(found))
    return ""

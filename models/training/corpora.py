"""Brings the corpora together as sentences in DDT's manner."""

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from models.training import apertium, danish, habits, ndt, rdr, tags
from models.training.conllu import Sentence, read_ddt, read_entities
from models.training.minutes.lexicon import Noun

#: UniMorph's part of speech → UPOS.
UNIMORPH = {"N": "NOUN", "V": "VERB", "ADJ": "ADJ"}
MODES = {"nob": "nob-dan", "nno": "nno-dan"}


def ddt(data: Path, part: str) -> list[Sentence]:
    """The part (`dev` or `test`) of DDT with its entities."""
    return read_ddt(data / "ddt" / f"da_ddt-ud-{part}.conllu", data / "ddt-ner" / f"da_ddt-ud-ner-{part}.conll")


def lexicon(data: Path, gold: list[Sentence], forms: Iterable[str]) -> tags.Lexicon:
    """What is known of Danish words: gold sentences, the DDT lexicon, UniMorph, apertium's dictionary for `forms`."""
    dict_tags = rdr.read_dictionary(data / "ddt-lexicon" / "UPOS.DICT")
    analyses = apertium.lemmas({*(form.lower() for form in forms), *(form.lower() for form in dict_tags)})
    for line in (data / "unimorph" / "dan.tsv").read_text(encoding="utf8").splitlines():
        base, form, marks = line.split("\t")
        if tag := UNIMORPH.get(marks.split(";")[0]):
            analyses.setdefault((form, tag), {base})
    features = rdr.read_dictionary(data / "ddt-lexicon" / "FEATS.DICT")
    return tags.from_gold(gold, dict_tags, features, analyses)


def danish_silver(data: Path, known: tags.Lexicon) -> list[Sentence]:
    """`train-10k`: gold entities, with tags by the DDT lexicon's rules where tag and features go together."""
    sentences = read_entities(data / "ddt-ner" / "da_ddt-ud-ner-train-10k.conll")
    folder = data / "ddt-lexicon"
    tag_rules, feature_rules = rdr.read_rules(folder / "UPOS.RDR"), rdr.read_rules(folder / "FEATS.RDR")
    seen = {(tag, features) for (_, tag), features in known.features.items()}
    for sentence in sentences:
        words = [token.form for token in sentence]
        guesses = zip(
            rdr.tag(words, known.dict_tags, tag_rules), rdr.tag(words, known.dict_features, feature_rules), strict=True
        )
        for token, (tag, features) in zip(sentence, guesses, strict=True):
            if (tag, features) in seen:
                token.upos, token.feats = tag, features
                token.lemma = tags.lemma(token.form, tag, known, genitive="Case=Gen" in features)
    return sentences


def norwegian(
    data: Path,
    gold: list[Sentence],
    seed: int,
    *,
    standards: Iterable[str] = tuple(MODES),
    adopt: bool = True,
    dictionaries: bool = True,
) -> list[Sentence]:
    """NorNE's sentences (Bokmål, then Nynorsk) as Danish ones; those with a tree that cannot be made over are left
    out. `adopt`: with DDT's habits; `dictionaries`: tagged with what the DDT lexicon knows of words."""
    made = []
    for standard in standards:
        sentences = [
            words for path in sorted((data / "norne" / "ndt" / standard).iterdir()) for words in ndt.read(path)
        ]
        dressed, dictionary = translated(sentences, MODES[standard], random.Random(seed))
        known = lexicon(data, gold, (word.form for words in dressed for word in words))
        if not dictionaries:
            known = replace(known, dict_tags={}, dict_features={})
        sentences_in_danish = [tagged(words, dictionary, known) for words in dressed]
        made.extend(map(habits.adopt, sentences_in_danish) if adopt else sentences_in_danish)
    return made


def translated(
    sentences: list[list[ndt.Word]], mode: str, chance: random.Random
) -> tuple[list[list[ndt.Word]], dict[str, str]]:
    """The sentences in Danish words with DDT's relations, and the dictionary that they were translated with."""
    forms = danish.indefinite_forms(sentences)
    written = {form for words in sentences for word in words for form in (word.form, word.form.lower(), word.lemma)}
    dictionary = apertium.translate(written | set(forms.values()), mode)
    dressed = []
    for words in sentences:
        try:
            converted = ndt.convert(words)
        except ValueError:
            continue
        dressed.append(danish.danish(converted, dictionary, forms, chance))
    return dressed, dictionary


def tagged(words: list[ndt.Word], dictionary: dict[str, str], known: tags.Lexicon) -> Sentence:
    sentence = danish.sentence(words)
    for at, (token, word) in enumerate(zip(sentence, words, strict=True)):
        token.upos = tags.upos(words, at, known)
        token.feats = tags.feats(word, token.upos, known)
        base = danish.word(word.lemma, dictionary, "prop" in word.marks, first=False)
        token.lemma = tags.lemma(token.form, token.upos, known, fallback=base, genitive="gen" in word.marks)
    return sentence


def unimorph_nouns(data: Path, known: tags.Lexicon) -> list[Noun]:
    """Nouns with all four forms, and the gender the DDT lexicon gives the first: words for the generated minutes."""
    forms: dict[str, dict[str, str]] = {}
    for line in (data / "unimorph" / "dan.tsv").read_text(encoding="utf8").splitlines():
        base, form, features = line.split("\t")
        if features.startswith("N;") and base.isalpha() and base.islower():
            forms.setdefault(base, {}).setdefault(features.replace("NOM;", ""), form)
    nouns = []
    for base, paradigm in sorted(forms.items()):
        gender = known.dict_features.get(base, "").partition("Gender=")[2].partition("|")[0]
        wanted = [paradigm.get(key, "") for key in ("N;DEF;SG", "N;INDF;PL", "N;DEF;PL")]
        if gender in {"Com", "Neut"} and known.dict_tags.get(base) == "NOUN" and all(wanted):
            nouns.append(Noun(base, gender, *wanted))
    return nouns

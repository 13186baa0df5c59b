"""Relations as DDT has them, where a tree made over from Norwegian differs. Works on Danish tokens with UPOS."""

import tomllib
from pathlib import Path

from models.training.conllu import Sentence

LEXICON = tomllib.loads((Path(__file__).parent / "lexicon" / "habits.toml").read_text(encoding="utf8"))
PLACES, TIMES = set(LEXICON["places"]), set(LEXICON["times"])
FIXED = [phrase.split() for phrase in LEXICON["fixed"]]
DEFINITE = ("et", "en", "erne", "ets", "ens", "ernes")
FREE = {"obl", "advmod", "nmod", "compound:prt"}


def adopt(sentence: Sentence) -> Sentence:
    """Change relations and, in fixed phrases, heads in place; gives the sentence back."""
    for at in range(len(sentence)):
        join_fixed(sentence, at)
    for at, token in enumerate(sentence):
        verb = sentence[token.head].upos in {"VERB", "AUX"}
        form = token.form.lower()
        if token.upos == "ADV" and form in PLACES and verb and token.deprel in {"advmod", "compound:prt"}:
            token.deprel = "advmod:lmod"
        elif token.upos == "NUM" and token.deprel in {"obl", "nmod"}:
            token.deprel = "nummod"
        elif (
            token.deprel == "obl"
            and form in TIMES
            and not any(other.head == at and other.deprel in {"case", "mark"} for other in sentence)
        ):
            token.deprel = "obl:tmod"
    doubt_common_names(sentence)
    return sentence


def doubt_common_names(sentence: Sentence) -> None:
    """`Stortinget` is an ORG in NorNE; DDT has `Folketinget` as none and `Vestunionen` as one. So it is left
    unknown."""
    for token, following in zip(sentence, [*sentence[1:], None], strict=True):
        alone = following is None or not following.entity.startswith("I-")
        if token.entity == "B-ORG" and alone and token.form[1:].islower() and token.form.endswith(DEFINITE):
            token.entity = ""


def join_fixed(sentence: Sentence, at: int) -> None:
    """`i dag`: `i` takes the place of `dag`, which hangs under it."""
    for phrase in FIXED:
        span = range(at, at + len(phrase))
        if [token.form.lower() for token in sentence[at : at + len(phrase)]] != phrase:
            continue
        tops = [each for each in span if sentence[each].head not in span]
        if len(tops) != 1 or sentence[tops[0]].deprel not in FREE or tops[0] == sentence[tops[0]].head:
            continue
        if any(other.head in span for each, other in enumerate(sentence) if each not in span):
            continue
        sentence[at].head, sentence[at].deprel = sentence[tops[0]].head, "advmod"
        for each in span[1:]:
            sentence[each].head, sentence[each].deprel = at, "fixed"
        return

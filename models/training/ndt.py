"""Trees of the Norwegian Dependency Treebank made over into the relations of the Danish one (DDT).

NDT puts function words on top (the finite auxiliary, the preposition, the copula); DDT's Universal Dependencies puts
content
words on top. The conversion goes word by word from the NDT function and the words around it. Guidelines: Kinn,
Solberg and
Eriksen (2014) for NDT; DDT's habits were read off its dev part, where they differ from Norwegian UD: `der er` takes
an `obj`,
a verb of saying after a quotation is the root with the quotation as `ccomp`, `være` with a preposition is a full verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from models.training.conllu import blocks, entity

AUXILIARIES = {"ha", "være", "vere", "bli", "verte", "skulle", "ville", "kunne", "måtte", "burde", "turde", "tore"}
COPULAS = {"være", "vere"}
MARKS = {"IP", "IK"}
TERMINATORS = {"|"}
#: `inn i huset`: DDT has the first as an adverb, with what follows as its `obl`.
DIRECTIONS = {
    "opp",
    "oppe",
    "ut",
    "ute",
    "inn",
    "inne",
    "ned",
    "nede",
    "bort",
    "borte",
    "fram",
    "frem",
    "hjem",
    "heim",
    "tilbake",
    "attende",
    "rundt",
    "over",
    "hen",
    "der",
    "her",
}


@dataclass
class Word:
    """A word of NDT: `pos` and `marks` are its own tags, `function` its NDT relation, `head` a position, -1 for
    none."""

    form: str
    lemma: str
    pos: str
    marks: frozenset[str]
    head: int
    function: str
    entity: str
    relation: str = ""
    children: list[int] = field(default_factory=list)


def read(path: Path) -> Iterator[list[Word]]:
    """The sentences of one NDT file, without the bar that ends a heading."""
    for rows in blocks(path):
        kept = [row for row in rows if row[1] not in TERMINATORS]
        place = {row[0]: position for position, row in enumerate(kept)}
        if not kept or any(row[6] != "0" and row[6] not in place for row in kept):
            continue
        yield [
            Word(
                form=row[1],
                lemma=row[2],
                pos=row[3],
                marks=frozenset(row[5].split("|")),
                head=place[row[6]] if row[6] != "0" else -1,
                function=row[7],
                entity=entity(row[9].partition("name=")[2].split("|")[0] or "O"),
            )
            for row in kept
        ]


def convert(words: list[Word]) -> list[Word]:
    """The same words with DDT's heads and relations in `head` and `relation`; the root's head is -1."""
    relate(words)
    lift_quotations(words)
    for position in sorted(range(len(words)), key=lambda at: -depth(words, at)):
        raise_content(words, position)
    flatten_names(words)
    finish(words)
    return words


def depth(words: list[Word], position: int) -> int:
    """How far below the root a word hangs; 999 in a cycle."""
    steps = 0
    while words[position].head >= 0 and steps < 999:
        position = words[position].head
        steps += 1
    return steps


def children(words: list[Word], head: int, *functions: str) -> list[int]:
    """Positions of the words under `head`, of the given NDT functions if any are given."""
    return [at for at, word in enumerate(words) if word.head == head and (not functions or word.function in functions)]


def is_clause(words: list[Word], position: int) -> bool:
    """Whether a verb (or the infinitive's `å`) is what the word at `position` stands for."""
    return words[position].pos in {"verb", "inf-merke"}


def relate(words: list[Word]) -> None:
    """Set each word's relation from its function, while the heads are still NDT's."""
    for position, word in enumerate(words):
        word.relation = relation(words, position)


def relation(words: list[Word], position: int) -> str:
    """DDT's relation for one word, given NDT's tree."""
    word = words[position]
    if word.head < 0:
        return "root"
    head = words[word.head]
    match word.function:
        case "IP" | "IK":
            return "punct"
        case "SUBJ":
            return "nsubj"
        case "FSUBJ":
            real = children(words, word.head, "PSUBJ")
            return "expl" if real and not is_clause(words, real[0]) else "nsubj"
        case "PSUBJ":
            return "advcl" if is_clause(words, position) else "obj"
        case "DOBJ" | "POBJ":
            if word.pos == "inf-merke":
                return "xcomp"
            return "ccomp" if word.pos == "verb" else "obj"
        case "FOBJ":
            return "obj"
        case "IOBJ":
            return "iobj"
        case "INFV":
            return "xcomp"
        case "SPRED" | "OPRED" | "FSPRED" | "FOPRED":
            return "obl" if word.pos == "prep" else "xcomp"
        case "DET":
            return determiner(word)
        case "ATR":
            return attribute(words, position)
        case "ADV":
            return adverbial(words, position)
        case "APP":
            return "nmod" if position < word.head else "appos"
        case "KOORD" | "KOORD-ELL":
            return "conj"
        case "KONJ":
            return "cc"
        case "SBU":
            return subjunction(words, position)
        case "FLAT":
            return "flat"
        case "INTERJ":
            return "discourse"
        case "PAR":
            return "vocative" if word.entity.endswith("PER") else "conj"
        case "PUTFYLL":
            if head.pos == "inf-merke" or word.pos == "verb":
                return "advcl"
            return "obl"
    return "dep"


def determiner(word: Word) -> str:
    if "gen" in word.marks:
        return "nmod:poss"
    if word.pos == "adj" or word.marks & {"<ordenstall>", "<ordenstal>", "<adj>", "forst"}:
        return "amod"
    if word.form[:1].isdigit() or ("kvant" in word.marks and word.lemma in NUMBERS):
        return "nummod"
    return "nmod" if word.pos == "subst" else "det"


NUMBERS = {
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju",
    "syv",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tjue",
    "tretti",
    "hundre",
    "tusen",
}


def attribute(words: list[Word], position: int) -> str:
    word, head = words[position], words[words[position].head]
    if word.pos == "verb":
        return "acl:relcl" if head.pos in {"subst", "pron", "det", "adj"} else "advcl"
    if word.pos == "inf-merke":
        return "acl:relcl"
    if word.pos == "adj":
        return "amod" if head.pos in {"subst", "pron"} else "advmod"
    if word.pos == "prep":
        filled = children(words, position, "PUTFYLL")
        if not filled:
            return "advmod"
        return "nmod" if head.pos in {"subst", "pron", "det"} and not is_clause(words, filled[0]) else "obl"
    if word.pos == "subst":
        return "nmod:poss" if "gen" in word.marks else "nmod"
    if word.pos == "det":
        return "nmod:poss" if "gen" in word.marks else "det"
    return "advmod" if word.pos in {"adv", "interj"} else "nmod"


PARTICLES = {"opp", "ut", "inn", "ned", "til", "på", "av", "om", "med", "i", "over", "bort", "tilbake", "frem", "fram"}


def adverbial(words: list[Word], position: int) -> str:
    word = words[position]
    if word.pos == "prep":
        if children(words, position, "PUTFYLL"):
            return "obl"
        return "compound:prt" if word.lemma in PARTICLES and words[word.head].pos == "verb" else "advmod"
    if word.pos in {"verb", "inf-merke"}:
        return "advcl"
    return "obl" if word.pos in {"subst", "pron", "det"} else "advmod"


def subjunction(words: list[Word], position: int) -> str:
    """A relative `som` is the subject or the object of its clause; other subjunctions mark it."""
    word = words[position]
    if word.lemma != "som" or words[word.head].function not in {"ATR", "KOORD"}:
        return "mark"
    verbs, at = {word.head}, word.head
    while below := children(words, at, "INFV"):
        at = below[0]
        verbs.add(at)
    present = {other.function for other in words if other.head in verbs}
    if not present & {"SUBJ", "FSUBJ"}:
        return "nsubj"
    return "obl" if present & {"DOBJ"} else "obj"


def lift_quotations(words: list[Word]) -> None:
    """`«…», sier han`: DDT's root is the verb of saying, and what was said is its `ccomp`."""
    for position, word in enumerate(words):
        if word.function != "PAR" or word.pos != "verb" or word.head < 0:
            continue
        quoted = word.head
        if words[quoted].head >= 0 or position < quoted or children(words, position, "DOBJ", "SBU"):
            continue
        if not children(words, position, "SUBJ"):
            continue
        word.head, word.relation = -1, "root"
        words[quoted].head, words[quoted].relation = position, "ccomp"
        for at in children(words, quoted, "IP"):
            if at > position:
                words[at].head = position
        return


def swap(words: list[Word], upper: int, lower: int, relation_of_upper: str) -> None:
    """Put `lower` in the place of its head `upper`, which comes under it together with what else hung there."""
    words[lower].head = words[upper].head
    words[lower].relation = words[upper].relation
    words[upper].head, words[upper].relation = lower, relation_of_upper


def hand_over(words: list[Word], upper: int, lower: int, keep: set[str]) -> None:
    for at, word in enumerate(words):
        if word.head == upper and at != lower and word.relation not in keep:
            word.head = lower


def raise_content(words: list[Word], position: int) -> None:
    """Where a function word is on top of its content word, let them change places. Works from the leaves up."""
    word = words[position]
    if word.pos == "inf-merke":
        if below := children(words, position, "INFV"):
            swap(words, position, below[0], "mark")
            hand_over(words, position, below[0], set())
            words[below[0]].function = word.function
    elif word.pos in {"prep", "sbu"}:
        if below := children(words, position, "PUTFYLL"):
            if word.lemma in DIRECTIONS and any(other.head == below[0] and other.relation == "case" for other in words):
                words[below[0]].relation = "obl"
                word.relation = "advmod"
                return
            clause = words[below[0]].pos == "verb"
            raised = words[position].relation
            swap(words, position, below[0], "mark" if clause else "case")
            hand_over(words, position, below[0], {"fixed"})
            if clause:
                words[below[0]].relation = "advcl" if raised in {"obl", "nmod", "xcomp", "advmod"} else raised
            words[below[0]].function = word.function
    elif word.pos == "verb":
        raise_verb(words, position)


def raise_verb(words: list[Word], position: int) -> None:
    word = words[position]
    if word.lemma in AUXILIARIES and (below := children(words, position, "INFV")):
        swap(words, position, below[0], "aux")
        hand_over(words, position, below[0], set())
        words[below[0]].function = word.function
    elif word.lemma in COPULAS and (below := children(words, position, "SPRED")):
        lower = below[0]
        if any(other.head == lower and other.relation in {"case", "mark"} for other in words):
            words[lower].relation = "obl" if words[lower].pos != "verb" else "advcl"
            return
        if words[lower].pos in {"prep", "adv"}:
            words[lower].relation = "advmod"
            return
        swap(words, position, lower, "cop")
        hand_over(words, position, lower, set())
        words[lower].function = word.function


def flatten_names(words: list[Word]) -> None:
    """`Per → Olav → Hansen` hangs in a chain in NDT; in UD all hang under the first."""
    for word in words:
        while word.relation == "flat" and word.head >= 0 and words[word.head].relation == "flat":
            word.head = words[word.head].head


def finish(words: list[Word]) -> None:
    """One root, no cycle; what else stands alone hangs under it."""
    roots = [at for at, word in enumerate(words) if word.head < 0]
    top = next((at for at in roots if words[at].relation != "punct"), roots[0])
    for at in roots:
        if at != top:
            words[at].head = top
            words[at].relation = "punct" if words[at].function in MARKS else "conj"
    words[top].relation = "root"
    for at, word in enumerate(words):
        if depth(words, at) >= 999:
            raise ValueError(f"a cycle in: {' '.join(word.form for word in words)}")

"""What the words around a pronoun, or around who is named, tell: `Hun orienterede | endvidere`, `Tak til | Lis`."""

from collections.abc import Sequence

from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.persons import Named, Told
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.verbs import read_form
from analyser.language.words import Word

_HEAD = 2  # words in front of a subject behind its verb: `Endvidere orienterede | hun`
_ANSWERED = frozenset(("ask", "remark", "object", "propose", "stress"))


def says(tokens: Sequence[Word], n: int) -> bool:
    """`Denne | oplyste`, `hvorefter denne | spurgte`: one who says something; not `Denne blev godkendt`."""
    following = tokens[n + 1].low if n + 1 < len(tokens) else ""
    return any(form.kind == "past" for form in read_form(following))


def is_nearest(tokens: Sequence[Word], named: Named, stop: int) -> bool:
    """Tell whether no thing and nobody else stands behind somebody, who may be `denne`: `Det overlodes | Ib | at svare.
    Denne oplyste`; not `Ib fremlagde | rapporten`, `Ib læste et brev fra | naboen`, of which either may tell more."""
    behind = [t for t in tokens if named.end <= t.start < stop and not t.is_mark]
    return not any(
        t.low.endswith(("en", "et", "ne")) if (pos := t.pos) is None else pos in ("NOUN", "PROPN") for t in behind
    )


def goes_on(pronoun: str, tokens: Sequence[Word], n: int) -> bool:
    """`Hun orienterede | endvidere om festen`, `Endvidere orienterede hun`: at the head of its sentence, by a verb."""
    head = tokens[: n + 4]
    return (
        pronoun in words("pronouns", "person")
        and n <= _HEAD
        and bool(_acts(tokens, n))
        and any(t.low in words("pronouns", "going_on") for t in head)
    )


def answers(tokens: Sequence[Word], n: int) -> bool:
    """`Han | svarede`, `Det sagde han | ja til`."""
    return _acts(tokens, n) == {"answer"} or (
        n + 1 < len(tokens) and tokens[n + 1].low in words("pronouns", "answering")
    )


def _acts(tokens: Sequence[Word], n: int) -> set[str]:
    """Give what the verb beside the word at `n` does: `Han | svarede` answers."""
    beside = [tokens[m].low for m in (n + 1, n - 1) if 0 <= m < len(tokens)]
    return {form.verb.act for low in beside for form in read_form(low) if form.kind in ("past", "present")}


def is_answered(told: Told, named: Named) -> bool:
    """Tell whether somebody said what is answered behind it: `Ib | spurgte …`, `Ib | fandt planen dyr`, `Så spurgte
    Ib |`; not `Lis opfordrede Ib |`."""
    tokens = told.sentence.words
    n = next((n for n, t in enumerate(tokens) if t.start >= named.end), None)
    if n is None:
        return False
    first = next(m for m, t in enumerate(tokens) if t.end > named.start)
    front = first > 0 and not any(x.start < tokens[first - 1].start for x in told.named)
    acts = {
        form.verb.act
        for low in (tokens[n].low, *([tokens[first - 1].low] if front else []))
        for form in read_form(low)
        if form.kind in ("past", "present")
    }
    return bool(acts) and acts <= _ANSWERED


def is_governed(tokens: Sequence[Word], named: Named) -> bool:
    """Tell whether a preposition stands in front, so that somebody is no subject: `Tak til | Lis`."""
    before = next((t for t in reversed(tokens) if t.end <= named.start), None)
    return before is not None and before.low in words("adverbs", "prepositions")


def speaks(sentence: Sentence, named: Named) -> bool:
    """Tell whether somebody is the subject of a verb in the past: `Lis | oplyste`; not `Lis melder tilbage`."""
    n = next((n for n, t in enumerate(sentence.words) if t.start >= named.end), None)
    return n is not None and any(
        f.kind == "past" for m in (n, n - 2) if m >= 0 for f in read_form(sentence.words[m].low)
    )


def clause_start(tokens: Sequence[Word], n: int) -> int:
    """Give the offset at which the clause with the word at `n` begins."""
    for m in range(n - 1, -1, -1):
        if _opens_clause(tokens, m):
            return tokens[m].end
    return tokens[0].start


def _opens_clause(tokens: Sequence[Word], m: int) -> bool:
    token = tokens[m]
    if token.text in ".,;:–—-()":
        return True
    if token.low in words("adverbs", "joining"):
        following = tokens[m + 1] if m + 1 < len(tokens) else None
        return following is not None and following.text[0].islower() and not _is_listed(tokens, m)
    # `for` opens a clause only behind a comma, which did already
    return token.low in (words("adverbs", "subordinating") | words("adverbs", "clause_joining") - {"for"})


def _is_listed(tokens: Sequence[Word], m: int) -> bool:
    """Tell `formanden og kassereren takkede ham` from `formanden rejste sig og takkede ham`."""
    following = tokens[m + 1]
    if following.low in words("pronouns", "writer"):
        return True  # `Formanden og undertegnede taler med ham`
    if following.low in words("pronouns", "person"):  # `foreslog, at Lis og | hun tog derned`
        first = m - 1
        while first > 0 and tokens[first - 1].text[0].isupper():
            first -= 1
        opens = first <= 0 or tokens[first - 1].low in words("adverbs", "subordinating")
        return opens and tokens[m - 1].text[0].isupper()
    if looks_finite(following.low):
        return False
    pos = following.pos
    return pos in ("NOUN", "PROPN", "ADJ", "DET") if pos is not None else following.low.endswith(("en", "et", "ne"))


def subjects(pronoun: str, tokens: Sequence[Word], n: int, clause: int, named: Sequence[Named]) -> frozenset[str]:
    """Give who cannot be meant as the subject of a verb behind `og` is that of the verb before: `Bo gav Ib en nøgle og
    bad ham låse`."""
    opener = next((m for m in range(n - 1, -1, -1) if tokens[m].end == clause), None)
    if pronoun not in words("pronouns", "object") or opener is None:
        return frozenset()
    if tokens[opener].low not in words("adverbs", "joining") or any(clause <= x.start < tokens[n].start for x in named):
        return frozenset()
    before = [x for x in named if clause_start(tokens, opener) <= x.start < clause]
    return frozenset(x.key for x in before[:1])


def listed_first(tokens: Sequence[Word], named: Sequence[Named]) -> list[Named]:
    """Give the first of those named, with whom is joined to him: `Pia og Lars | tager hans tjans`."""
    found = list(named[:1])
    for x in named[1:]:
        between = [t for t in tokens if found[-1].end <= t.start < x.start]
        if not between or any(t.low not in words("adverbs", "pairing") and t.text not in ",/+&" for t in between):
            break
        found.append(x)
    return found


def described(pronoun: str, tokens: Sequence[Word], clause: int, named: Sequence[Named]) -> frozenset[str]:
    """Give whom a relative clause tells of, who is not the one that something is done to in it: `lånte den af Arne,
    som | vil hjælpe ham`."""
    opener = next((m for m, t in enumerate(tokens) if t.end == clause), None)
    if pronoun not in words("pronouns", "object") or not opener or tokens[opener].low not in ("som", "der"):
        return frozenset()
    before = [x for x in named if x.end <= tokens[opener].start]
    near = before and not any(before[-1].end <= t.start < tokens[opener].start and t.text != "," for t in tokens)
    return frozenset((before[-1].key,)) if near else frozenset()


def asks_about(pronoun: str, tokens: Sequence[Word], n: int, clause: int, named: Sequence[Named]) -> str | None:
    """Give who asks what somebody does, who may be himself: `Bo | spurgte, om han kendte sagen`; not `Bo spurgte, om
    han kunne få den`, and nobody where another is asked: `Lis spørger Ib, om han kommer`."""
    opener = next((m for m, t in enumerate(tokens[:n]) if t.end == clause), None)
    if opener is None or n != opener + 1 or tokens[opener].low not in words("adverbs", "asking"):
        return None
    verb = tokens[n + 1].low if n + 1 < len(tokens) else ""
    if pronoun not in words("pronouns", "person") or verb in words("pronouns", "allowed"):
        return None
    asking = next((t for t in tokens[:opener] if any(f.verb.act == "ask" for f in read_form(t.low))), None)
    before = [x for x in named if asking is not None and x.end <= asking.start]
    return before[-1].key if before else None

"""Titles in sentences that mean somebody: `Formanden`, `den pædagogiske leder`, `TR FOA`, `Formand og næstformand`."""

from collections.abc import Iterator, Sequence

from analyser.extraction.cast import Cast, mention_of
from analyser.extraction.clause_openings import looks_finite
from analyser.extraction.holders import link_title
from analyser.extraction.houses import sent_by_house
from analyser.extraction.offices import may_be_title, read_writer, title_in, title_phrases
from analyser.extraction.sentences import Sentence
from analyser.language.lexicon import words
from analyser.language.names import is_given_name, is_title_word
from analyser.language.words import Word
from analyser.linking import Link
from analyser.linking.roles import in_full
from analyser.minutes import Mention


def titles_in(prose: str, sentence: Sentence, cast: Cast) -> Iterator[Mention]:
    """Find the titles of one sentence that mean somebody here, or may mean one of several."""
    tokens = sentence.words
    for n, word in enumerate(tokens):
        if word.low in words("pronouns", "writer"):
            others = n + 1 < len(tokens) and tokens[n + 1].low in words("organisations", "unknown", "nouns")
            wrote = None if others else read_writer(word.text, word.start, cast)  # not `Undertegnede beboere klager`
            if wrote is not None and wrote.mention is not None:
                yield wrote.mention
            continue
        acronym = word.text.isupper() and word.low in words("titles", "whole")  # `TR`, `AMR`
        acronym = acronym or (word.low in words("titles", "clipped") and "." in (word.text, _text(tokens, n + 1)))
        if word.is_mark or (len(word.text) < 5 and "'" not in word.text and "’" not in word.text and not acronym):
            continue
        long = _with_adjective(prose, tokens, n, cast) if n and word.low in cast.heads else None
        if long is not None:
            yield long
            continue
        if not may_be_title(word.text, cast):
            continue
        sent = sent_by_house(prose, word.start, word.end, cast)
        if sent is not None:
            yield mention_of(prose[sent[1] : sent[2]], sent[1], Link(sent[0].id, "role", 0.85))
            continue
        for text, start in title_phrases(prose, tokens, n):
            title = title_in(text, cast) or title_in(text.removesuffix("s"), cast)  # `Efter formandens forslag`
            if title is None:
                continue
            link, _ = link_title(text.removesuffix("s") if text.endswith("ns") else text, title, start, cast)
            if link.participant is not None or link.ambiguous:
                yield mention_of(text, start, link)
            elif text[0].isdigit():
                continue  # `5. Institutlederen nævnte …`: the number of the item
            break  # `formanden for Børneudvalget` is no `formanden`
        else:
            if _stands_bare(tokens, n, n):
                link, _ = link_title(word.text, word.low, word.start, cast)
                if link.participant is not None:
                    yield mention_of(word.text, word.start, link)


def _with_adjective(prose: str, tokens: Sequence[Word], n: int, cast: Cast) -> Mention | None:
    """`Den pædagogiske |leder|`, `Pædagogisk |leder| spurgte`: a title that the roster has with its adjective."""
    title = in_full(f"{tokens[n - 1].low} {tokens[n].low}")
    if title not in cast.long_titles:
        return None
    first, owner = n - 1, tokens[n - 2].low if n > 1 else ""
    if owner in words("pronouns", "articles") | words("pronouns", "our"):
        first -= 1
    elif not _stands_bare(tokens, first, n):
        return None
    text, start = prose[tokens[first].start : tokens[n].end], tokens[first].start
    link, _ = link_title(text, title, start, cast)
    return mention_of(text, start, link) if link.participant is not None else None


def _text(tokens: Sequence[Word], n: int) -> str:
    return tokens[n].text if n < len(tokens) else ""


def _stands_bare(tokens: Sequence[Word], n: int, last: int) -> bool:
    """Tell whether a title with no article, the words from `n` to `last`, names its bearer: `Revisor | gennemgik`,
    `Pædagogisk leder | spurgte`, `Formand og | næstformand`, and `rektor` anywhere; not `Revisor Lis Bo`, `Formand: Ib
    Holm`, `valg af formand`."""
    word = tokens[last]
    clipped = word.low in words("titles", "clipped") and _text(tokens, last + 1) == "."
    behind = last + clipped + 1
    following = tokens[behind] if behind < len(tokens) else None
    if n and tokens[n - 1].low in words("titles", "former"):
        return False  # `Den nye | FTR vælges i maj`
    known = n < last or (is_title_word(word.text) and not is_given_name(word.text))
    if not known or (following and following.text[0].isupper()):
        return False
    if clipped or word.low in words("titles", "bare") or (word.text.isupper() and word.low in words("titles", "whole")):
        happens = any(t.low in words("titles", "happens") for t in tokens[max(0, n - 2) : n])
        return not happens and (n == 0 or tokens[n - 1].low not in words("titles", "unbare"))
    if n == 0:
        if following is None or following.text == ":":
            return False
        return tokens[0].text[0].isupper() and (
            following.low in words("adverbs", "pairing") or looks_finite(following.low)
        )
    if n < 2 or tokens[n - 1].low not in words("adverbs", "pairing"):
        return False
    return _stands_bare(tokens, n - 2, n - 2)

"""Pieces of a sentence with their trees, and how they are put together."""

from dataclasses import dataclass, replace

from models.training.conllu import Sentence, Token

HEAD = "HEAD"


@dataclass(frozen=True)
class Piece:
    """Words in order with the position of their head; heads count from the first word of the piece."""

    tokens: tuple[Token, ...]
    head: int


def word(form: str, upos: str, feats: str = "_", lemma: str = "") -> Piece:
    """One word, its own head."""
    return Piece((Token(form=form, lemma=lemma or form.lower(), upos=upos, feats=feats, head=0),), 0)


def join(*parts: tuple[str, Piece]) -> Piece:
    """Pieces in the order given; the one called HEAD takes the others under the relations they come with."""
    tokens: list[Token] = []
    head = -1
    tops: list[tuple[int, str]] = []
    for relation, piece in parts:
        start = len(tokens)
        tokens.extend(replace(token, head=token.head + start) for token in piece.tokens)
        if relation == HEAD:
            head = start + piece.head
        else:
            tops.append((start + piece.head, relation))
    if head < 0:
        raise ValueError("no part is the head")
    for top, relation in tops:
        tokens[top].head, tokens[top].deprel = head, relation
    tokens[head].head = head
    return Piece(tuple(tokens), head)


def named(piece: Piece, label: str) -> Piece:
    """The piece as one entity."""
    tokens = tuple(replace(token, entity=f"{'I' if at else 'B'}-{label}") for at, token in enumerate(piece.tokens))
    return Piece(tokens, piece.head)


def capitalised(piece: Piece) -> Piece:
    first = piece.tokens[0]
    return Piece((replace(first, form=first.form[:1].upper() + first.form[1:]), *piece.tokens[1:]), piece.head)


def punctuation(form: str) -> Piece:
    return word(form, "PUNCT", lemma=form)


def adposition(form: str) -> Piece:
    return word(form, "ADP", "AdpType=Prep")


def sentence(piece: Piece, end: str = ".") -> Sentence:
    """The piece as a sentence of its own, its first letter large, with `end` (nothing for a heading) after it."""
    whole = capitalised(join((HEAD, piece), ("punct", punctuation(end))) if end else piece)
    tokens = [replace(token) for token in whole.tokens]
    tokens[whole.head].deprel = "ROOT"
    return tokens

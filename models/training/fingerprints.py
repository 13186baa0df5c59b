"""Digests of sentences, so that what was trained on can be shown without being published.

A file of them is a sorted run of eight-byte digests; two sentences agree where their lower-cased words do.
"""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from models.training.conllu import Sentence

SIZE = 8


def fingerprint(words: Iterable[str]) -> bytes:
    """Eight bytes for the words of a sentence, white space left out."""
    text = " ".join(word.lower() for word in words if not word.isspace())
    return blake2b(text.encode("utf8"), digest_size=SIZE).digest()


def of(sentences: Iterable[Sentence]) -> set[bytes]:
    return {fingerprint(token.form for token in sentence) for sentence in sentences}


def write(path: Path, digests: set[bytes]) -> None:
    path.write_bytes(b"".join(sorted(digests)))


def read(path: Path) -> set[bytes]:
    data = path.read_bytes()
    return {data[at : at + SIZE] for at in range(0, len(data), SIZE)}

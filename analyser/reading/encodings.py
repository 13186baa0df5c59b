"""Which encoding bytes of text are in, by the Danish that each would make of them.

UTF-8 and UTF-16 prove themselves. The single-byte encodings do not: any bytes are text in each of them. What tells is
where their letters fall: `mode` with a byte 0x9B in it is `møde` in cp850 and `m›de` in Windows-1252.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cache

from analyser.reading.source import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODECS = {"windows-1252": "cp1252", "cp850": "cp850", "cp865": "cp865", "macintosh": "mac_roman"}
"""Encodings to choose from, the likelier first: their public names and Python's. ISO 8859-1 is read as Windows-1252,
which has the same letters and more signs, as every browser does."""

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_CONTROL_SHARE = 0.01
_NULL_SHARE = 0.4  # of the high bytes of UTF-16, where most letters are Latin
_HIGH = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_BOXES = range(0x2500, 0x25A0)  # lines and blocks that DOS programs draw tables with


@dataclass(frozen=True)
class Decoded:
    """Text with the name of the encoding it was in; several are joined by ` + `, the commoner first."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, name: str) -> Decoded:
    """Decode bytes of text, a line at a time where a document is mixed.

    Raises:
        ReadingError: they are no text, or damaged against the mark that they begin with.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_marked(data, name, encoding), encoding.removesuffix("-sig"), False)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return Decoded(data.decode(wide, errors="replace"), wide, True)
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise ReadingError(f"{name}: this is a binary file, not text; save it as text (UTF-8) and try again")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        return _decode_lines(data)


def evidence(text: str) -> float:
    """Weigh how well text reads as Danish by its letters beyond ASCII and the words they stand in.

    `møde på Ærø` is well above zero, `m›de p† ’r›` below it, and text with ASCII alone is nothing either way.
    """
    score = 0.0
    for match in _HIGH.finditer(text):
        at = match.start()
        score += _weigh(match[0], text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " ")
    common = _known("words", "common")
    score += 3.0 * sum(not w.isascii() and w.casefold() in common for w in _WORD.findall(text))
    return score


def _weigh(char: str, before: str, after: str) -> float:
    danish = char in _known("letters", "danish")
    if danish or char in _known("letters", "foreign"):
        if not (before.isalpha() or after.isalpha()):
            return 0.5 if danish else 0.0
        if char.isupper() and before.islower():
            return -2.0
        return 2.0 if danish else 0.5
    if char in _known("letters", "rare"):
        return 0.25 if before.isalpha() or after.isalpha() else 0.0
    if char in _known("signs", "usual"):
        split = before.isalpha() and after.isalpha() and char not in _known("signs", "inside_words")
        return -2.0 if split else 0.5
    if ord(char) in _BOXES:
        return 0.0 if not (before.isalpha() or after.isalpha()) else -2.0
    return -3.0 if char == "\ufffd" or "\x80" <= char <= "\x9f" else -2.0


def _decode_marked(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"{name}: line {line} is damaged: it is not {encoding}, which the file's first bytes promise"
        raise ReadingError(f"{message}; save it as UTF-8 and try again") from error


def _wide_encoding(sample: bytes) -> str | None:
    """Tell UTF-16 with no mark by its zeros: every other byte of Latin text is one."""
    pairs = len(sample) // 2
    if pairs < 2 or b"\0" not in sample:
        return None
    odd, even = sample[1::2].count(0), sample[0 : 2 * pairs : 2].count(0)
    if odd > _NULL_SHARE * pairs and even == 0:
        found = "utf-16-le"
    elif even > _NULL_SHARE * pairs and odd == 0:
        found = "utf-16-be"
    else:
        return None
    letters = sample[: 2 * pairs].decode(found, errors="replace")
    latin = letters.encode("latin-1", errors="replace")  # what is not in it is no control character
    return None if len(_CONTROLS.findall(latin)) > _CONTROL_SHARE * len(latin) else found


def _decode_lines(data: bytes) -> Decoded:
    """Decode lines that are not all UTF-8: each by UTF-8 where it is that, else by what fits most of them.

    A line that reads as no Danish by that, and does by another, is in the other.
    """
    lines = data.splitlines(keepends=True)
    single: list[bytes] = []
    size = 0
    for line in lines:
        if size < _SAMPLE and not line.isascii() and _as_utf8(line) is None:
            single.append(line[:_SAMPLE])
            size += len(line)
    usual = _best(b"".join(single)[: 2 * _SAMPLE])
    counts: dict[str, int] = {}
    texts: list[str] = []
    for line in lines:
        encoding, text = _decode_line(line, usual)
        if not line.isascii():
            counts[encoding] = counts.get(encoding, 0) + 1
        texts.append(text)
    names = sorted(counts, key=lambda n: (-counts[n], n))
    return Decoded("".join(texts), " + ".join(names), True)


def _decode_line(line: bytes, usual: str) -> tuple[str, str]:
    whole = _as_utf8(line)
    if whole is not None:
        return "utf-8", whole
    text = line.decode(_CODECS[usual], errors="replace")
    if len(line) <= _SAMPLE and evidence(text) < 0:
        other = _best(line)
        if other != usual and evidence(better := line.decode(_CODECS[other], errors="replace")) > 0:
            return other, better
    return usual, text


def _as_utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _best(data: bytes) -> str:
    return max(_CODECS, key=lambda name: evidence(data.decode(_CODECS[name], errors="replace")))


@cache
def _known(*keys: str) -> frozenset[str]:
    from analyser.language.lexicon import words  # here, since the language room loads spaCy

    return words("encodings", *keys)

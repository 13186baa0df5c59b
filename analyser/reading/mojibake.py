"""Text that was saved after it had been read by a wrong encoding: `Ã¦` for `æ`, `m›de` for `møde`."""

import re

import ftfy

from analyser.reading.encodings import evidence

_TWICE = re.compile("[ÃÂâ][\x80-\xbf†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ€Ž…¦¥¸]|[\x80-\x9f]|├[ª©Ñ╕Ñå]")
_ONCE = re.compile(r"[^\W\d_][‘’›†Õ°µ¾¿Œ‹]|[‘›†Õ°µ¾¿Œ][^\W\d_]")
_LONGEST = 200_000  # code points; no line of minutes is longer, and ftfy takes its time
_MISTAKEN = (("cp1252", "utf-8"), ("cp1252", "cp850"), ("cp850", "cp1252"), ("cp1252", "mac_roman"))
"""Pairs: by what the bytes were read, and what they were in."""

_ONLY_ENCODING = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def mend(text: str) -> tuple[str, int]:
    """Mend lines of text, and tell how many were.

    `Tilstedeværende` from `TilstedevÃ¦rende`, which ftfy finds in part of a line too; `møde på` from `m›de p†`, which
    DOS text becomes when it is opened in Windows. A line is changed only where it reads better as Danish by it.
    """
    if not (_TWICE.search(text) or _ONCE.search(text)):
        return text, 0
    lines = text.split("\n")
    mended = 0
    for n, line in enumerate(lines):
        better = _mend_line(line)
        if better != line:
            lines[n] = better
            mended += 1
    return "\n".join(lines), mended


def _mend_line(line: str) -> str:
    if len(line) > _LONGEST:
        return line
    found = [ftfy.fix_text(line, _ONLY_ENCODING)] if _TWICE.search(line) else []
    if not found and not _ONCE.search(line):
        return line
    for read_by, was in _MISTAKEN:
        try:
            found.append(line.encode(read_by).decode(was))
        except UnicodeError:
            continue
    before = evidence(line)
    best = max(found, key=evidence, default=line)
    return best if evidence(best) > max(0.0, before) else line

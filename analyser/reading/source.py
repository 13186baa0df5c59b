"""The records of reading: a document that was read, and one that could not be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A document as text, before anything is known about it.

    Attributes:
        name: the file's name, without folders; of a document inside another, the way to it: `arkiv.zip/1998/maj.docx`.
        text: NFC, `\\n` line ends; nothing else is changed but `mended_lines`. All offsets of the analysis
            count code points in it.
        media_type: IANA media type.
        encoding: the encoding that the bytes were read by; `utf-8` for formats whose text is in XML or Unicode.
        sha256: hex digest of the document's own bytes as they were read.
        pages: the offset at which each page begins, or None where the format knows no pages.
        encoding_guessed: no mark or rule proved the encoding.
        unreadable_pages: numbers, from 1, of the pages that gave no text.
        mended_lines: how many lines had letters that were saved in a wrong encoding (`Ã¦` for `æ`), and are mended.
        first_page: the number that the first of `pages` has in the file; not 1 in a later part of a file.
        part: `[start, end)` in the text of the file that this is one meeting of; None where it is the whole file.
    """

    name: str
    text: str
    media_type: str
    encoding: str
    sha256: str
    pages: tuple[int, ...] | None = None
    encoding_guessed: bool = False
    unreadable_pages: tuple[int, ...] = ()
    mended_lines: int = 0
    first_page: int = 1
    part: tuple[int, int] | None = None


@dataclass(frozen=True)
class Failure:
    """A document, alone or inside an archive or a mail, that gives no text.

    Attributes:
        name: as `Source.name`.
        problem: one line for people: which document, what was wrong, what to do.
        passed_over: it is of a kind that holds no minutes (a program, a spreadsheet); nothing is broken.
    """

    name: str
    problem: str
    passed_over: bool = False


class ReadingError(ValueError):
    """A file cannot be read as minutes; its text is one line for people: what, which file, what to do."""

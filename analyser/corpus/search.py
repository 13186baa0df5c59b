"""Free text to a query: what a person types is words to look for, never syntax."""

import re
import unicodedata

MOST_WORDS = 32
"""Words of a query beyond this are passed over: they narrow nothing more, and FTS5 bounds its expressions."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]*)"')


def words(text: str) -> list[str]:
    """Split text into words in NFC: runs of letters and digits."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def fts_query(text: str) -> str | None:
    """Turn what a person typed into an FTS5 query; None where it holds no word.

    Every word must occur as the beginning of a word (`indbrud` finds `indbrudsforebyggelse`); words in double quotes
    must stand together (`"vold i familien"`). Nothing in the text works as an operator: each word is quoted, and a
    word holds only letters and digits.
    """
    phrases = [words(quoted) for quoted in _QUOTED.findall(text)]
    phrases += [[word] for word in words(_QUOTED.sub(" ", text))]
    left, terms = MOST_WORDS, []
    for phrase in phrases:
        if phrase := phrase[:left]:
            terms.append(f'"{" ".join(phrase)}"*')
            left -= len(phrase)
    return " AND ".join(terms) or None


def fits(name: str | None, query: str) -> bool:
    """Tell whether each word of the query begins a word of the name (`ole t` fits `Jens Ole Tornby`).

    Words of the query need not stand in order, but no two of them may begin the same word of the name.
    """
    left = [word.casefold() for word in words(name or "")]
    wanted = sorted((word.casefold() for word in words(query)), key=len, reverse=True)
    for word in wanted:
        begun = min((other for other in left if other.startswith(word)), key=len, default=None)
        if begun is None:
            return False
        left.remove(begun)
    return bool(wanted)


def name_key(name: str | None) -> str:
    """Give what two writings of one name share: case and white space do not tell names apart."""
    return " ".join((name or "").casefold().split())


def danish_order(name: str) -> str:
    """Give a sort key for Danish: æ, ø and å come after z, in this order."""
    return name.casefold().translate(_AFTER_Z)


_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})

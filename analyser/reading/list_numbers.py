"""Numbers of lists as a word processor shows them: 3 as `3`, `c`, `C`, `iii` or `III`."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LAST_ROMAN = 4000


def write_number(value: int, style: str) -> str:
    """Write a list's number; `style` is `1`, `a`, `A`, `i`, `I` or, for no number at all, empty.

    After `z` comes `aa`, then `bb`, as in Word and LibreOffice.
    """
    if not style:
        return ""
    if style in ("a", "A") and value > 0:
        letter = chr(ord(style) + (value - 1) % 26)
        return letter * min((value - 1) // 26 + 1, 20)
    if style in ("i", "I") and 0 < value < _LAST_ROMAN:
        roman = _roman(value)
        return roman if style == "i" else roman.upper()
    return str(value)


def _roman(value: int) -> str:
    written = ""
    for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
        times, value = divmod(value, worth)
        written += letters * times
    return written

"""Signs of the fonts Wingdings and Symbol, which old documents tick boxes and begin list lines with."""

_SIGNS = {
    0xFE: "☒", 0xFD: "☒", 0x78: "☒", 0x51: "☑", 0x52: "☑", 0xA8: "☐", 0x6F: "☐", 0xFC: "✓", 0xB7: "•", 0xA7: "•",
    0x2D: "-", 0xD8: "•", 0x76: "•", 0x6E: "•",
}  # fmt: skip


def sign_of(code: int) -> str:
    """Give the sign that a code of these fonts (its low byte counts) shows; empty if it is none that tells anything."""
    return _SIGNS.get(code & 0xFF, "")

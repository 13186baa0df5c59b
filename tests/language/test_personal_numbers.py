"""Personal numbers in text, and numbers of ten figures that are none. All numbers are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyser.language.personal_numbers import find_personal_numbers, fits_modulus


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # written as one: the date decides
        ("Sagen om 010203-1234 udgik.", ["010203-1234"]),
        ("010203 1234", ["010203 1234"]),
        ("010203–1234 og 311299-4321", ["010203–1234", "311299-4321"]),
        ("610203-1234", ["610203-1234"]),  # a replacement number: 60 on the day
        ("290200-4123", ["290200-4123"]),
        ("290200-1123", []),  # 1900 had no 29 February
        ("310203-1234", []),
        ("320203-1234", []),
        ("011303-1234", []),
        # ten figures in a row: modulus 11 decides, where it applies
        ("j.nr. 0705601233", []),
        ("journal 0705600007", ["0705600007"]),
        ("0101651234", ["0101651234"]),  # 1 January ran out of numbers
        ("0312124321", ["0312124321"]),  # born in 2012
        ("0312121321", []),  # born in 1912
        # a label decides
        ("CPR 3112991234.", ["3112991234"]),
        ("cpr.nr.: 311299 1234", ["311299 1234"]),
        ("personnummer 31.12.99-1234", ["31.12.99-1234"]),
        # a date that is parted: modulus 11 again
        ("07 05 60 0007", ["07 05 60 0007"]),
        ("07.05.60 - 0007", ["07.05.60 - 0007"]),
        ("mødet den 12.05.24 1431", []),
        ("10102031234", []),
        ("01020312345", []),
        ("Sagsnr. 24/0102", []),
        ("tlf. 20 30 40 50", []),
    ],
)
def test_personal_numbers(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_personal_numbers(text)] == found


def test_modulus() -> None:
    assert fits_modulus("0705600007")
    assert not fits_modulus("0705600008")


@given(st.text(alphabet="0123456789-. CPR", max_size=40))
def test_what_is_found_ends_in_four_figures(text: str) -> None:
    for start, end in find_personal_numbers(text):
        assert sum(c.isdigit() for c in text[start:end]) == 10
        assert text[end - 4 : end].isdigit()

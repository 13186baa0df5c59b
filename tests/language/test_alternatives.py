"""Phrases as one regular-expression alternative: it matches what the phrases one by one match, the longest first."""

import re

import pytest

from analyser.language.lexicon import each, either

PHRASES = ("kl", "kl.", "klokken", "ved", "ved mødets start", "vedtaget", "a/b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("klokken", "klokken"),
        ("kl. 19", "kl."),
        ("klubben", "kl"),
        ("ved  mødets\nstart", "ved  mødets\nstart"),
        ("ved mødet", "ved"),
        ("vedtaget", "vedtaget"),
        ("a/b", "a/b"),
        ("aab", None),
        ("", None),
    ],
)
def test_the_longest_phrase_that_fits_is_matched(text: str, found: str | None) -> None:
    for pattern in (either(PHRASES), "|".join(each(PHRASES))):
        match = re.match(pattern, text)
        assert (match.group() if match else None) == found


def test_what_follows_may_ask_for_a_shorter_phrase() -> None:
    match = re.match(rf"{either(PHRASES)}\s\w+", "ved mødets start")
    assert match is not None
    assert match.group() == "ved mødets"


def test_one_phrase_is_an_alternative_too() -> None:
    assert re.fullmatch(rf"{either(['udsat'])}e?", "udsatte") is None
    assert re.fullmatch(rf"{either(['udsat'])}e?", "udsate") is not None

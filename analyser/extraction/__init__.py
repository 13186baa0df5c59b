"""Sentences and outline to facts: one module a kind of fact."""

from analyser.extraction.facts import Facts, extract

__all__ = ["Facts", "extract"]

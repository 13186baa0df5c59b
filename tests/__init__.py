"""Tests; a package, so that two rooms may have tests of the same name."""

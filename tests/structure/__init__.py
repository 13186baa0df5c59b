"""Tests of the layout's readers."""

"""Tests of the facts that sentences hold."""

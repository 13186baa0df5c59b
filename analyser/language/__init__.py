"""Danish: the model, sentences, words, verbs, names, dates, and the lexicon that they read."""

from analyser.language.model import ModelError, load_another, load_model, model_name

__all__ = ["ModelError", "load_another", "load_model", "model_name"]

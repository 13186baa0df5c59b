"""Many minutes in one store; questions to it as pandas frames; exports.

`open_corpus` is where an analyst starts. Inside: `schema.sql` and `store` (the file), `importing` and `keeping`
(in), `question`, `search`, `frames` and `people` (out), `export`, `excel`, `akoma_ntoso` and `tables` (forms of it).
"""

from analyser.corpus.corpus import Corpus, open_corpus
from analyser.corpus.question import QuestionError
from analyser.corpus.store import StoreError

__all__ = ["Corpus", "QuestionError", "StoreError", "open_corpus"]

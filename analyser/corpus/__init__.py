"""Many minutes in one store; questions to it as pandas frames; exports.

`import_minutes` and `open_corpus` are where an analyst starts. Inside: `schema/`, `migrating` and `store` (the file);
`finding`, `analysing`, `workers`, `importing` and `keeping` (in); `cluster`, `recorded` and `remote` (in, by way of
several machines); `corrections`, `corrected` and `corrected_gold` (what people corrected); `question`, `search`,
`vocabulary`, `frames` and `people` (out); `export`, `excel`, `akoma_ntoso`, `popolo` and `tables` (forms of it);
`masking` and `pseudonyms` (what is hidden).
"""

from analyser.corpus.corpus import Corpus, open_corpus
from analyser.corpus.importing import Outcome, import_minutes
from analyser.corpus.question import QuestionError
from analyser.corpus.store import StoreError

__all__ = ["Corpus", "Outcome", "QuestionError", "StoreError", "import_minutes", "open_corpus"]

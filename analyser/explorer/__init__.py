"""The corpus as pages for people, in Danish, on this machine alone.

`server` listens, `security` guards, `pages` answers, `queries` asks the store, `marks` lays facts over the text;
`templates/` holds the pages and every Danish word of them.
"""

from analyser.explorer.app import make_app
from analyser.explorer.server import serve

__all__ = ["make_app", "serve"]

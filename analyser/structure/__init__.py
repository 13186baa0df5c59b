"""Layout: headings, rosters, agendas, page furniture. No model."""

from analyser.structure.build import build_outline
from analyser.structure.elections import elected_in, elected_under
from analyser.structure.outline import Assignment, Outline, Paragraph
from analyser.structure.protocols import part_meetings

__all__ = ["Assignment", "Outline", "Paragraph", "build_outline", "elected_in", "elected_under", "part_meetings"]

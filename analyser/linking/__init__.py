"""A name or a role as written, linked to a participant; ambiguity is an answer, a guess is not."""

from analyser.linking.link import Link
from analyser.linking.names import link_name
from analyser.linking.roles import link_role

__all__ = ["Link", "link_name", "link_role"]

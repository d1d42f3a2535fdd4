"""Unknown files of a city that no one prepared for -> a proposed profile, with confidence and reasons.

``propose`` reads and judges; ``write_profile`` writes the TOML. What is not sure enough is left to a person.
"""

from __future__ import annotations

from .proposal import Proposal, SourceProposal, propose
from .toml_text import profile_text, write_profile

__all__ = ["Proposal", "SourceProposal", "profile_text", "propose", "write_profile"]

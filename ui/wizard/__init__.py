"""The mapping wizard: unknown files of a city -> a profile and an import, without writing TOML.

Public: ``open_wizard``. Everything that is decided is a ``layers.propose.draft.Draft``; here are only widgets.
"""

from __future__ import annotations

__all__ = ["open_wizard"]


def open_wizard(parent=None):
    """Show the wizard (not modal: the map stays at hand) and return it; keep the reference."""
    from .wizard import MappingWizard

    wizard = MappingWizard(parent)
    wizard.show()
    return wizard

"""Reports that cannot be written are told in words."""

from __future__ import annotations

import contextlib

from ...i18n import tr
from ...layers.errors import GunmaneError


@contextlib.contextmanager
def written(path: str):
    """Around the writing of a file: an error of the file system names the file and what to do. Raises GunmaneError."""
    try:
        yield
    except OSError as error:
        raise GunmaneError(
            tr("The file {file} cannot be written: {why}.", file=path, why=error.strerror or error),
            remedy=tr("Close it where it is open, or choose another name or folder."),
        ) from error

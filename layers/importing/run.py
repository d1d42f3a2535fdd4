"""Cities' ledgers into the store, one city after another.

``import_cities`` is the whole job; everything it did is in the ``ImportAccount`` it returns. A city lands whole
or not at all; inside a city a ledger that cannot be read is reported and leaves the others alone, unless the
profile requires it.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ...i18n import tr
from ..account import ImportAccount
from ..coordinates.boundary import boundaries
from ..errors import GunmaneError
from ..profile import Profile
from ..store import DEFAULT_CRS, IMPORT_SECONDS, Patience, create_store, open_or_create, open_store
from ..store.petitioners import PetitionerFile
from .city import CityImport
from .progress import Cancelled, Progress

__all__ = ["Cancelled", "Progress", "import_cities"]


def import_cities(
    jobs: Iterable[tuple[Profile, Path]],
    store_path: str | Path,
    *,
    dry_run: bool = False,
    crs: str | None = None,
    default_crs: str | None = None,
    boundary_path: str | Path | None = None,
    progress: Progress | None = None,
) -> ImportAccount:
    """Import cities one after another, each in a transaction of its own.

    ``jobs``: (profile, folder). ``crs``: what the store must be in; a store made anew is in it, else in
    ``default_crs``, else in EPSG:6677. With ``dry_run`` everything
    is done but the writing. Raises GunmaneError where nothing at all can be done (the store cannot be opened,
    written, or is of another version) and Cancelled; what concerns one city is in its account.
    """
    progress = progress or Progress()
    jobs = list(jobs)
    account = ImportAccount(str(store_path), dry_run)
    patience = Patience(IMPORT_SECONDS, progress.say, progress.check)
    with contextlib.ExitStack() as stack:
        if dry_run and not Path(store_path).exists():
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            create_store(Path(folder) / "empty.gpkg", crs or default_crs or DEFAULT_CRS).close()
            store = stack.enter_context(open_store(Path(folder) / "empty.gpkg", readonly=True))
        elif dry_run:
            store = stack.enter_context(open_store(store_path, readonly=True, patience=patience))
        else:
            store = stack.enter_context(
                open_or_create(store_path, crs or default_crs or DEFAULT_CRS, patience)
            )
            if crs and crs.upper() != store.crs:
                raise GunmaneError(
                    tr("The store is in {theirs}, not {asked}.", theirs=store.crs, asked=crs),
                    code="E-CRS",
                    remedy=tr("A store keeps its CRS; leave the parameter empty or make a new store."),
                )
        personal = PetitionerFile(store_path, dry_run, patience)
        stack.callback(personal.close)
        areas = boundaries(boundary_path)
        names = {code: area.name_ja for code, area in areas.items()}
        for number, (profile, folder) in enumerate(jobs):
            share = (number / len(jobs), (number + 1) / len(jobs))
            run = CityImport(profile, Path(folder), store, personal, areas, names, dry_run, progress, share)
            account.cities.append(run.run())
    progress.report(1.0)
    return account

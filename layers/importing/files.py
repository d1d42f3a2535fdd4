"""Files of a city's folder: their prints, what belongs to a Shapefile, what no ledger claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def unused_files(folder: Path, used: Iterable[Path]) -> list[str]:
    """Files of a folder that no ledger of the profile claims, as paths within it."""
    used = set(used)
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and path not in used
        and not _side_file(path)
        and not path.name.startswith((".", "~$"))
    )


def sha256(path: Path) -> str:
    """The print of a ledger's file, with the files that belong to it."""
    digest = hashlib.sha256()
    for part in (path, *_companions(path)):
        with part.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


_SIDE_SUFFIXES = {
    ".shx",
    ".dbf",
    ".prj",
    ".cpg",
    ".sbn",
    ".sbx",
    ".qpj",
    ".qix",
    ".xml",
    ".gpkg-wal",
    ".gpkg-shm",
}


def _companions(path: Path) -> list[Path]:
    """The files that belong to a Shapefile: a change in any of them is a change of the ledger."""
    if path.suffix.lower() != ".shp":
        return []
    return sorted(
        p for p in path.parent.glob(path.stem + ".*") if p != path and p.suffix.lower() in _SIDE_SUFFIXES
    )


def _side_file(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in (".md", ".toml", ".html"):
        return True
    return suffix in _SIDE_SUFFIXES and any(path.with_suffix(main).exists() for main in (".shp", ".dbf"))

"""Which reader is for which file, and what to tell a person about a file that none can read."""

from __future__ import annotations

from pathlib import Path

from ...i18n import tr
from ..errors import GunmaneError
from . import sniff
from .tables import RawTable, ReadOptions


def open_tables(path, options: ReadOptions | None = None) -> list[RawTable]:
    """The tables of a file, one a sheet or layer (those that ``options`` chooses), opened but not yet read.

    Raises GunmaneError with file, code and remedy for whatever makes the whole file unreadable; never another
    exception.
    """
    path, options = Path(path), options or ReadOptions()
    try:
        return _open(path, options)
    except FileNotFoundError:
        raise GunmaneError(
            tr("There is no such file."),
            code="E-NOFILE",
            file=path.name,
            remedy=tr("Check the folder and the name."),
        ) from None
    except PermissionError:
        raise GunmaneError(
            tr("The file may not be read; perhaps it is open in another program."),
            code="E-ACCESS",
            file=path.name,
            remedy=tr("Close it there, or copy it to another folder."),
        ) from None
    except OSError as error:
        raise GunmaneError(
            tr("The file cannot be read: {reason}", reason=error.strerror or error),
            code="E-ACCESS",
            file=path.name,
        ) from None


def _open(path: Path, options: ReadOptions) -> list[RawTable]:
    if not path.exists():
        raise FileNotFoundError(path)
    kind = sniff.kind(path)
    if kind == "csv":
        from .delimited import open_delimited

        return open_delimited(path, options, "tsv" if path.suffix.lower() in (".tsv", ".tab") else "csv")
    if kind == "xlsx":
        try:
            from .workbook import open_workbook
        except ImportError:
            raise GunmaneError(
                tr("Reading xlsx needs openpyxl."), code="E-NOLIBRARY", file=path.name
            ) from None
        return open_workbook(path, options)
    refusal = _refusal(kind, path)
    if refusal:
        raise refusal
    from .vector import open_vector

    return open_vector(path, options, kind)


def _refusal(kind: str, path: Path) -> GunmaneError | None:
    """What the file is and what to do, for kinds that no reader takes."""
    save = tr("Open it in its own program and save it as .xlsx or .csv.")
    known = {
        "empty": ("E-EMPTY", tr("The file is empty."), tr("Copy the file again from its source.")),
        "xls": (
            "E-XLS",
            tr("This is a workbook of Excel 97-2003 (.xls)."),
            tr("Open it in Excel and save it as .xlsx."),
        ),
        "xlsb": (
            "E-XLS",
            tr("This is a binary workbook (.xlsb)."),
            tr("Open it in Excel and save it as .xlsx."),
        ),
        "encrypted": (
            "E-PASSWORD",
            tr("The workbook is protected by a password."),
            tr("Open it in Excel, remove the password (File > Info > Protect Workbook) and save it."),
        ),
        "brokenzip": (
            "E-TRUNCATED",
            tr("The file is a damaged or incomplete archive; it was perhaps cut off while being copied."),
            tr("Copy the file again from its source."),
        ),
        "zip": (
            "E-FILETYPE",
            tr("This is a zip archive, not a table."),
            tr("Unpack it and take the files in it."),
        ),
        "image": ("E-FILETYPE", tr("This is a picture, not a table."), tr("Ask for the table itself.")),
        "html": ("E-FILETYPE", tr("This is a web page (HTML) under another name."), save),
        "xmlsheet": ("E-FILETYPE", tr("This is a workbook in Excel's XML form of 2003."), save),
        "binary": ("E-FILETYPE", tr("This is neither text nor a known kind of table."), save),
    }
    for other in ("pdf", "gzip", "7z", "rar", "xz", "rtf", "docx", "ole", "ods", "parquet"):
        known[other] = ("E-FILETYPE", tr("This is a file of the kind {kind}, not a table.", kind=other), save)
    if kind not in known or (kind == "binary" and path.suffix.lower() not in _TABLES):
        return None
    code, message, remedy = known[kind]
    return GunmaneError(message, code=code, file=path.name, remedy=remedy)


_TABLES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".dat", "")

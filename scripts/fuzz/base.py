"""The undamaged ledgers: the sample's, cut short, and the tests' mini-city, in groups small enough to import fast."""

from __future__ import annotations

import dataclasses
import re
import shutil
import sys
import zipfile
from pathlib import Path

from . import ledger as ledgers

ROOT = Path(__file__).resolve().parents[2]
TEXT_ROWS, SHEET_ROWS, SHEETS = 150, 40, 3
GROUPS = (
    ("routes", "sections", "reference"),
    ("routes", "facilities", "lights", "standards"),
    ("requests", "damages", "contractors"),
    ("works", "patrols", "contractors"),
)
MINI_ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp")


@dataclasses.dataclass(frozen=True)
class Group:
    """Some ledgers of one city. ``folder`` holds their files; ``profile`` names only these sources."""

    id: str
    profile: object
    folder: Path

    def files(self) -> list[tuple[object, Path]]:
        """(source, main file) of every ledger."""
        from gunmane.layers.profile import source_files

        return [(s, p) for s in self.profile.sources for p in source_files(s, self.folder)]


def make(target: Path) -> None:
    """Cut the sample into ``target``: one folder a city, as in samples/, and the mini-city in its encodings."""
    from gunmane.layers.profile import load_profiles

    part = target.with_name(target.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    for profile in load_profiles():
        folder = next(f for f in (ROOT / "samples").iterdir() if profile.matches_folder(f.name))
        own = part / profile.id
        own.mkdir(parents=True)
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in (".xlsx", ".csv", ".tsv", ".shp", ".dbf", ".gpkg", ".geojson", ".kml"):
                if path.suffix == ".dbf" and path.with_suffix(".shp").exists():
                    continue
                _cut(path, own)
    for name in MINI_ENCODINGS:
        own = part / f"mini-{name}"
        own.mkdir()
        mini = _mini()
        rows = [row.replace("R7-", f"R7-{k}", 1) for k in range(12) for row in mini.ROWS]
        damages = [
            row.replace("D", f"D{k}", 1).replace("R7-", f"R7-{k}")
            for k in range(8)
            for row in mini.DAMAGES[1:]
        ]
        for file, lines in (("要望.csv", [mini.HEADER, *rows]), ("損傷.csv", [mini.DAMAGES[0], *damages])):
            (own / file).write_bytes(("\r\n".join(lines) + "\r\n").encode(name))
    (part / "mini.toml").write_text(_mini().PROFILE, encoding="utf-8")
    part.rename(target)


def _mini():
    sys.path.insert(0, str(ROOT / "tests" / "layers"))
    try:
        import city_fixture
    finally:
        sys.path.pop(0)
    return city_fixture


def groups(base: Path) -> list[Group]:
    """Every group of ledgers under ``base``, in a stable order."""
    from gunmane.layers.profile import load_profile, load_profiles

    found = []
    for profile in load_profiles():
        for number, names in enumerate(GROUPS, 1):
            sources = tuple(s for s in profile.sources if s.id.startswith(names))
            found.append(
                Group(
                    f"{profile.id}-{number}", dataclasses.replace(profile, sources=sources), base / profile.id
                )
            )
    for name in MINI_ENCODINGS:
        found.append(Group(f"mini-{name}", load_profile(base / "mini.toml"), base / f"mini-{name}"))
    return found


def parts_of(path: Path) -> list[Path]:
    """A file and what belongs to it."""
    if path.suffix.lower() not in (".shp", ".dbf"):
        return [path]
    return sorted(
        p for p in path.parent.glob(path.stem + ".*") if p.suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg")
    )


# -- cutting --------------------------------------------------------------------------------------------


def _cut(path: Path, folder: Path) -> None:
    for part in parts_of(path):
        shutil.copyfile(part, folder / part.name)
    copy = folder / path.name
    if path.suffix in (".csv", ".tsv"):
        _cut_text(copy)
        return
    if path.suffix == ".xlsx":
        _cut_sheets(copy)
    ledger = ledgers.load(copy)
    for sheet in ledger.sheets:
        step = max(1, len(sheet.rows) // TEXT_ROWS)
        sheet.rows = sheet.rows[::step][:TEXT_ROWS]
        if sheet.geoms is not None:
            sheet.geoms = sheet.geoms[::step][:TEXT_ROWS]
    if ledger.kind == "xlsx":
        for ws in ledger.extra["book"].worksheets[SHEETS:]:
            ledger.extra["book"].remove(ws)
        ledger.sheets = ledger.sheets[:SHEETS]
    if ledger.kind != "kml":
        ledger.save()


def _cut_text(path: Path) -> None:
    """Whole records as they stand, byte by byte."""
    data = path.read_bytes()
    encoding = ledgers.guess_encoding(data)
    lines = data.decode(encoding, "surrogateescape").splitlines(keepends=True)
    records, open_quote = [], False
    for line in lines:
        if open_quote:
            records[-1] += line
        else:
            records.append(line)
        open_quote ^= line.count('"') % 2 == 1
    body = records[1:]
    step = max(1, len(body) // TEXT_ROWS)
    text = records[0] + "".join(body[::step][:TEXT_ROWS])
    path.write_bytes(text.encode(encoding, "surrogateescape"))


def _cut_sheets(path: Path) -> None:
    """Rows beyond the first are taken out of the sheets' XML: much faster than any library."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, content in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            cut = re.search(rb'<row r="%d"' % (SHEET_ROWS + 5), content)
            if cut:
                parts[name] = content[: cut.start()] + content[content.index(b"</sheetData>") :]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

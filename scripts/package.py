"""dist/gunmane-<version>.zip for the plugin manager and the plugin repository.

    python scripts/package.py [--dist DIR] [--no-bundle]    build, check, print what it holds
    python scripts/package.py --bundle DIR                  only put the bundled packages into DIR

One top folder ``gunmane/``; no hidden files, caches, tests or tools; pure-Python packages that many QGIS
installations lack (``dependencies.BUNDLED``) under ``gunmane/vendor/``. The same tree gives the same bytes.
"""

from __future__ import annotations

import argparse
import ast
import configparser
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
NAME = "gunmane"
FILES = (
    "__init__.py",
    "plugin.py",
    "dependencies.py",
    "metadata.txt",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
)
FOLDERS = (
    "schema",
    "layers",
    "analysis",
    "workflow",
    "processing_provider",
    "documents",
    "ui",
    "styles",
    "i18n",
    "samples",
    "docs",
)
FORBIDDEN = {".pyc", ".pyo", ".so", ".dll", ".dylib", ".exe", ".pyd", ".bat", ".sh", ".gpkg-wal", ".gpkg-shm"}
MAX_BYTES = 25_000_000  # what the plugin repository takes
WHEELS = ROOT / ".build" / "wheels"
EPOCH = (2020, 1, 1, 0, 0, 0)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    parser.add_argument("--no-bundle", action="store_true")
    parser.add_argument("--bundle", type=Path, metavar="DIR")
    options = parser.parse_args(arguments)
    if options.bundle:
        write_bundle(options.bundle)
        return 0
    path = build(options.dist, bundle=not options.no_bundle)
    problems = verify(path)
    print("\n".join(problems), end="\n" if problems else "")
    if not problems:
        with zipfile.ZipFile(path) as archive:
            print(f"{path}: {len(archive.namelist())} files, {path.stat().st_size / 1e6:.1f} MB")
    return 1 if problems else 0


def build(dist: Path, bundle: bool = True) -> Path:
    """Write the zip into ``dist``; RuntimeError where a bundled package cannot be had."""
    entries = contents()
    with tempfile.TemporaryDirectory() as scratch:
        if bundle:
            vendor = Path(scratch) / "vendor"
            write_bundle(vendor)
            entries += [
                (f"{NAME}/vendor/{path.relative_to(vendor).as_posix()}", path)
                for path in vendor.rglob("*")
                if path.is_file()
            ]
        dist.mkdir(parents=True, exist_ok=True)
        target = dist / f"{NAME}-{version()}.zip"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, path in sorted(entries):
                info = zipfile.ZipInfo(name, EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                archive.writestr(info, path.read_bytes())
    return target


def contents() -> list[tuple[str, Path]]:
    """(name in the zip, file) of everything that is shipped, without the bundled packages."""
    paths = [ROOT / name for name in FILES if (ROOT / name).exists()]
    for folder in FOLDERS:
        paths += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [
        (f"{NAME}/{path.relative_to(ROOT).as_posix()}", path)
        for path in paths
        if _shipped(path.relative_to(ROOT))
    ]


def write_bundle(folder: Path) -> None:
    """Unpack the pure-Python wheels of the bundled packages, pinned in requirements.txt, into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in bundled():
        with zipfile.ZipFile(_wheel(name)) as wheel:
            for member in wheel.namelist():
                if not member.endswith("RECORD"):
                    wheel.extract(member, folder)


def bundled() -> tuple[str, ...]:
    """``dependencies.BUNDLED``, read without importing the plugin."""
    for node in ast.parse((ROOT / "dependencies.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "BUNDLED":
            return ast.literal_eval(node.value)
    raise RuntimeError("dependencies.py names no BUNDLED packages")


def version() -> str:
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def verify(path: Path) -> list[str]:
    """What the plugin repository would refuse, one line each."""
    problems = []
    if path.stat().st_size > MAX_BYTES:
        problems.append(f"{path.name}: {path.stat().st_size} bytes, the repository takes {MAX_BYTES}")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if archive.testzip():
            problems.append(f"{path.name}: damaged at {archive.testzip()}")
    for name in names:
        parts = PurePosixPath(name).parts
        if parts[0] != NAME:
            problems.append(f"{name}: outside of {NAME}/")
        if any(part.startswith(".") or part in ("__pycache__", "__MACOSX", "..") for part in parts):
            problems.append(f"{name}: hidden or a cache")
        if PurePosixPath(name).suffix.lower() in FORBIDDEN:
            problems.append(f"{name}: a binary or a script")
    for needed in ("__init__.py", "metadata.txt", "LICENSE", "README.md", "styles/icon.svg"):
        if f"{NAME}/{needed}" not in names:
            problems.append(f"{NAME}/{needed}: missing")
    return problems


def _shipped(relative: Path) -> bool:
    hidden = any(part.startswith(".") or part == "__pycache__" for part in relative.parts)
    return not hidden and relative.suffix.lower() not in FORBIDDEN and not relative.name.endswith("~")


def _wheel(name: str) -> Path:
    """The wheel of the pinned version that has no compiled part; downloaded once."""
    project = name.replace("_", "-")
    pins = re.findall(
        rf"^{re.escape(project)}==(\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.M | re.I
    )
    if not pins:
        raise RuntimeError(f"{project} is not pinned in requirements.txt")
    file = WHEELS / f"{name}-{pins[0]}-py3-none-any.whl"
    if not file.exists():
        WHEELS.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        command += ["--platform=any", "--implementation=py", "--abi=none", "--python-version=3.9"]
        run = subprocess.run(
            [*command, f"--dest={WHEELS}", f"{project}=={pins[0]}"], capture_output=True, text=True
        )
        if run.returncode or not file.exists():
            raise RuntimeError(f"{project} {pins[0]} could not be downloaded: {run.stderr.strip()}")
    return file


if __name__ == "__main__":
    sys.exit(main())

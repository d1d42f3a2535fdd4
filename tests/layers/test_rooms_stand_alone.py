"""Every room of layers/ can be entered first: no two of them need each other."""

import subprocess
import sys

import pytest

ROOMS = (
    "account", "coordinates.settle", "coverage_source", "export", "frames", "importing", "normalise", "profile",
    "propose", "readers", "store", "unify", "unify.columns",
)  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_can_be_imported_first(room, root):
    code = (
        f"import sys; sys.path.insert(0, {str(root / '.build' / 'plugins')!r}); import gunmane.layers.{room}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-1500:]

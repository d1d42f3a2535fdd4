#!/usr/bin/env bash
# QGIS, the venv and the plugin link. Quick when nothing changed.
#   scripts/setup.sh          what the plugin needs
#   scripts/setup.sh --dev    and what tests and checks need
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=requirements.txt
[ "${1:-}" != --dev ] || wanted=requirements-dev.txt

scripts/install-qgis.sh

mkdir -p .build/plugins
[ -e .build/plugins/gunmane/metadata.txt ] || ln -sfn ../.. .build/plugins/gunmane

# QGIS's own Python, or another one that QGIS was built with.
qgis_python=${QGIS_PYTHON:-/usr/bin/python3}
version=$("$qgis_python" -c 'import sys; print(sys.version)')
link_proj() { # the distribution's pyproj looks for PROJ's data under the venv, where there is none
  [ -f /usr/share/proj/proj.db ] || return 0
  mkdir -p .venv/share
  ln -sfn /usr/share/proj .venv/share/proj
}
stamp_of() { printf '%s\n' "$version"; cat "$1"; }
stamp=.venv/.stamp-${wanted%.txt}
state=$(stamp_of "$wanted"; cat requirements.txt)
if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$state" ]; then
  link_proj
  exit 0
fi
if [ "$(.venv/bin/python -c 'import sys; print(sys.version)' 2>/dev/null)" != "$version" ]; then
  rm -rf .venv
  "$qgis_python" -m venv --system-site-packages .venv
fi
echo "Installing $wanted into .venv ..."
. scripts/env.sh
python -m pip install --quiet -r "$wanted"
# One PROJ in the process: see requirements.txt.
if ls -d .venv/lib/python3*/site-packages/pyproj.libs >/dev/null 2>&1; then
  python -m pip uninstall --quiet --yes pyproj
fi
link_proj
python -W error::UserWarning -c 'import numpy, pandas, scipy, shapely, geopandas, pyproj; pyproj.CRS(6677)' || {
  echo "QGIS's Python and .venv do not agree. Is python3-pyproj there (scripts/install-qgis.sh)? Else remove .venv and run again." >&2
  exit 1
}
printf '%s\n' "$state" >"$stamp"
# The longer list includes the shorter one.
{ stamp_of requirements.txt; cat requirements.txt; } >.venv/.stamp-requirements

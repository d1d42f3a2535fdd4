#!/usr/bin/env bash
# The main job on a folder of cities' files, as a person would run it: unify, make the map, print it.
#   scripts/demo.sh FOLDER OUT [PROFILES]     (called by `make demo` and `make real`, which set things up)
set -euo pipefail
cd "$(dirname "$0")/.."
export GUNMANE_LANG=${GUNMANE_LANG:-ja_JP.UTF-8}
. scripts/env.sh
headless
folder=$(realpath "$1") out=$(realpath -m "$2") profiles=${3:-}
[ -z "$profiles" ] || profiles=$(realpath "$profiles")
log=$out/demo.log
mkdir -p "$out"
started=$SECONDS

step() { # what is being done, command...
  printf '%s ... ' "$1"
  local from=$SECONDS
  shift
  if "$@" >>"$log" 2>&1; then
    echo "$((SECONDS - from)) s"
  else
    echo "failed." >&2
    tail -n 25 "$log" >&2
    echo "The whole log: $log" >&2
    exit 1
  fi
}
made() { [ -s "$1" ] || { echo "$1 was not made. The whole log: $log" >&2; exit 1; }; }

: >"$log"
# "Already enabled" is an error to qgis_process, not to us.
enable() { qgis_process plugins enable gunmane || qgis_process plugins | grep -q '^\* gunmane'; }
step "Starting QGIS with the plugin" enable
step "Importing the cities" qgis_process run gunmane:unifycities -- \
  FOLDER="$folder" STORE="$out/gunmane.gpkg" REPORT="$out/import_report.html" ${profiles:+PROFILES="$profiles"}
made "$out/gunmane.gpkg"
made "$out/import_report.html"
step "Making the map and its A3 sheet" qgis_process run gunmane:loadunifiedmap -- \
  STORE="$out/gunmane.gpkg" PROJECT="$out/gunmane.qgz" MAP="$out/map.pdf"
made "$out/gunmane.qgz"
made "$out/map.pdf"
step "Drawing the picture" python scripts/print_map.py "$out/gunmane.qgz" "$out/map.png"
made "$out/map.png"

counts=$(sed -nE 's/^(READ|KEPT|REPAIRED|SET_ASIDE|SKIPPED):\s*([0-9]+).*/\1 \2/p' "$log" | awk '{printf "%s%s %s", s, $1, $2; s=", "}')
show() { realpath --relative-to=. "$1"; }
cat <<TEXT

Done in $((SECONDS - started)) s. ${counts:+Rows: $counts}
  $(show "$out/map.png")               the whole map as a picture
  $(show "$out/map.pdf")               the same on A3, to print
  $(show "$out/import_report.html")    what was repaired, what was set aside and why
  $(show "$out/gunmane.gpkg")          the unified store (GeoPackage)
  $(show "$out/gunmane.qgz")           the QGIS project of it

Next:
  make qgis        QGIS with the plugin and this map; the menu 群マネ道路 has the rest
  make test        see it proven
  README.md        your own city's files: a profile, then the same two steps
TEXT

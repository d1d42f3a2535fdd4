#!/usr/bin/env bash
# The main job on what no generator made: open data of real cities, by the profiles in real/profiles and no
# line of code for them. Each city has a store of its own, in its own plane zone.
#   scripts/real.sh OUT [DATA]     DATA: the folder with the open data (default ../shared/data)
# Sources and licences: real/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export GUNMANE_LANG=${GUNMANE_LANG:-ja_JP.UTF-8}
. scripts/env.sh
headless
out=$(realpath -m "$1") data=${2:-../shared/data}
if [ ! -d "$data" ]; then
  echo "make real: skipped, there is no $data beside this checkout (real open data, not part of the repository)."
  exit 0
fi
data=$(realpath "$data") inputs=$root/.build/real

step() { # what is being done, command...
  printf '  %s ... ' "$1"
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
show() { realpath --relative-to=. "$1"; }
enable() { qgis_process plugins enable gunmane || qgis_process plugins | grep -q '^\* gunmane'; }

# Copies the ledgers of a city into the folder that the import reads; what only a web portal needs stays out.
gather() { # folder, file or folder of DATA...
  local folder=$1
  shift
  rm -rf "$folder"
  mkdir -p "$folder"
  cp -RL --no-preserve=mode "$@" "$folder"
  find "$folder" \( -name attributes.csv -o -name config.yml \) -delete
}

city() { # name of the profile, CRS of the store, what of DATA it needs, further parameters of the import...
  local id=$1 crs=$2 source=$data/$3 target=$out/$1
  shift 3
  if [ ! -e "$source" ]; then
    echo "$id: skipped, there is no $source."
    return
  fi
  echo "$id:"
  rm -rf "$target"
  mkdir -p "$target"
  log=$target/real.log
  : >"$log"
  if [ -d "$source" ]; then source=$source/.; fi
  step "Laying out the city's files" gather "$inputs/$id/$id" "$source"
  step "Importing" qgis_process run gunmane:unifycities -- FOLDER="$inputs/$id" PROFILES=real/profiles \
    STORE="$target/gunmane.gpkg" REPORT="$target/import_report.html" CRS="$crs" "$@"
  made "$target/gunmane.gpkg"
  made "$target/import_report.html"
  step "Making the map and its A3 sheet" qgis_process run gunmane:loadunifiedmap -- \
    STORE="$target/gunmane.gpkg" PROJECT="$target/gunmane.qgz" MAP="$target/map.pdf"
  made "$target/gunmane.qgz"
  made "$target/map.pdf"
  step "Drawing the picture" python scripts/print_map.py "$target/gunmane.qgz" "$target/map.png"
  made "$target/map.png"
  sed -nE 's/^(READ|KEPT|REPAIRED|SET_ASIDE|SKIPPED):\s*([0-9]+).*/\1 \2/p' "$log" | paste -sd, | sed 's/,/, /g; s/^/  Rows: /'
  echo "  $(show "$target"): map.png, map.pdf, import_report.html, gunmane.gpkg, gunmane.qgz"
}

mkdir -p "$out"
log=$out/start.log
: >"$log"
step "Starting QGIS with the plugin" enable
boundaries=$data/boundaries/ube_area_municipalities.geojson
city ube EPSG:6671 roads/ube_roads.gpkg BOUNDARY="$boundaries"
city yaizu EPSG:6676 tables/yaizu

# Potholes and rated streets, judged by a standard of their own (scripts/real_syracuse.py says what stands for what).
if [ -d "$data/tables/syracuse" ]; then
  echo "syracuse:"
  target=$out/syracuse
  rm -rf "$target"
  mkdir -p "$target"
  log=$target/real.log
  : >"$log"
  step "Laying out potholes, streets and the standard" python scripts/real_syracuse.py "$data/tables/syracuse" "$target"
  step "Judging" qgis_process run gunmane:judgestandards -- INPUT="$target/damages.gpkg" SECTIONS="$target/sections.gpkg" \
    STANDARDS="$target/standards.xlsx" AS_OF=2017-01-04T09:00:00 OUTPUT="$target/judged.gpkg"
  made "$target/judged.gpkg"
  sed -nE 's/^(L3|L2|L1|L0|NJ|TRANSFER):\s*([0-9]+).*/\1 \2/p' "$log" | sort | paste -sd, | sed 's/,/, /g; s/^/  Judged: /'
  echo "  $(show "$target"): judged.gpkg, standards.xlsx"
else
  echo "syracuse: skipped, there is no $data/tables/syracuse."
fi

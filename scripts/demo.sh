#!/usr/bin/env bash
# The main job on a folder of cities' files, as a person would run it: unify, judge, make the map, print it.
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

AS_OF=${AS_OF:-2026-03-31T09:00:00}
next_day=$(date -d "${AS_OF%%T*} +1 day" +%F)
: >"$log"
# "Already enabled" is an error to qgis_process, not to us.
enable() { qgis_process plugins enable gunmane || qgis_process plugins | grep -q '^\* gunmane'; }
step "Starting QGIS with the plugin" enable
[ ! -s "$out/gunmane.gpkg" ] || step "Bringing the store of an earlier run up to date" \
  qgis_process run gunmane:updatestore -- STORE="$out/gunmane.gpkg"
step "Importing the cities" qgis_process run gunmane:unifycities -- \
  FOLDER="$folder" STORE="$out/gunmane.gpkg" REPORT="$out/import_report.html" ${profiles:+PROFILES="$profiles"}
made "$out/gunmane.gpkg"
made "$out/import_report.html"
# The standards that ship with the plugin: a proposal, and invented examples of how four cities might differ from it.
# Judged as on the last day of the sample, so that the demo is the same every day.
step "Loading the standards (the common proposal, and invented examples of the cities)" \
  qgis_process run gunmane:importstandards -- SOURCE=2 STORE="$out/gunmane.gpkg" AUTHOR=demo
step "Writing them as a workbook" qgis_process run gunmane:exportstandards -- \
  STORE="$out/gunmane.gpkg" OUTPUT="$out/standards.xlsx"
made "$out/standards.xlsx"
step "Judging all damages" qgis_process run gunmane:judgestandards -- \
  INPUT="$out/gunmane.gpkg|layername=damage|subset=vanished_at IS NULL" SECTIONS="$out/gunmane.gpkg|layername=section" \
  ROUTES="$out/gunmane.gpkg|layername=route" REQUESTS="$out/gunmane.gpkg|layername=request" \
  LINKS="$out/gunmane.gpkg|layername=request_damage" STANDARDS="$out/gunmane.gpkg" AS_OF="$AS_OF" \
  STORE="$out/gunmane.gpkg" NAME=demo ADOPT=true AUTHOR=demo OUTPUT="$out/judged.gpkg"
made "$out/judged.gpkg"
# The surroundings of each damage: routes to school, emergency roads, buses, hospitals, earlier requests.
priority=(SECTIONS="$out/gunmane.gpkg|layername=section" ROUTES="$out/gunmane.gpkg|layername=route"
  REFERENCE="$out/gunmane.gpkg|layername=reference" REQUESTS="$out/gunmane.gpkg|layername=request"
  LINKS="$out/gunmane.gpkg|layername=request_damage" AS_OF="${AS_OF%%T*}" STORE="$out/gunmane.gpkg")
step "Ranking them in one list" qgis_process run gunmane:prioritize -- INPUT="$out/judged.gpkg" "${priority[@]}" \
  NAME=demo ADOPT=true AUTHOR=demo OUTPUT="$out/ranked.gpkg" LIST="$out/worklist.html" XLSX="$out/worklist.xlsx"
made "$out/worklist.xlsx"
step "Looking how sure the ranks are" qgis_process run gunmane:prioritysensitivity -- INPUT="$out/judged.gpkg" \
  "${priority[@]}" OUTPUT="$out/rank_ranges.gpkg" PLOT="$out/rank_ranges.png"
# What the cities can do in a month nobody has entered: enough for all listed work within the year is assumed, and said.
# Most of the sample is overdue for years, so the deadlines are counted anew from the first day.
step "Planning the repairs, jointly and city by city" qgis_process run gunmane:workplan -- INPUT="$out/ranked.gpkg" \
  SHARE=100 START="$next_day" RENEW=true STORE="$out/gunmane.gpkg" NAME=demo AUTHOR=demo \
  OUTPUT="$out/plan.gpkg" REPORT="$out/plan.html" XLSX="$out/plan.xlsx"
made "$out/plan.html"
# One network of all cities, roads that continue across the borders, and groups that could be managed together.
store=$out/gunmane.gpkg
step "Joining the cities' roads into one network" qgis_process run gunmane:linkborders -- \
  SECTIONS="$store|layername=section" ROUTES="$store|layername=route" CITIES="$store|layername=city" \
  RIVERS="$store|layername=reference" BRIDGES="$store|layername=facility" STORE="$store" NAME=demo ADOPT=true \
  AUTHOR=demo NETWORK="$out/network.gpkg" LINKS="$out/links.gpkg" REVIEW="$out/links_to_check.gpkg"
made "$out/network.gpkg"
step "Building through routes" qgis_process run gunmane:buildroutes -- \
  NETWORK="$out/network.gpkg" LINKS="$out/links.gpkg" CITIES="$store|layername=city" STANDARDS="$store" \
  REQUESTS="$store|layername=request" DAMAGES="$store|layername=damage" STORE="$store" NAME=demo ADOPT=true AUTHOR=demo \
  ROUTES="$out/through_routes.gpkg" CROSSINGS="$out/crossings.gpkg" BORDERS="$out/borders.gpkg" \
  SECTIONS="$out/network_routes.gpkg"
made "$out/crossings.gpkg"
step "Grouping routes along the borders" qgis_process run gunmane:grouproutes -- \
  NETWORK="$out/network_routes.gpkg" CITIES="$store|layername=city" STANDARDS="$store" \
  REQUESTS="$store|layername=request" DAMAGES="$store|layername=damage" STORE="$store" NAME=demo ADOPT=true AUTHOR=demo \
  SECTIONS="$out/grouped.gpkg" GROUPS="$out/groups.gpkg" TABLE="$out/groups_gain.gpkg" REPORT="$out/groups.html"
made "$out/groups.html"
# Zones for four contractors, in two variants that are compared; requests as of the sample's last day.
zones=(NETWORK="$out/network_routes.gpkg" CITIES="$store|layername=city" REQUESTS="$store|layername=request"
  FACILITIES="$store|layername=facility" RANKED="$out/ranked.gpkg" AS_OF="${AS_OF%%T*}" K=4 ATTACH_ISLANDS=true STORE="$store" AUTHOR=demo)
step "Drawing contractors' zones, borders of the cities kept" qgis_process run gunmane:assignzones -- "${zones[@]}" \
  BORDERS=0 NAME="市境を残す" SECTIONS="$out/zones_kept_sections.gpkg" ZONES="$out/zones_kept.gpkg" REPORT="$out/zones_kept.html"
step "Drawing contractors' zones across the borders" qgis_process run gunmane:assignzones -- "${zones[@]}" \
  BORDERS=2 NAME="群マネ最適" ADOPT=true SECTIONS="$out/zones_sections.gpkg" ZONES="$out/zones.gpkg" \
  REPORT="$out/zones.html"
made "$out/zones.html"
step "Comparing both" qgis_process run gunmane:comparescenarios -- STORE="$store" PLANS="市境を残す,群マネ最適" \
  REPORT="$out/scenarios.html" XLSX="$out/scenarios.xlsx" TABLE="$out/scenarios.gpkg" DIFFERENCE="$out/difference.gpkg"
made "$out/scenarios.html"
step "Making the map and its A3 sheet" qgis_process run gunmane:loadunifiedmap -- \
  STORE="$out/gunmane.gpkg" PROJECT="$out/gunmane.qgz" MAP="$out/map.pdf"
made "$out/gunmane.qgz"
made "$out/map.pdf"
step "Drawing the picture" python scripts/print_map.py "$out/gunmane.qgz" "$out/map.png"
made "$out/map.png"

levels=$(sed -nE 's/^(L3|L2|L1|L0|NJ|TRANSFER):\s*([0-9]+).*/\1 \2/p' "$log" | sort -u | awk '{printf "%s%s %s", s, $1, $2; s=", "}')
counts=$(sed -nE 's/^(READ|KEPT|REPAIRED|SET_ASIDE|SKIPPED):\s*([0-9]+).*/\1 \2/p' "$log" | awk '{printf "%s%s %s", s, $1, $2; s=", "}')
show() { realpath --relative-to=. "$1"; }
cat <<TEXT

Done in $((SECONDS - started)) s. ${counts:+Rows: $counts}
${levels:+Judged: $levels}
  $(show "$out/map.png")               the whole map as a picture
  $(show "$out/map.pdf")               the same on A3, to print
  $(show "$out/import_report.html")    what was repaired, what was set aside and why
  $(show "$out/standards.xlsx")        the standards as a workbook, to edit in Excel (the cities' own are invented examples)
  $(show "$out/judged.gpkg")           every damage with its judgement, deadlines and the reason in words
  $(show "$out/worklist.xlsx")         the damages in one list, first to last, each with the reason of its rank
  $(show "$out/plan.html")             when which repair could be done, jointly and city by city (an assumption: see there)
  $(show "$out/crossings.gpkg")        where roads cross the borders, what changes there and how standards differ
  $(show "$out/groups.html")           routes along the borders in groups that could be managed together, and what it gains
  $(show "$out/zones.html")            zones for four contractors across the borders (zones_kept.html: borders kept)
  $(show "$out/scenarios.html")        both side by side: what each city gains and loses
  $(show "$out/gunmane.gpkg")          the unified store (GeoPackage)
  $(show "$out/gunmane.qgz")           the QGIS project of it

Next:
  make qgis        QGIS with the plugin and this map; the menu 群マネ道路 has the rest
  make test        see it proven
  README.md        your own city's files: a profile, then the same two steps
TEXT

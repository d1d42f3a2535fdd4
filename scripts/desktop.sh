#!/usr/bin/env bash
# QGIS Desktop with the plugin enabled, in a profile of its own: nothing of the user's QGIS is touched.
#   scripts/desktop.sh [PROJECT]      without one: out/gunmane.qgz if `make demo` made it; "none" for neither
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no screen here. Run it on a desktop, or with ssh -X, or: xvfb-run make qgis" >&2
  exit 1
fi
profiles=.build/profile
for version in 3 4; do
  settings=$profiles/profiles/default/QGIS/QGIS$version.ini
  [ -f "$settings" ] && continue
  mkdir -p "$(dirname "$settings")"
  printf '[PythonPlugins]\ngunmane=true\nprocessing=true\n\n[qgis]\ncheckVersion=false\n' >"$settings"
done
project=${1:-}
if [ -z "$project" ] && [ -f out/gunmane.qgz ]; then project=out/gunmane.qgz; fi
arguments=(--profiles-path "$root/$profiles" --profile default)
[ -z "$project" ] || [ "$project" = none ] || arguments+=("$(realpath "$project")")
exec qgis "${arguments[@]}"

#!/usr/bin/env bash
# Makes sure that QGIS >= 3.34 with its Python bindings is here. On Debian and Ubuntu it installs it
# where it is missing or too old; the package source is derived from the apt configuration that is
# already there, so that a mirror inside a closed network keeps working. Elsewhere it says what to do.
#   YES=1 scripts/install-qgis.sh      do not ask
#   scripts/install-qgis.sh --source   only print the apt source that it would add on this release
set -euo pipefail
need=3.34
python=${QGIS_PYTHON:-/usr/bin/python3}
apt=${APT_FOLDER:-/etc/apt} # another folder only in tests
# shellcheck disable=SC1090
. "${OS_RELEASE:-/etc/os-release}" 2>/dev/null || true

at_least() { printf '%s\n%s\n' "$need" "$1" | sort -V -C; }
have() {
  local v
  v=$("$python" -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION.split("-")[0])' 2>/dev/null) || return 1
  command -v qgis_process >/dev/null 2>&1 || return 1
  at_least "$v" || return 1
  printf '%s' "$v"
}

# Tools beside QGIS that set-up, tests, pictures and `make qgis` use.
tools="make git python3-pyproj python3-venv python3-pip xvfb fonts-noto-cjk gdal-bin qttools5-dev-tools"
# From Python 3.13 on requirements.txt leaves these to the distribution, whose versions agree there.
python_packages="python3-geopandas python3-scipy python3-fiona"
missing() {
  local p wanted=$tools
  ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 13))' 2>/dev/null || wanted="$wanted $python_packages"
  for p in $wanted; do
    dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q '^install ok' || printf '%s ' "$p"
  done
}

# The archive that this machine already trusts for its own release: from deb822 or one-line sources.
sources() {
  ls "$apt"/sources.list "$apt"/sources.list.d/*.sources "$apt"/sources.list.d/*.list 2>/dev/null || true
}
archive() {
  # shellcheck disable=SC2046
  awk -v c="$VERSION_CODENAME" '
    FNR==1 {uri=""}
    tolower($1)=="uris:" {uri=$2}
    tolower($1)=="suites:" {for (i=2;i<=NF;i++) if ($i==c && uri!="") {print uri; exit}}
    $1=="deb" {for (i=2;i<NF;i++) if ($i ~ /^[a-z+]+:/ && $(i+1)==c) {print $i; exit}}
  ' $(sources) /dev/null | head -1
}
signed() { # the key that the archive's own entry names, in either form
  # shellcheck disable=SC2046
  awk -v u="$1" '
    FNR==1 {on=0}
    tolower($1)=="uris:" {on=($2==u)}
    on && tolower($1)=="signed-by:" {print $2; exit}
    $1=="deb" && index($0, u) && match($0, /signed-by=[^] ]+/) {print substr($0, RSTART+10, RLENGTH-10); exit}
  ' $(sources) /dev/null | head -1
}

backports() { # the line for this release's backports, or nothing
  local base key
  case "${VERSION_CODENAME:-}" in bookworm) ;; *) return 0 ;; esac
  base=$(archive)
  [ -n "$base" ] || return 0
  key=$(signed "$base")
  echo "deb ${key:+[signed-by=$key] }$base $VERSION_CODENAME-backports main"
}
if [ "${1:-}" = --source ]; then
  backports
  exit 0
fi

able() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }
if v=$(have); then
  lacking=""
  ! command -v dpkg-query >/dev/null || lacking=$(missing)
  if [ -z "$lacking" ]; then
    echo "QGIS $v is here."
    exit 0
  fi
  # QGIS is enough to go on: the rest makes pictures, tests and Japanese fonts complete.
  if ! able || { [ "${YES:-}" != 1 ] && [ ! -t 0 ]; }; then
    echo "QGIS $v is here. Not installed, and wanted by some steps: $lacking(YES=1 installs them)" >&2
    exit 0
  fi
fi

if ! command -v apt-get >/dev/null || ! printf '%s' "${ID:-} ${ID_LIKE:-}" | grep -Eq 'debian|ubuntu'; then
  cat >&2 <<'MSG'
QGIS 3.34 or newer was not found, and this script installs it on Debian and Ubuntu only.
  Windows: install "QGIS Standalone Installer (LTR)" and, in the plugin manager, the zip of `make package`;
           or work in WSL with Debian 12 or Ubuntu 24.04.
  macOS:   install the QGIS LTR package, put its bin folder first in PATH and set QGIS_PYTHON to its python3.
  Fedora:  sudo dnf install qgis python3-qgis python3-virtualenv qt5-linguist
  Arch:    sudo pacman -S qgis python-virtualenv qt5-tools
Then run the same command again.
MSG
  exit 1
fi

if [ "${YES:-}" != 1 ]; then
  if [ ! -t 0 ]; then
    echo "QGIS >= $need and its tools are needed. Run again with YES=1 to install them with apt." >&2
    exit 1
  fi
  if v=$(have); then
    printf 'QGIS %s is here; install %swith apt? [y/N] ' "$v" "$lacking"
    read -r answer
    case "$answer" in [yY]*) ;; *) exit 0 ;; esac
  else
    printf 'Install QGIS and its tools with apt? [y/N] '
    read -r answer
    case "$answer" in [yY]*) ;; *) echo "Nothing was installed." >&2; exit 1 ;; esac
  fi
fi
able || { echo "Installing needs root: run scripts/install-qgis.sh as root once." >&2; exit 1; }
as_root=(env DEBIAN_FRONTEND=noninteractive)
[ "$(id -u)" = 0 ] || as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
install() { "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

"${as_root[@]}" apt-get update -qq || echo "apt-get update reported problems; going on with what it has." >&2

plain() { sed 's/^[0-9]*://; s/[+~-].*//'; }
offered() { apt-cache policy qgis | awk '/Candidate:/{print $2}' | sed 's/(none)/0/' | plain; }
# A suite that apt knows but does not prefer (backports) and that has a new enough QGIS.
known_suite() {
  local version suite
  apt-cache madison qgis | awk -F'|' '{split($3, w, " "); sub("/.*", "", w[2]); print $2, w[2]}' |
    while read -r version suite; do
      if at_least "$(printf '%s' "$version" | plain)"; then echo "$suite"; break; fi
    done
}

if ! have >/dev/null; then
  target=()
  if ! at_least "$(offered)"; then
    suite=$(known_suite)
    line=$(backports)
    if [ -z "$suite" ] && [ -n "$line" ]; then
      suite=$VERSION_CODENAME-backports
      echo "$line" | "${as_root[@]}" tee "$apt/sources.list.d/qgis-from-backports.list" >/dev/null
      "${as_root[@]}" apt-get update -qq || true
    fi
    if [ -z "$suite" ]; then
      echo "This release offers QGIS '$(offered)' and no source of a newer one is known here." >&2
      echo "Add a source with QGIS >= $need (a backport, or the QGIS project's own archive) and run again." >&2
      exit 1
    fi
    target=(-t "$suite")
  fi
  echo "Installing QGIS (some minutes) ..."
  install "${target[@]}" qgis python3-qgis qgis-plugin-grass-
fi
lacking=$(missing)
# shellcheck disable=SC2086
[ -z "$lacking" ] || install $lacking
v=$(have) || { echo "QGIS was installed but does not start in $python." >&2; exit 1; }
echo "QGIS $v is here."

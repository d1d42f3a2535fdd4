#!/usr/bin/env bash
# The same checks and tests on the next QGIS: Debian 13 with QGIS 3.44 in a chroot. Needs root, and some
# minutes and 3 GB the first time; the second time only the checkout is copied in.
#   scripts/next-qgis.sh [DIR] [pytest arguments]      DIR: default .build/next
#   BUILD_ONLY=1 scripts/next-qgis.sh                  only make the chroot
# Package sources come from this machine's own apt configuration, so a mirror in a closed network works.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(realpath -m "${1:-.build/next}")
shift || true
suite=trixie
export DEBIAN_FRONTEND=noninteractive
[ "$(id -u)" = 0 ] || { echo "A chroot needs root: sudo make test-next" >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null

# The Debian archive of this machine: the first entry that has this release's own suite.
. /etc/os-release
archive=$(awk -v c="${VERSION_CODENAME:-}" '
  FNR==1 {uri=""}
  tolower($1)=="uris:" {uri=$2}
  tolower($1)=="suites:" {for (i=2;i<=NF;i++) if ($i==c && uri!="") {print uri; exit}}
  $1=="deb" {for (i=2;i<NF;i++) if ($i ~ /^[a-z+]+:/ && $(i+1)==c) {print $i; exit}}
' $(ls /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null) /dev/null | head -1)
case "${ID:-}:$archive" in
  debian:http*) ;;
  *) archive=${DEBIAN_ARCHIVE:?"No Debian archive in this machine's apt configuration: set DEBIAN_ARCHIVE=<url>"} ;;
esac

inside() { chroot "$dir" env DEBIAN_FRONTEND=noninteractive HOME=/root LC_CTYPE=C.UTF-8 "$@"; }
leave() {
  mountpoint -q "$dir/proc" && umount "$dir/proc" || true
}
trap leave EXIT

if [ ! -f "$dir/.ready" ]; then
  echo "Building Debian 13 ($suite) in $dir ..."
  [ -d "$dir/usr" ] || debootstrap --variant=minbase --include=ca-certificates "$suite" "$dir" "$archive" >/dev/null
fi
# How this machine reaches its archive (proxies, certificates, pip's index) is how the chroot does.
cp -r /etc/apt/apt.conf.d/. "$dir/etc/apt/apt.conf.d/" 2>/dev/null || true
cp -L /etc/resolv.conf /etc/hosts "$dir/etc/"
cp --remove-destination -L /etc/ssl/certs/ca-certificates.crt "$dir/etc/ssl/certs/"
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$dir/etc/"
mountpoint -q "$dir/proc" || mount -t proc proc "$dir/proc"
mkdir -p "$dir/dev/shm" # debootstrap made the other devices; the host's /dev stays out of reach

if [ ! -f "$dir/.ready" ]; then
  printf 'deb %s %s main\ndeb %s %s-backports main\n' "$archive" "$suite" "$archive" "$suite" >"$dir/etc/apt/sources.list"
  inside apt-get update -qq
  inside apt-get install -y -qq --no-install-recommends -t "$suite-backports" qgis python3-qgis >/dev/null
  # What scripts/install-qgis.sh would ask for, and the command-line tools that a minimal root lacks.
  inside apt-get install -y -qq --no-install-recommends make git zip procps python3-venv python3-pip xvfb \
    fonts-noto-cjk gdal-bin qttools5-dev-tools python3-geopandas python3-scipy python3-pyproj python3-fiona >/dev/null
  touch "$dir/.ready"
fi
inside python3 -c 'from qgis.core import Qgis; print("QGIS", Qgis.QGIS_VERSION)'
[ -z "${BUILD_ONLY:-}" ] || exit 0

# The checkout as it is now, without what git ignores; the chroot keeps its own .venv.
mkdir -p "$dir/src/gunmane-checkout"
find "$dir/src/gunmane-checkout" -mindepth 1 -maxdepth 1 ! -name .venv ! -name .build -exec rm -rf {} +
git ls-files --cached --others --exclude-standard -z |
  while IFS= read -r -d '' f; do [ ! -f "$f" ] || printf '%s\0' "$f"; done |
  tar --null -T - -cf - | tar -C "$dir/src/gunmane-checkout" -xf -
env_args=(env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_CTYPE=C.UTF-8 YES=1)
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY SSL_CERT_FILE REQUESTS_CA_BUNDLE PIP_CERT PIP_INDEX_URL; do
  [ -z "${!name:-}" ] || env_args+=("$name=${!name}")
done
chroot "$dir" "${env_args[@]}" bash -c 'cd /src/gunmane-checkout && make test PYTEST_ARGS="$*"' test "$@"

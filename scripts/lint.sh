#!/usr/bin/env bash
# All static checks, offline. Each says what it found; the script goes on and fails at the end.
#   scripts/lint.sh            everything
#   scripts/lint.sh ruff       one of: ruff format qgis qt6 rooms bandit secrets i18n
set -uo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh
export RUFF_NO_CACHE=true # a cache in a copy without .git would be taken for new files
failed=()
only=${1:-}
check() { # name, command...
  local name=$1
  shift
  [ -z "$only" ] || [ "$only" = "$name" ] || return 0
  if "$@"; then echo "lint: $name ok"; else failed+=("$name"); fi
}

# Tracked and new files, never ignored ones; a copy without .git is walked.
files() {
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' f; do [ ! -f "$f" ] || printf '%s\0' "$f"; done
  else
    find . -path ./.venv -prune -o -path ./.build -prune -o -path ./.git -prune -o -path ./out -prune \
      -o -path ./dist -prune -o -type f -not -name '*.pyc' -printf '%P\0'
  fi
}
secrets() { files | xargs -0 detect-secrets-hook --baseline .secrets.baseline; }
security() { files | grep -zE '\.py$' | grep -zvE '^(tests|benchmarks|scripts)/' | xargs -0 bandit -q -c pyproject.toml; }

check ruff ruff check --quiet .
check format ruff format --check --quiet .
check qgis flake8 .
check qt6 python scripts/lint_qt6.py
check rooms python scripts/lint_rooms.py
check bandit security
check secrets secrets
check i18n python scripts/i18n.py check

if [ ${#failed[@]} -gt 0 ]; then
  echo "lint failed: ${failed[*]}" >&2
  exit 1
fi

# Sourced by the Makefile and the other scripts: one place that says which Python, which plugin folder and
# which profile a run uses. Nothing here touches the QGIS profile of the person who runs it.
#   . scripts/env.sh
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$root/.venv/bin:$PATH" # QGIS's Python takes the venv whose bin stands first
export QGIS_PLUGINPATH="$root/.build/plugins"
export PYTHONPATH="$root/.build/plugins${PYTHONPATH:+:$PYTHONPATH}"
export PYTHONDONTWRITEBYTECODE=1 # the plugin's folder is the repository: keep it clean
export PIP_DISABLE_PIP_VERSION_CHECK=1
export OPENBLAS_NUM_THREADS=${OPENBLAS_NUM_THREADS:-2}

# Runs without a window: offscreen, settings in a profile inside the project, GUNMANE_LANG as the language.
headless() {
  # Qt reads file names through the locale's codec: a C locale would turn Japanese paths into question marks.
  unset LC_ALL LC_MESSAGES
  export LC_CTYPE=C.UTF-8 LANG="${GUNMANE_LANG:-C.UTF-8}"
  export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
  export QGIS_CUSTOM_CONFIG_PATH="$root/.build/profile-batch"
  export XDG_CONFIG_HOME="$QGIS_CUSTOM_CONFIG_PATH/config" XDG_CACHE_HOME="$QGIS_CUSTOM_CONFIG_PATH/cache"
  export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$QGIS_CUSTOM_CONFIG_PATH/run}"
  mkdir -p "$QGIS_CUSTOM_CONFIG_PATH" "$XDG_RUNTIME_DIR"
  chmod 700 "$XDG_RUNTIME_DIR" 2>/dev/null || true
}

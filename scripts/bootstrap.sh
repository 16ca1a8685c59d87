#!/usr/bin/env bash
# Finds or installs what lies outside the virtual environment.
#   bootstrap.sh python   print a Python >= 3.11 that can make virtual environments
#   bootstrap.sh qt       Qt's system libraries, tried by importing Qt from .venv
#   bootstrap.sh system   what the system tests need: display server, keyring daemon, accessibility
# As root on Debian or Ubuntu, missing packages are installed; otherwise the exact command is printed.
set -euo pipefail

QT_PACKAGES="libglib2.0-0 libegl1 libgl1 libdbus-1-3 libxkbcommon0 libfontconfig1
 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
SYSTEM_PACKAGES="xvfb xauth dbus-daemon gnome-keyring at-spi2-core python3-gi gir1.2-atspi-2.0
 openssl strace"

say() { printf '%s\n' "$*" >&2; }

# provide REASON PACKAGE…: installs the packages, or prints how to and fails.
provide() {
    local reason=$1
    shift
    if [ ! -r /etc/debian_version ]; then
        say "$reason Please install what these Debian packages hold, and try again: $*"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "$reason Please run this, and try again:"
        say "    sudo apt-get update && sudo apt-get install --no-install-recommends $*"
        return 1
    fi
    say "$reason Installing: $*"
    quietly apt-get update
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -y --no-install-recommends "$@"
}

# quietly COMMAND…: shows what the command said only if it fails.
quietly() {
    local said
    said=$("$@" 2>&1) || { say "$said"; return 1; }
}

recent_python() {
    local name
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$name"
            return
        fi
    done
    return 1
}

need_python() {
    local python
    python=$(recent_python) || { provide "Python 3.11 or newer is missing." python3 python3-venv &&
        python=$(recent_python); }
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        provide "$python cannot make virtual environments." python3-venv
        "$python" -c 'import ensurepip, venv'
    fi
    printf '%s\n' "$python"
}

qt_imports() { .venv/bin/python -c 'import PySide6.QtGui, PySide6.QtWidgets' 2>&1; }

window_plugin_complete() {
    local plugin
    plugin=$(.venv/bin/python -c \
        'from PySide6.QtCore import QLibraryInfo as Q; print(Q.path(Q.LibraryPath.PluginsPath))' \
        2>/dev/null)/platforms/libqxcb.so
    [ ! -e "$plugin" ] || ! ldd "$plugin" | grep -q 'not found'
}

need_qt() {
    local trouble
    if ! trouble=$(qt_imports); then
        # shellcheck disable=SC2086
        provide "Qt's system libraries are missing." $QT_PACKAGES || { say "$trouble"; return 1; }
        qt_imports
    elif [ -n "${DISPLAY:-}" ] && ! window_plugin_complete; then
        # shellcheck disable=SC2086
        provide "Libraries that Qt needs to open windows are missing." $QT_PACKAGES
    fi
}

need_system() {
    local missing="" package
    if [ ! -r /etc/debian_version ]; then
        for package in Xvfb dbus-run-session gnome-keyring-daemon openssl strace; do
            command -v "$package" >/dev/null || missing="$missing $package"
        done
        [ -z "$missing" ] || { say "The system tests need:$missing"; return 1; }
        return
    fi
    for package in $SYSTEM_PACKAGES; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $package"
    done
    # shellcheck disable=SC2086
    window_plugin_complete || missing="$missing $QT_PACKAGES"
    # shellcheck disable=SC2086
    [ -z "$missing" ] || provide "The system tests need more of the system." $missing
}

case "${1:-}" in
    python) need_python ;;
    qt) need_qt ;;
    system) need_system ;;
    *) say "usage: bootstrap.sh python|qt|system"; exit 2 ;;
esac

#!/usr/bin/env bash
# Installs the Debian packages that ClinicDesk is built, run and tested with: the one place that names them.
# The reason for each stands in README.md. Usage: install-packages.sh [build|run|test|check|compare]...; default: build run
set -euo pipefail

build=(
    ca-certificates
    cmake
    g++
    libegl-dev
    libexpected-dev
    libgl-dev
    libgmock-dev
    libgtest-dev
    libbenchmark-dev
    libpq-dev
    libqrencode-dev
    libvulkan-dev
    libxkbcommon-dev
    ninja-build
    pkg-config
    qcoro-qt6-dev
    qt6-base-dev
    qt6-l10n-tools
    qt6-svg-dev
    qt6-tools-dev
    qt6-tools-dev-tools
)
run=(
    fonts-noto-core
    libqt6sql6-psql
    postgresql-15
    postgresql-client-15
    qt6-qpa-plugins
    qt6-translations-l10n
)
test=(
    at-spi2-core
    dbus
    gir1.2-atspi-2.0
    matchbox-window-manager
    poppler-utils
    python3-gi
    xauth
    xvfb
)
compare=(
    php-cli
    php-illuminate-database
    php-pgsql
)
check=(
    clang-format-14
    clang-tidy-14
)

[ $# -gt 0 ] || set -- build run
wanted=()
for group in "$@"; do
    declare -n names="$group"
    wanted+=("${names[@]}")
done

missing=()
for name in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and there is no sudo to install them: ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"

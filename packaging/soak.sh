#!/usr/bin/env bash
# Builds the release preset and works two receptions and a doctor on one day that other desks keep changing.
# Usage: soak.sh [--minutes N] [--patients N]; 10 minutes unless told. Fails when anything was lost, stale or wrong.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run
build_dir=$("$here/build.sh" --target clinicdesk-soak)
export QT_QPA_PLATFORM=offscreen
exec "$build_dir/bin/clinicdesk-soak" "$@"

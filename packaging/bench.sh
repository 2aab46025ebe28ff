#!/usr/bin/env bash
# Builds the release preset and measures the desks' bars offscreen on a private server: prints a table and fails
# when a bar is not met. Usage: bench.sh [--patients N] [--history N] [--repetitions N] [--only PART] [--json FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run
build_dir=$("$here/build.sh" --target clinicdesk-desk-bench)
export QT_QPA_PLATFORM=offscreen
exec "$build_dir/bin/clinicdesk-desk-bench" "$@"

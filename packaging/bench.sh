#!/usr/bin/env bash
# Builds the release preset and measures all bars on the real windows, offscreen, on a private server with 200,000
# patients and a day of 20 doctors x 40 visits: prints a table, writes it as JSON (build/release/bars.json unless
# told) and fails when a bar is missed. Three to five minutes; what else runs on the machine counts as well.
# Usage: bench.sh [--patients N] [--history N] [--repetitions N] [--only PART]... [--json FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run
build_dir=$("$here/build.sh" --target clinicdesk-desk-bench)
export QT_QPA_PLATFORM=offscreen
exec "$build_dir/bin/clinicdesk-desk-bench" --json "$build_dir/bars.json" "$@"

#!/usr/bin/env bash
# Builds the release preset and compares the rate of bookings through the program's services with what pgbench gets out
# of the same private server (the same messages, a bare function, a bare commit, look-then-insert) and with a common web
# stack. Prints a table, writes it as JSON (build/release/compare.json unless told) and exits 3 when a goal is missed.
# About eight minutes.
# Usage: compare.sh [--repetitions N] [--seconds N] [--json FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run compare
build_dir=$("$here/build.sh" --target clinicdesk-compare)
exec "$build_dir/bin/clinicdesk-compare" --json "$build_dir/compare.json" "$@"

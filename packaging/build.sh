#!/usr/bin/env bash
# Builds the release preset and prints the build folder, which CLINICDESK_BUILD_DIR may name.
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/.." && pwd)
build_dir=${CLINICDESK_BUILD_DIR:-$source_dir/build/release}
cd "$source_dir"
cmake --preset release -B "$build_dir" >&2
cmake --build "$build_dir" -j "${CLINICDESK_JOBS:-$(nproc)}" "$@" >&2
echo "$build_dir"

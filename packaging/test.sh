#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests. Works as root and as a user with sudo.
# Usage: test.sh [--long] [ctest options]; --long runs the long forms too, about an hour more.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run test
build_dir=$("$here/build.sh")
cd "$build_dir"
long=()
if [ "${1:-}" = --long ]; then long=(-C Long); shift; fi
exec ctest --output-on-failure --no-tests=error -j 3 "${long[@]}" "$@"

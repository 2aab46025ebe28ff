#!/usr/bin/env bash
# Formatting and static analysis over everything that is compiled. Usage: check.sh [file...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/install-packages.sh" build run check
cd "$here/.."
if [ $# -gt 0 ]; then files=("$@"); else mapfile -t files < <(git ls-files 'src/*.cpp' 'tests/*.cpp'); fi
git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' | xargs clang-format-14 --dry-run --Werror
# Not the release build: clang cannot read the headers that GCC precompiled for it.
build_dir=${CLINICDESK_CHECK_DIR:-$PWD/build/dev}
cmake --preset dev -B "$build_dir" >&2
cmake --build "$build_dir" -j "$(nproc)" >&2
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-14 -p "$build_dir" --quiet

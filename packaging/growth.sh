#!/usr/bin/env bash
# Builds the release preset and asks clinics of 10,000, 100,000 and 1,000,000 appointments (and a tenth as many patients)
# the same: a day, a week, free times, a patient's visits, searches, a booking. Prints a table, writes it as JSON
# (build/release/growth.json unless told) and exits 3 when a goal is missed. About two minutes; --most 10000000 adds a
# clinic ten times as large as the largest: five minutes more, and more than 4 GB under the temporary folder.
# Usage: growth.sh [--least N] [--most N] [--repetitions N] [--json FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run
build_dir=$("$here/build.sh" --target clinicdesk-growth)
exec "$build_dir/bin/clinicdesk-growth" --json "$build_dir/growth.json" "$@"

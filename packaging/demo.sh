#!/usr/bin/env bash
# A demo clinic on a private PostgreSQL: with a display a reception and a doctor window side by side, without one
# the same morning played offscreen, each step with the database's view of it, and pictures of the windows.
# Usage: demo.sh [--offscreen] [--pictures FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
offscreen=
pictures=
while [ $# -gt 0 ]; do
    case "$1" in
        --offscreen) offscreen=1 ;;
        --pictures) pictures=${2:?--pictures needs a folder}; shift ;;
        *) echo "usage: demo.sh [--offscreen] [--pictures FOLDER]" >&2; exit 2 ;;
    esac
    shift
done
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || offscreen=1

export LC_ALL=C.UTF-8
"$here/install-packages.sh" build run
build_dir=$("$here/build.sh" --target clinicdesk clinicctl clinicdesk-demo)
bin=$build_dir/bin

work=$(mktemp -d "${TMPDIR:-/tmp}/clinicdesk-demo.XXXXXX")
chmod 711 "$work" # as root, PostgreSQL's own user has to reach its cluster
server=
stop() {
    trap - EXIT INT TERM
    jobs -p | while read -r job; do [ "$job" = "$server" ] || kill "$job" 2>/dev/null || true; done
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

"$bin/clinicctl" serve --data "$work/server" > "$work/ready" 2> "$work/serve.log" &
server=$!
for _ in $(seq 600); do
    [ -s "$work/ready" ] && break
    kill -0 "$server" 2>/dev/null || { cat "$work/serve.log" >&2; exit 1; }
    sleep 0.1
done
field() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p" "$work/ready"; }
[ -n "$(field port)" ] || { echo "The private server did not start in time." >&2; cat "$work/serve.log" >&2; exit 1; }

# One password file for this run's people, thrown away with the folder; demo-data makes up the password.
export PGHOST=$(field host) PGPORT=$(field port) PGDATABASE=$(field database) PGPASSFILE=$work/passfile
umask 077
administrator=$(field administrator)
cat "$(field passwordFile)" > "$PGPASSFILE"
# The demo is a day with hours left in it, whatever the hour: late in the evening the clinic lies further west.
zone=Europe/Berlin
[ "$(TZ=$zone date +%H)" -lt 20 ] || zone=America/New_York
PGUSER=$administrator "$bin/clinicctl" demo-data --doctors 6 --patients 2000 --zone "$zone" --json > "$work/made"
password=$(sed -n 's/.*"password": *"\([^"]*\)".*/\1/p' "$work/made")
for login in ana ben osei lindqvist admin; do
    echo "*:*:$PGDATABASE:$login:$password" >> "$PGPASSFILE"
done

if [ -n "$offscreen" ]; then
    pictures=${pictures:-$PWD/demo-pictures}
    # The offscreen platform tells of everything it has no window manager for.
    export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.debug=false;*.info=false;default.warning=false;clinicdesk.*.warning=false'
    "$bin/clinicdesk-demo" --administrator "$administrator" --pictures "$pictures"
    echo
    echo "clinicctl check, after the morning:"
    PGUSER=$administrator "$bin/clinicctl" check
else
    echo "Reception: ana. Doctor: osei. Close both windows to end the demo; everything is thrown away then."
    "$bin/clinicdesk" --user ana --desk "Desk 1" -qwindowgeometry 940x800+0+0 &
    reception=$!
    "$bin/clinicdesk" --user osei --desk "Room 1" -qwindowgeometry 940x800+960+0 &
    doctor=$!
    wait "$reception" "$doctor"
fi

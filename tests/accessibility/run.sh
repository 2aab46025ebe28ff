#!/usr/bin/env bash
# Starts a private clinic and the program on a virtual display, and has front_desk.py work it as a screen reader
# hears it. Usage: run.sh FOLDER_OF_THE_PROGRAMS
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/clinicdesk-ear.XXXXXX")
chmod 711 "$work" # as root, PostgreSQL's own user has to reach its cluster
server=
display=
stop() {
    trap - EXIT INT TERM
    for child in $display $server; do
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

mkfifo "$work/ready"
"$bin/clinicctl" serve --data "$work/server" > "$work/ready" 2> "$work/serve.log" &
server=$!
read -r ready < "$work/ready" || { cat "$work/serve.log" >&2; exit 1; }
field() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p" <<< "$ready"; }
export PGHOST=$(field host) PGPORT=$(field port) PGDATABASE=$(field database) PGPASSFILE=$work/passfile
umask 077
cp "$(field passwordFile)" "$PGPASSFILE"
PGUSER=$(field administrator) "$bin/clinicctl" demo-data --doctors 2 --patients 60 --json > "$work/made"
password=$(sed -n 's/.*"password": *"\([^"]*\)".*/\1/p' "$work/made")
for login in ana ben admin; do echo "*:*:$PGDATABASE:$login:$password" >> "$PGPASSFILE"; done
PGUSER=ana "$bin/clinicctl" patients add --family Zebrowska --given Ola --born 1985-05-03 --phone '555 0199' > /dev/null

# Settings, bus and display of its own: what this computer's user has open is no concern of it.
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data XDG_RUNTIME_DIR=$work/run
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0 PYTHONDONTWRITEBYTECODE=1
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
# The bus inside the display: its keyboard is the display's. The window manager makes windows active.
cat > "$work/session.sh" <<'SESSION'
matchbox-window-manager &
/usr/bin/python3 "$@"
SESSION
# In the background, so that a signal is taken while it runs.
xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- bash "$work/session.sh" "$here/front_desk.py" "$bin/clinicdesk" &
display=$!
wait "$display"
display=
PGUSER=admin "$bin/clinicctl" check > /dev/null

#!/usr/bin/env bash
# Resident memory at rest: a fresh home, started, left alone for ten minutes (or the given number of seconds).
# Prints each process against its limit (platform 200 MB, supervisor 60 MB) as a ratio.
set -euo pipefail
cd "$(dirname "$0")/.."
export MIDDECK_HOME=$(mktemp -d) MIDDECK_PORT=${MIDDECK_PORT:-17081}
trap './middeck down >/dev/null 2>&1; rm -rf "$MIDDECK_HOME"' EXIT
./middeck up
sleep "${1:-600}"
report() { # name, pid, limit in MB
  local kb; kb=$(awk '/^VmRSS/{print $2}' "/proc/$2/status")
  awk -v n="$1" -v kb="$kb" -v limit="$3" 'BEGIN { printf "%-10s %6.1f MB of %d MB, ratio %.2f\n", n, kb / 1024, limit, kb / 1024 / limit }'
}
pid_of() { ./middeck status --json | node -p 'JSON.parse(require("fs").readFileSync(0)).services.find(s => s.name === process.argv[1]).pid' "$1"; }
report platform "$(pid_of platform)" 200
report supervisor "$(pid_of supervisor)" 60

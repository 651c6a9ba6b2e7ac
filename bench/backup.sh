#!/usr/bin/env bash
# A backup of a 1 GB database (or of the given number of megabytes; the program may be given after it) against pg_dump alone in the same run: time and memory.
# Prints each number against its limit (1.2 times pg_dump's time, 200 MB) as a ratio; fails when a limit is broken.
set -euo pipefail
cd "$(dirname "$0")/.."
size=${1:-1024}
folder=$(mktemp -d)
export MIDDECK_HOME=$folder/home MIDDECK_PORT=${MIDDECK_PORT:-17082}
middeck=${2:-./middeck}
clean_up() {
  "$middeck" down >/dev/null 2>&1 || true
  [ ! -f "$MIDDECK_HOME/run/instance" ] || rm -rf "$(cat "$MIDDECK_HOME/run/instance")"
  rm -rf "$folder"
}
trap clean_up EXIT
"$middeck" up
field() { node -p 'JSON.parse(require("fs").readFileSync(process.argv[1]))[process.argv[2]]' "$MIDDECK_HOME/run/pg.json" "$1"; }
PGPORT=$(field port) PGPASSWORD=$(cat "$MIDDECK_HOME/keys/postgres") bin=$(field binaries)
export PGHOST=127.0.0.1 PGUSER=middeck PGDATABASE=middeck PGPORT PGPASSWORD
# Rows as ours are: ids, words that compress by half, some numbers.
"$bin/psql" -Xq -c "CREATE SCHEMA bench" -c "CREATE TABLE bench.filler AS SELECT gen_random_uuid() AS id, n,
  (SELECT string_agg(md5((n * 17 + i)::text) || ' the pump is oiled every forty hours ', '') FROM generate_series(1, 8) i) AS content
  FROM generate_series(1, $size * 1470) n" -c CHECKPOINT
"$bin/psql" -Xqt -c "SELECT 'database: ' || pg_size_pretty(pg_database_size('middeck'))"
"$bin/psql" -Xqt -c "SELECT count(*) FROM bench.filler" >/dev/null # both find the table in the cache
head -c 24 /dev/urandom | base64 >"$folder/passphrase"

now() { date +%s.%N; }
# timed LABEL COMMAND...: seconds in $seconds, peak of resident memory in kB in $peak.
timed() {
  local label=$1 start pid kb
  shift
  start=$(now) peak=0
  "$@" >/dev/null &
  pid=$!
  while kill -0 $pid 2>/dev/null; do
    kb=$(awk '/^VmHWM/{print $2}' "/proc/$pid/status" 2>/dev/null) || kb=
    [ "${kb:-0}" -le "$peak" ] || peak=$kb
    sleep 0.1
  done
  wait $pid
  seconds=$(awk -v a="$start" -v b="$(now)" 'BEGIN { print b - a }')
  printf '%-28s %7.1f s %7.1f MB\n' "$label" "$seconds" "$(awk -v kb="$peak" 'BEGIN { print kb / 1024 }')"
}
timed "pg_dump -Fc" "$bin/pg_dump" -Fc -f "$folder/alone.dump"
alone=$seconds
timed "pg_dump -Fc -Z3" "$bin/pg_dump" -Fc -Z3 -f "$folder/same.dump" # compressed as hard as we do by default
failed=0
judge() { # name, number, limit
  awk -v n="$1" -v a="$2" -v b="$3" 'BEGIN { printf "%-28s %7.2f of %g, ratio %.2f%s\n", n, a, b, a / b, (a > b ? "  BROKEN" : ""); exit (a > b) }' || failed=1
}
for how in plain passphrase; do
  options=()
  [ $how = plain ] || options=(--passphrase-file "$folder/passphrase")
  timed "middeck backup, $how" "$middeck" backup create --to "$folder/backups-$how" "${options[@]}"
  judge "time against pg_dump" "$(awk -v a="$seconds" -v b="$alone" 'BEGIN { print a / b }')" 1.2
  judge "memory in MB" "$(awk -v kb="$peak" 'BEGIN { print kb / 1024 }')" 200
done
exit $failed

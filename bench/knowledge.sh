#!/usr/bin/env bash
# Every number of search and knowledge beside its peer or its limit, measured in the same run, as one table.
#   bench/knowledge.sh [--data FOLDER] [PART…]
# Parts: exact graph large-graph ingest retrieval quality; all without one. Quality needs the folder of passages and questions
# (see bench/README.md) and is left out without it. Ends with 1 when a limit is broken.
set -euo pipefail
cd "$(dirname "$0")/.."
search=() knowledge=() data=
while (($#)); do
  case $1 in
    --data) data=$(realpath -- "${2:?--data needs a folder}"); shift ;;
    exact | graph | large-graph) search+=("$1") ;;
    ingest | retrieval | quality) knowledge+=("$1") ;;
    *) sed -n '3,5s/^# *//p' "$0" >&2; exit 2 ;;
  esac
  shift
done
if ((${#search[@]} + ${#knowledge[@]} == 0)); then
  search=(exact graph large-graph) knowledge=(ingest retrieval ${data:+quality})
fi
table=$(mktemp)
trap 'rm -f "$table"' EXIT
export MIDDECK_BENCH_TABLE=$table
dotnet build -c Release bench/Middeck.Search.Bench --verbosity quiet
dotnet build -c Release bench/Middeck.Knowledge.Bench --verbosity quiet
failed=0
run() { dotnet run -c Release --no-build --project "bench/Middeck.$1.Bench" -- "${@:2}" || failed=1; }
# A process for each part: what one leaves in memory does not disturb the next.
for part in ${search[@]+"${search[@]}"}; do run Search "$part"; done
for part in ${knowledge[@]+"${knowledge[@]}"}; do
  if [[ $part == quality ]]; then run Knowledge quality --data "${data:?quality needs --data FOLDER}"; else run Knowledge "$part"; fi
done
printf '\n'
{ printf 'what\tnumber\tpeer or limit\tratio\tok\n'; cat "$table"; } | column -t -s $'\t' -o ' | '
exit $failed

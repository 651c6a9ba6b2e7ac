# shellcheck shell=bash
# The part of ./middeck that runs the tests. It is sourced: root, artifacts, say and the checks come from there.

passed=0 failed=0 skipped=0
test_folder= test_cluster=

# add NAME PASSED FAILED SKIPPED SECONDS
add() {
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
  printf '%-34s %4d passed %4d failed %4d skipped  %3d s\n' "$1" "$2" "$3" "$4" "$5"
}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

postgres_folder() {
  local folder
  folder=$(compgen -G '/usr/lib/postgresql/1[567]/bin' | sort -V | tail -n 1) || true
  printf '%s\n' "${folder:-$(dirname "$(command -v initdb)")}"
}

# One cluster for the whole run, reached by its socket, with nothing that only durability needs.
start_cluster() {
  local bin
  bin=$(postgres_folder)
  mkdir "$test_folder/pg"
  if [ "$(id -u)" = 0 ]; then chown postgres "$test_folder/pg"; fi
  as_postgres "$bin/initdb" -D "$test_folder/pg/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N \
    --no-instructions >"$test_folder/initdb.log"
  as_postgres "$bin/pg_ctl" -D "$test_folder/pg/data" -s -w -l "$test_folder/pg/log" -o "-k $test_folder/pg \
    -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 \
    -c autovacuum=off" start
  test_cluster=$test_folder/pg/data
  export MIDDECK_TEST_DATABASE="Host=$test_folder/pg;Username=postgres;Database=postgres"
}

# shellcheck disable=SC2317 # called by the trap
clean_up() {
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
  if [ -n "$test_cluster" ]; then
    as_postgres "$(postgres_folder)/pg_ctl" -D "$test_cluster" -s -m immediate stop || true
  fi
  [ -z "$test_folder" ] || rm -rf "$test_folder"
}

# suites [NAME...]: the test projects, all or the named ones: core, Middeck.Core.Tests, endtoend, console.
suites() {
  local project name wanted
  for project in "$root"/tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    case $name in
      *.Tests | Middeck.EndToEnd | Middeck.Conformance) ;;
      *) continue ;;
    esac
    if [ $# = 0 ]; then
      printf '%s\n' "$name"
      continue
    fi
    for wanted in "$@"; do
      case "${name,,}" in
        "${wanted,,}" | "middeck.${wanted,,}" | "middeck.${wanted,,}.tests") printf '%s\n' "$name" ;;
      esac
    done
  done
}

# counter FILE NAME: one number of a trx file's <Counters total="12" executed="11" passed="11" failed="0" … />.
counter() { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

run_suite() {
  local name=$1 trx="$test_folder/$1.trx" log="$test_folder/$1.log" code=0 start=$SECONDS ok=0 bad=0 skip=0
  # A suite takes a minute or two; one that hangs must not take the others with it.
  timeout -k 10 600 dotnet test "$artifacts/bin/$name/debug/$name.dll" --nologo --logger "trx;LogFileName=$name.trx" \
    --results-directory "$test_folder" >"$log" 2>&1 || code=$?
  if [ -f "$trx" ]; then
    ok=$(counter "$trx" passed) bad=$(counter "$trx" failed)
    skip=$(($(counter "$trx" total) - $(counter "$trx" executed)))
  fi
  # A test process that crashed or hung counts as a failure, whatever it had counted until then.
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ "$bad" != 0 ]; then grep -v '^\s*Passed ' "$log" || true; fi
  add "$name" "$ok" "$bad" "$skip" $((SECONDS - start))
}

# check NAME COMMAND...: something that passes or fails as a whole.
check() {
  local name=$1 start=$SECONDS
  shift
  if "$@" >"$test_folder/check.log" 2>&1; then
    add "$name" 1 0 0 $((SECONDS - start))
  else
    cat "$test_folder/check.log"
    add "$name" 0 1 0 $((SECONDS - start))
  fi
}

# Builds into a folder of its own: what is measured is this source, whatever artifacts/console was made from.
console_budgets() {
  npx vite build --logLevel warn --outDir "$test_folder/console" --emptyOutDir \
    && npm run --silent budgets -- --dir "$test_folder/console"
}

run_console_tests() {
  local report=$test_folder/vitest.json start ok=0 bad=0 skip=0 code=0
  install_console_packages >"$test_folder/npm.log" 2>&1 || cat "$test_folder/npm.log"
  cd "$root/console" || return
  check 'console: lint and types' npm run --silent lint
  check 'console: types of the API' npm run --silent types:check
  check 'console: budgets' console_budgets
  start=$SECONDS
  timeout -k 10 1800 npx vitest run --reporter=default --reporter=json --outputFile.json="$report" >"$test_folder/vitest.log" 2>&1 || code=$?
  if [ -f "$report" ]; then
    read -r ok bad skip < <(node -e '
      const run = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
      console.log(run.numPassedTests, run.numFailedTests, run.numPendingTests + run.numTodoTests);' "$report")
  fi
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ "$bad" != 0 ]; then cat "$test_folder/vitest.log"; fi
  add 'console' "$ok" "$bad" "$skip" $((SECONDS - start))
  cd "$root" || return
}

wants_console() {
  [ -f "$root/console/package.json" ] || return 1
  [ $# = 0 ] && return 0
  local wanted
  for wanted in "$@"; do [ "${wanted,,}" = console ] && return 0; done
  return 1
}

# build_tests PROJECT...: the solution, or only what the named suites need.
build_tests() {
  local project start=$SECONDS
  say 'Building.'
  for project in "$@"; do
    # One warm compiler for all projects, wherever the machine's settings would start a cold one for each.
    if ! dotnet build "$project" --nologo -clp:ErrorsOnly -p:UseSharedCompilation=true >"$test_folder/build.log" 2>&1; then
      cat "$test_folder/build.log"
      add build 0 1 0 $((SECONDS - start))
      return 1
    fi
  done
}

run_tests() {
  local names name console='' projects=("$root/Middeck.slnx")
  mapfile -t names < <(suites "$@")
  if wants_console "$@"; then console=yes; fi
  if [ ${#names[@]} = 0 ] && [ -z "$console" ]; then
    refuse 2 "there is no test suite named $*." "没有名为 $* 的测试。"
  fi
  require_dotnet
  require_packages test
  test_folder=$(mktemp -d "${TMPDIR:-/tmp}/middeck-test.XXXXXX")
  chmod 755 "$test_folder"
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  if [ $# -gt 0 ]; then
    projects=()
    for name in "${names[@]}"; do projects+=("$root/tests/$name/$name.csproj"); done
  fi
  if [ ${#names[@]} -gt 0 ] && build_tests "${projects[@]}"; then
    # The browser tests need the built console, as people do.
    case " ${names[*]} " in *' Middeck.EndToEnd '*) build_console_if_changed ;; esac
    start_cluster
    for name in "${names[@]}"; do run_suite "$name"; done
  fi
  if [ -n "$console" ]; then
    require_node
    run_console_tests
  fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" = 0 ]
}

#!/usr/bin/env bash
# What each page of the console takes in Chromium against its budget: a fresh home, started, furnished, each page opened cold.
set -euo pipefail
cd "$(dirname "$0")/.."
export MIDDECK_HOME=$(mktemp -d) MIDDECK_PORT=${MIDDECK_PORT:-17082}
export MIDDECK_ADMIN_EMAIL=bench@example.com MIDDECK_ADMIN_PASSWORD=bench-password-42
trap './middeck down >/dev/null 2>&1; rm -rf "$MIDDECK_HOME"' EXIT
./middeck up
dotnet run -c Release --project bench/Middeck.Console.Bench -- "http://127.0.0.1:$MIDDECK_PORT" "${1:-5}"

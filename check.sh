#!/usr/bin/env bash
# check.sh: everything a change must pass, and all that CI runs. Needs Go and the
# module cache or a proxy; no Python. A C compiler adds the race tests.
# Works from any directory; stops at the first failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Inputs for each fuzz target: counted, because go test before 1.27 now and then
# reports the end of a duration as a failure (go.dev/issue/75804).
fuzztime=${FUZZTIME:-10000x}

step() { printf '== %s\n' "$*"; }

# race_detector builds what the race detector needs: a C compiler with its headers.
race_detector() {
	CGO_ENABLED=1 go build -race runtime/cgo 2>/dev/null
}

# fuzz_targets prints "folder name" of every fuzz target, in order of the files.
fuzz_targets() {
	{ grep -roE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . || true; } |
		sed -E 's|/[^/]*:func | |' | sort
}

export CGO_ENABLED=0

step 'gofmt: no file differs'
unformatted=$(gofmt -l .)
if [[ -n $unformatted ]]; then
	printf 'not formatted; run gofmt -w on:\n%s\n' "$unformatted" >&2
	exit 1
fi

step 'go vet'
go vet ./...

step 'staticcheck'
go tool -modfile=tools.mod staticcheck ./...

step 'go.mod and go.sum are tidy'
go mod tidy -diff

step 'build without cgo'
go build ./...

step 'tests without cgo'
go test ./...

if race_detector; then
	step 'race tests (-short: the detector makes the long ones ten times slower)'
	CGO_ENABLED=1 go test -race -short ./...
else
	step 'race tests skipped: no C compiler'
fi

step "fuzz targets, -fuzztime $fuzztime each"
fuzz_targets | while read -r folder name; do
	if ! log=$(go test -run '^$' -fuzz "^$name\$" -fuzztime "$fuzztime" "$folder" 2>&1 </dev/null); then
		printf '%s\n' "$log" >&2
		exit 1
	fi
	printf 'ok  \t%s %s\n' "$folder" "$name"
done

step 'benchmarks, once each'
go test -run '^$' -bench . -benchtime 1x ./...

step "all passed in $SECONDS s"

#!/usr/bin/env bash
# articles.sh [ROUNDS]: stance label on folders of 1,000 and 10,000 articles: articles per
# second and peak memory, best of the rounds; then killed half-way and resumed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance
printf '%8s %12s %8s\n' articles articles/s 'peak MB'
for n in 1000 10000; do
	python3 bench/articles.py "$work/$n" "$n"
	best=0 least=999999999
	for _ in $(seq "$rounds"); do
		/usr/bin/time -f '%M' -o "$work/time" "$work/stance" label "$work/$n" --out "$work/$n.csv" 2>"$work/said"
		speed=$(sed -nE 's/.*; ([0-9,]+) articles per second$/\1/p' "$work/said" | tr -d ,)
		peak=$(tail -1 "$work/time")
		if ((speed > best)); then best=$speed; fi
		if ((peak < least)); then least=$peak; fi
	done
	printf '%8d %12d %8d\n' "$n" "$best" $((least / 1024))
done

# Without job control a shell starts what runs beside it deaf to interrupts.
set -m
for signal in INT KILL; do
	"$work/stance" label "$work/10000" --out "$work/out.csv" 2>/dev/null &
	until [[ $(wc -l <"$work/out.csv.partial.journal") -ge 2 ]] 2>/dev/null; do sleep 0.05; done
	kill -s "$signal" $!
	wait $! 2>/dev/null || true
	done_before=$(tail -1 "$work/out.csv.partial.journal" | cut -d ' ' -f 1)
	"$work/stance" label "$work/10000" --out "$work/out.csv" --resume 2>/dev/null
	cmp "$work/out.csv" "$work/10000.csv"
	printf 'SIG%s after %d articles, resumed: the output is the same\n' "$signal" "$done_before"
	rm "$work/out.csv"
done

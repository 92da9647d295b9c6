#!/usr/bin/env bash
# prior.sh DATA_DIR: what a prior is worth to few rows. Models of 100 to 3,000 rows of dse and of
# newsmtsc_rw, with and without a prior that was trained without that corpus, as Markdown tables.
# DATA_DIR holds the converted corpora, see datasets/SOURCES.md. WORK=FOLDER keeps what is made
# there, and takes priors that are there (dse.prior, newsmtsc_rw.prior) as they are.
set -euo pipefail

data=${1:?usage: prior.sh DATA_DIR}
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ours=$bench/../datasets
python=${PYTHON:-/usr/bin/python3} # with numpy
work=${WORK:-$(mktemp -d)}
[ -n "${WORK:-}" ] || trap 'rm -rf "$work"' EXIT
(cd "$bench/.." && CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance)
stance() { "$work/stance" "$@" 2>>"$work/log" || { cat "$work/log" >&2; return 1; }; }

# The command of classifier/MODEL_CARD.md, less the corpus.
[ -f "$work/dse.prior" ] || stance train "$data/newsmtsc_rw/train.csv" "$data/sentfin/train.csv" "$ours/statements/train.csv" "$ours/articles/dev/gold.csv" \
	--weights 4,2,3,6 --c 0.5 --class-weight by-file --min-texts 4 --model "$work/dse.prior"
[ -f "$work/newsmtsc_rw.prior" ] || stance train "$data/dse/train.csv" "$data/sentfin/train.csv" "$ours/statements/train.csv" "$ours/articles/dev/gold.csv" \
	--weights 1,2,3,6 --c 0.5 --class-weight by-file --min-texts 4 --model "$work/newsmtsc_rw.prior"

curve() { # CORPUS DEV: a table
	local corpus=$1 rows seed how test
	cp "$data/$corpus/$2.csv" "$work/$corpus.$2.csv"
	for seed in 1 2 3; do
		for rows in 100 300 1000 3000; do
			"$python" "$bench/sample.py" "$data/$corpus/train.csv" "$rows" "$seed" >"$work/$corpus.$rows.$seed.csv"
		done
	done
	"$python" "$bench/rest.py" "$data/$corpus/train.csv" 4000 "$work/$corpus".3000.?.csv >"$work/$corpus.rest.csv"
	for rows in 100 300 1000 3000; do
		for seed in 1 2 3; do
			local few=$work/$corpus.$rows.$seed
			stance train "$few.csv" --model "$few.alone"
			stance train "$few.csv" --model "$few.with" --prior "$work/$corpus.prior"
			for how in alone with; do
				for test in "$2" rest; do
					stance eval "$work/$corpus.$test.csv" --model "$few.$how" --draws 1 --predictions "$few.$test.$how.csv" >"$work/report"
				done
			done
		done
	done
	"$python" "$bench/curve.py" "$work" "$corpus" "$2" rest
}

curve dse dev_clean
curve newsmtsc_rw dev
grep -o '^[a-z]*: logistic, c 5, prior times [0-9.]*' "$work/log" | sort | uniq -c >&2

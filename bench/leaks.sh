#!/usr/bin/env bash
# leaks.sh DATA_DIR: how long stance check takes to compare two files of 50,000 rows.
# DATA_DIR holds the converted corpora (datasets/SOURCES.md). See README.md.
set -euo pipefail

data=${1:?usage: leaks.sh DATA_DIR}
rows=${ROWS:-50000}
rounds=${ROUNDS:-3}
python=${PYTHON:-/usr/bin/python3}

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# joined FILE CORPUS...: the first rows of several corpora in one file.
joined() {
	"$python" - "$rows" "$@" <<'PYTHON'
import csv, itertools, sys

rows, out, *files = sys.argv[1:]
columns = ["text", "source", "target", "stance", "sentiment"]
readers = itertools.chain.from_iterable(csv.DictReader(open(f, encoding="utf-8", newline="")) for f in files)
with open(out, "w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(itertools.islice(readers, int(rows)))
PYTHON
}

joined "$work/train.csv" "$data"/{dse,newsmtsc_rw,sentfin,plv,tweeteval_stance}/train.csv
joined "$work/test.csv" "$data"/{dse,newsmtsc_rw,newsmtsc_mt,sentfin,tweeteval_stance}/dev.csv "$data"/tweeteval_sentiment/train.csv

cd "$bench/.."
CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance
for _ in $(seq "$rounds"); do
	/usr/bin/time -f '%e s, %M KB at most' -o "$work/time" "$work/stance" check "$work/train.csv" "$work/test.csv" --json "$work/check.json" >"$work/check.txt"
	tail -1 "$work/time"
done | sort -n | head -1
sed -n '/^Leaks/,$p' "$work/check.txt"

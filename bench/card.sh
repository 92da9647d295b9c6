#!/usr/bin/env bash
# card.sh DATA_DIR: the rows of the shipped model's card, on standard output; confusions and
# leaks on standard error. DATA_DIR holds the converted corpora, see datasets/SOURCES.md.
set -euo pipefail

data=${1:?usage: card.sh DATA_DIR}
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$bench/.." && CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance)

for corpus in dse/dev_clean dse/dev newsmtsc_rw/dev newsmtsc_mt/dev sentfin/dev plv/train tweeteval_stance/dev tweeteval_sentiment/dev; do
	"$work/stance" eval "$data/$corpus.csv" --json - 2>/dev/null | python3 "$bench/card.py" "$corpus"
done
for ours in statements/test articles/test/gold; do
	"$work/stance" eval "$bench/../datasets/$ours.csv" --json - 2>/dev/null | python3 "$bench/card.py" "$ours"
done
"$work/stance" eval --articles "$bench/../datasets/articles/test/gold.csv"

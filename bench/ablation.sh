#!/usr/bin/env bash
# ablation.sh DATA_DIR: what each part of the stance model gives, on statements/test: the shipped
# recipe without one part against all of it, by stance compare (paired, over stories).
# DATA_DIR holds the converted corpora, see datasets/SOURCES.md.
set -euo pipefail

data=${1:?usage: ablation.sh DATA_DIR}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance)
gold=$root/datasets/statements/test.csv
statements=$root/datasets/statements/train.csv
articles=$root/datasets/articles/dev/gold.csv
families=stems,sides,windows,nearest,clause,between,roles,quotation,negation,lexicon,predicates,connotation

# run NAME WEIGHTS FAMILIES FILE...: trains, scores, and compares with all.
run() {
	local name=$1 weights=$2 kept=$3
	shift 3
	"$work/stance" train "$@" --task stance --weights "$weights" --c 0.5 --min-texts 4 --class-weight by-file --features "$kept" --model "$work/$name" 2>/dev/null
	"$work/stance" eval "$gold" --model "$work/$name" --out "$work/$name.out" >/dev/null 2>&1
	if [[ $name == all ]]; then
		"$work/stance" eval "$gold" --model "$work/all" 2>/dev/null | awk '/^stance: / && !seen++'
	else
		"$work/stance" compare "$work/all.out" "$work/$name.out" 2>/dev/null | awk -v name="$name" '/F1\(favor,against\) +\|/ && !seen++ { print name ": " $0 }'
	fi
}

run all 1,3,6 "$families" "$data/dse/train.csv" "$statements" "$articles"
run no_statements 1,6 "$families" "$data/dse/train.csv" "$articles"
run no_articles 1,3 "$families" "$data/dse/train.csv" "$statements"
run no_dse 3,6 "$families" "$statements" "$articles"
run no_lexicons 1,3,6 "${families%,lexicon,predicates,connotation}" "$data/dse/train.csv" "$statements" "$articles"
for f in ${families//,/ }; do
	kept=$(tr , '\n' <<<"$families" | grep -vx "$f" | paste -sd,)
	run "no_$f" 1,3,6 "$kept" "$data/dse/train.csv" "$statements" "$articles"
done

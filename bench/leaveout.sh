#!/usr/bin/env bash
# leaveout.sh DATA_DIR: how good is the shipped recipe on a corpus that it was not trained on, and
# how good is a model of one corpus alone. DATA_DIR holds the converted corpora, see
# datasets/SOURCES.md. Rows: trained on | scored on | metric.
set -euo pipefail

data=${1:?usage: leaveout.sh DATA_DIR}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance)

declare -A file=([dse]=$data/dse/train.csv [newsmtsc]=$data/newsmtsc_rw/train.csv [sentfin]=$data/sentfin/train.csv
	[statements]=$root/datasets/statements/train.csv [articles]=$root/datasets/articles/dev/gold.csv)
declare -A weight=([dse]=1 [newsmtsc]=4 [sentfin]=2 [statements]=3 [articles]=6)

# train MODEL CORPUS...: the shipped recipe on some of the corpora.
train() {
	local model=$1 files=() weights=()
	shift
	for c in "$@"; do files+=("${file[$c]}") weights+=("${weight[$c]}"); done
	(IFS=,; "$work/stance" train "${files[@]}" --weights "${weights[*]}" --c 0.5 --min-texts 4 --class-weight by-file --model "$model" 2>/dev/null)
}

# score NAME MODEL GOLD TASK: one row.
score() {
	"$work/stance" eval "$3" --model "$2" 2>/dev/null | grep "^$4:" | sed "s|^|$1: |"
	if [ "$4" = sentiment ]; then return; fi
	"$work/stance" eval "$3" --model "$2" 2>/dev/null | awk -v name="$1" '/^\| none / && !seen++ { print name ": " $0 }'
}

train "$work/no_dse" newsmtsc sentfin statements articles
score "without dse, dse/dev_clean" "$work/no_dse" "$data/dse/dev_clean.csv" stance
train "$work/no_newsmtsc" dse sentfin statements articles
score "without newsmtsc, newsmtsc_rw/dev" "$work/no_newsmtsc" "$data/newsmtsc_rw/dev.csv" sentiment
train "$work/no_sentfin" dse newsmtsc statements articles
score "without sentfin, sentfin/dev" "$work/no_sentfin" "$data/sentfin/dev.csv" sentiment
train "$work/no_ours" dse newsmtsc sentfin
for gold in "$root/datasets/statements/test.csv" "$root/datasets/articles/test/gold.csv" "$data/plv/train.csv"; do
	score "without statements and articles, ${gold##*"$root/"}" "$work/no_ours" "$gold" stance
done
for own in dse:dse/dev_clean:stance newsmtsc:newsmtsc_rw/dev:sentiment; do
	IFS=: read -r corpus dev task <<<"$own"
	"$work/stance" train "${file[$corpus]}" --model "$work/own_$corpus" 2>/dev/null
	score "$corpus alone, $dev" "$work/own_$corpus" "$data/$dev.csv" "$task"
done
"$work/stance" cv "${file[newsmtsc]}" --folds 5 2>/dev/null | awk '/^sentiment/ && !seen++ { print "newsmtsc alone, 5 folds: " $0 }'

#!/usr/bin/env bash
# choose.sh DATA_DIR: corpus weights and cost by leaving out one corpus at a time: each setting is
# scored on dse and newsmtsc by models that never saw that corpus, and on plv, which none is
# trained on. DATA_DIR holds the converted corpora, see datasets/SOURCES.md. Settings: the weights
# of dse, newsmtsc, sentfin, statements, articles; the cost.
set -euo pipefail

data=${1:?usage: choose.sh DATA_DIR}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance)
files=("$data/dse/train.csv" "$data/newsmtsc_rw/train.csv" "$data/sentfin/train.csv"
	"$root/datasets/statements/train.csv" "$root/datasets/articles/dev/gold.csv")

# without K WEIGHTS COST TASK: trains on all files but the K-th.
without() {
	local kept=() weights=() all
	IFS=, read -ra all <<<"$2"
	for k in "${!files[@]}"; do
		if [[ $k != "$1" ]]; then kept+=("${files[$k]}") weights+=("${all[$k]}"); fi
	done
	(IFS=,; "$work/stance" train "${kept[@]}" --task "$4" --weights "${weights[*]}" --c "$3" --min-texts 4 --class-weight by-file --model "$work/model" 2>/dev/null)
}

# headline GOLD TASK: the headline metric of the model just trained.
headline() { "$work/stance" eval "$1" --model "$work/model" --draws 200 2>/dev/null | awk -v t="$2:" '$1 == t && !seen++ { print $3 }'; }

echo "weights | cost | dse/dev_clean without dse | plv | newsmtsc_rw/dev without newsmtsc"
for setting in "1,4,2,3,6 0.5" "2,4,2,3,6 0.5" "1,4,2,2,4 0.5" "2,4,2,3,6 0.25"; do
	read -r weights cost <<<"$setting"
	without 0 "$weights" "$cost" stance
	dse=$(headline "$data/dse/dev_clean.csv" stance)
	without -1 "$weights" "$cost" stance
	plv=$(headline "$data/plv/train.csv" stance)
	without 1 "$weights" "$cost" sentiment
	echo "$weights | $cost | $dse | $plv | $(headline "$data/newsmtsc_rw/dev.csv" sentiment)"
done

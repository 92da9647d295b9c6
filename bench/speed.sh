#!/usr/bin/env bash
# speed.sh DATA_DIR: stance, fastText and scikit-learn on the same files in one run.
# DATA_DIR holds tweeteval_sentiment/{train,dev}.csv. See README.md for what is measured.
set -euo pipefail

data=${1:?usage: speed.sh DATA_DIR}
train=$data/tweeteval_sentiment/train.csv
dev=$data/tweeteval_sentiment/dev.csv
rounds=${ROUNDS:-3}
tools=${TOOLS:-sklearn fasttext stance}
python=${PYTHON:-/usr/bin/python3} # with scikit-learn

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measured COMMAND...: runs it; sets wall (seconds) and peak (MB).
measured() {
	/usr/bin/time -f '%e %M' -o "$work/time" "$@"
	read -r wall peak < <(tail -1 "$work/time")
	peak=$((peak / 1024))
}

# row TOOL FEATURES FIT LABEL PEAK PREDICTIONS: one measurement.
row() {
	read -r accuracy recall < <("$python" "$bench/score.py" "$work/big.csv" "$6")
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5" "$accuracy" "$recall" |
		tee -a "$work/rows.tsv" >&2
}

sklearn() { # FEATURES C NAME
	measured "$python" "$bench/sklearn_baseline.py" "$train" "$work/big.csv" "$work/sklearn.csv" "$1" "$2" >"$work/out"
	read -r fit label <"$work/out"
	row 'scikit-learn TF-IDF + LinearSVC' "$3" "$fit" "$label" "$peak" "$work/sklearn.csv"
}

fasttext_words() {
	measured fasttext supervised -input "$work/train.ft" -output "$work/ft" -thread 2 -verbose 0 >&2
	local fit=$wall most=$peak
	measured fasttext predict "$work/ft.bin" "$work/big.ft" >"$work/fasttext.txt"
	row 'fastText, 2 threads' words "$fit" "$wall" "$((peak > most ? peak : most))" "$work/fasttext.txt"
}

# fit_seconds LOG: read + features + fit of the line that --timings prints,
# "timings: read 0.210 s, features 0.480 s, ...".
fit_seconds() {
	awk '/^timings:/ {
		for (i = 2; i < NF; i++) if ($i ~ /^(read|features|fit)$/) { sum += $(i + 1); found++ }
	} END { if (found != 3) exit 1; print sum }' "$1"
}

stance() { # FEATURES NAME
	measured "$work/stance" train "$train" --model "$work/model.stance" --task sentiment \
		--features "$1" --trainer svm --timings 2>"$work/timings" >/dev/null
	local fit most=$peak
	fit=$(fit_seconds "$work/timings") || { cat "$work/timings" >&2; echo 'speed.sh: no timings printed' >&2; exit 1; }
	measured "$work/stance" label "$work/big.csv" --model "$work/model.stance" --out "$work/stance.csv" 2>"$work/notices"
	row 'stance svm' "$2" "$fit" "$wall" "$((peak > most ? peak : most))" "$work/stance.csv"
}

# one_round runs every tool once: rounds take turns, so that a busy minute hits all alike.
one_round() {
	local tool
	for tool in $tools; do
		case $tool in
		sklearn)
			# each with the C that scores best on dev, of a few between 0.03 and 1
			sklearn words 0.3 'words 1-2'
			sklearn characters 0.1 'words 1-2, characters 2-5'
			;;
		fasttext)
			fasttext_words
			;;
		stance)
			stance words,bigrams 'words 1-2'
			stance words,bigrams,characters 'words 1-2, characters 2-5'
			;;
		esac
	done
}

machine() {
	printf '%s cores, %s, %s\n' "$(nproc)" "$(lscpu | sed -n 's/^Model name: *//p')" "$(go version | cut -d' ' -f3,4)"
}

"$python" "$bench/prepare.py" "$train" "$dev" "$work"
if [[ $tools == *stance* ]]; then
	(cd "$bench/.." && CGO_ENABLED=0 go build -o "$work/stance" ./cmd/stance)
fi
for ((i = 0; i < rounds; i++)); do one_round; done
sort -st $'\t' -k1,2 "$work/rows.tsv" | "$python" "$bench/table.py" "$(wc -l <"$work/big.ft")"
printf '\n%s; best of %s rounds\n' "$(machine)" "$rounds"

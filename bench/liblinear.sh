#!/usr/bin/env bash
# liblinear.sh TRAIN.svm TEST.svm [C] [PREDICTIONS]: accuracy of LIBLINEAR's solvers.
#
# Both matrices are in LIBLINEAR's format (label column:value ...). PREDICTIONS, if
# given, has one label a line for TEST, in the same numbers: the solver to compare
# with. -B 1 adds LIBLINEAR's bias column, which it regularises; BIAS=-1 leaves it out.
set -euo pipefail

train=${1:?usage: liblinear.sh TRAIN.svm TEST.svm [C] [PREDICTIONS]}
test=${2:?usage: liblinear.sh TRAIN.svm TEST.svm [C] [PREDICTIONS]}
c=${3:-1}
predictions=${4:-}
bias=${BIAS:-1}

rows=$(wc -l <"$test")
if [[ -n $predictions && $(wc -l <"$predictions") -ne $rows ]]; then
	echo "liblinear.sh: $predictions needs $rows lines, one for each row of $test" >&2
	exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# accuracy FILE: per cent of its labels that equal those of the test matrix.
accuracy() {
	paste -d' ' <(cut -d' ' -f1 "$1") <(cut -d' ' -f1 "$test") |
		awk '$1 == $2 { right++ } END { printf "%.2f", 100 * right / NR }'
}

# solver NUMBER NAME: one row of the table.
solver() {
	local start=$EPOCHREALTIME seconds
	liblinear-train -q -s "$1" -c "$c" -B "$bias" "$train" "$work/model"
	seconds=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }')
	liblinear-predict "$test" "$work/model" "$work/out" >/dev/null
	printf '| %s | -s %s | %s | %s |\n' "$2" "$1" "$seconds" "$(accuracy "$work/out")"
}

printf 'C = %s, bias %s\n\n' "$c" "$bias"
printf '| solver | option | seconds, with reading | accuracy |\n|---|---|--:|--:|\n'
solver 0 'logistic regression, primal'
solver 7 'logistic regression, dual'
solver 2 'squared hinge, primal'
solver 1 'squared hinge, dual'
solver 3 'hinge, dual'
if [[ -n $predictions ]]; then
	printf '| %s | | | %s |\n' "$(basename "$predictions")" "$(accuracy "$predictions")"
fi

"""Writes sklearn.json: confusions and scikit-learn's numbers for them.

Run by hand, in this folder:  /usr/bin/python3 sklearn.py > sklearn.json
Written with scikit-learn 1.2.1, numpy 1.24.2 (the file says so again). Floats are
printed as Python's repr, the shortest text that reads back to the same bits.
"""

import json
import math
import sys
import warnings

sys.path.pop(0)  # this file's name would hide the library's

import numpy
import sklearn
from sklearn import metrics

warnings.filterwarnings("ignore")


def vectors(counts):
    gold, predicted = [], []
    for g, row in enumerate(counts):
        for p, n in enumerate(row):
            gold += [g] * n
            predicted += [p] * n
    return gold, predicted


def prf(gold, predicted, **how):
    p, r, f, _ = metrics.precision_recall_fscore_support(gold, predicted, zero_division=0, **how)
    if how["average"] is None:
        return [{"precision": a, "recall": b, "f1": c} for a, b, c in zip(p.tolist(), r.tolist(), f.tolist())]
    return {"precision": float(p), "recall": float(r), "f1": float(f)}


def case(name, counts):
    gold, predicted = vectors(counts)
    labels = list(range(len(counts)))
    kappa = float(metrics.cohen_kappa_score(gold, predicted))
    return {
        "name": name,
        "counts": counts,
        "labels": prf(gold, predicted, labels=labels, average=None),
        "macro": prf(gold, predicted, average="macro"),
        "macro_of_all": prf(gold, predicted, labels=labels, average="macro"),
        "macro_of_first_two": prf(gold, predicted, labels=[0, 1], average="macro"),
        "weighted": prf(gold, predicted, average="weighted"),
        "accuracy": float(metrics.accuracy_score(gold, predicted)),
        "kappa": None if math.isnan(kappa) else kappa,  # nan where chance agrees always
        "mcc": float(metrics.matthews_corrcoef(gold, predicted)),
    }


def main():
    cases = [
        case("one statement right", [[1, 0, 0], [0, 0, 0], [0, 0, 0]]),
        case("one statement wrong", [[0, 0, 1], [0, 0, 0], [0, 0, 0]]),
        case("all right", [[4, 0, 0], [0, 7, 0], [0, 0, 2]]),
        case("all wrong", [[0, 3, 1], [2, 0, 2], [5, 1, 0]]),
        case("single label, right", [[0, 0, 0], [0, 9, 0], [0, 0, 0]]),
        case("single gold label", [[3, 2, 4], [0, 0, 0], [0, 0, 0]]),
        case("single predicted label", [[0, 0, 14], [0, 0, 16], [0, 0, 30]]),
        case("first label never predicted", [[0, 3, 5], [0, 8, 2], [0, 1, 20]]),
        case("second label without gold", [[6, 2, 1], [0, 0, 0], [3, 4, 11]]),
        case("second label absent", [[6, 0, 1], [0, 0, 0], [3, 0, 11]]),
        case("only the third label", [[0, 0, 0], [0, 0, 0], [0, 0, 5]]),
        case("two labels", [[12, 5], [3, 40]]),
        case("large", [[21003, 1207, 3340], [2210, 40031, 5019], [903, 8111, 99120]]),
    ]
    rng = numpy.random.default_rng(1)
    for i in range(40):
        k = int(rng.integers(2, 6))
        counts = rng.poisson(rng.gamma(0.7, 6.0, size=(k, k)))
        counts[int(rng.integers(k))] *= int(rng.integers(2))
        counts[:, int(rng.integers(k))] *= int(rng.integers(2))
        if counts.sum():
            cases.append(case(f"random {i}", counts.tolist()))
    json.dump({"sklearn": sklearn.__version__, "numpy": numpy.__version__, "cases": cases}, sys.stdout, indent=1)
    print()


main()

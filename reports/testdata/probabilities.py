"""Writes probabilities.json: labels with probabilities and scikit-learn's numbers.

Run by hand, in this folder:  /usr/bin/python3 probabilities.py > probabilities.json
Written with scikit-learn 1.2.1, numpy 1.24.2 (the file says so again). Average
precision, precision and recall, Brier score and log loss are scikit-learn's. It has
no ECE: ece below is the formula of Guo, Pleiss, Sun and Weinberger (2017), "On
Calibration of Modern Neural Networks", equation 3, written as they print it, with
bins ((m-1)/M, m/M].
"""

import json
import sys
import warnings

sys.path.pop(0)  # sklearn.py beside this file would hide the library

import numpy
import sklearn
from sklearn import metrics

warnings.filterwarnings("ignore")


def ece(said, right, bins=10):
    n, total = len(said), 0.0
    for m in range(1, bins + 1):
        inside = (said > (m - 1) / bins) & (said <= m / bins)
        if m == 1:
            inside |= said == 0
        if inside.any():
            total += inside.sum() / n * abs(right[inside].mean() - said[inside].mean())
    return float(total)


def curve(is_label, p):
    """The points of the curve that add to recall, the highest threshold first."""
    precision, recall, threshold = metrics.precision_recall_curve(is_label, p)
    points = []
    for i in reversed(range(len(threshold))):
        if recall[i] > recall[i + 1]:
            points.append([float(threshold[i]), float(recall[i]), float(precision[i])])
    return points


def case(name, gold, predicted, p):
    gold, predicted, p = numpy.array(gold), numpy.array(predicted), numpy.array(p, dtype=float)
    labels = list(range(p.shape[1]))
    said = p[numpy.arange(len(p)), predicted]
    out = {
        "name": name,
        "gold": gold.tolist(),
        "predicted": predicted.tolist(),
        "p": p.tolist(),
        "ece": ece(said, (gold == predicted).astype(float)),
        "brier": sum(float(metrics.brier_score_loss((gold == k).astype(int), p[:, k], pos_label=1)) for k in labels),
        "log_loss": float(metrics.log_loss(gold, p, labels=labels)),
        "average_precision": [],
        "points": [],
    }
    for k in labels:
        is_label = (gold == k).astype(int)
        out["average_precision"].append(float(metrics.average_precision_score(is_label, p[:, k])) if is_label.any() else None)
        out["points"].append(curve(is_label, p[:, k]) if is_label.any() else [])
    return out


def main():
    third = [1 / 3, 1 / 3, 1 / 3]
    cases = [
        case("one row right", [0], [0], [[0.7, 0.2, 0.1]]),
        case("one row wrong", [1], [0], [[0.7, 0.2, 0.1]]),
        case("sure and right", [0, 1, 2], [0, 1, 2], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        case("sure and wrong", [0, 1, 2], [1, 2, 0], [[0, 1, 0], [0, 0, 1], [1, 0, 0]]),
        case("all the same", [0, 1, 2, 2], [2, 2, 2, 2], [third] * 4),
        case("one label in gold", [2, 2, 2], [2, 0, 2], [[0.1, 0.2, 0.7], [0.5, 0.25, 0.25], [0.2, 0.3, 0.5]]),
        case("borders of the bins", [0, 1, 0, 1], [0, 0, 0, 0],
             [[0.5, 0.3, 0.2], [0.6, 0.2, 0.2], [0.7, 0.3, 0], [0.9, 0.1, 0]]),
        case("printed label is not the likeliest", [0, 1, 2], [0, 0, 0], [[0.2, 0.1, 0.7], [0.3, 0.3, 0.4], [0.05, 0, 0.95]]),
    ]
    rng = numpy.random.default_rng(1)
    for i in range(24):
        n = int(rng.integers(2, 60))
        p = rng.dirichlet([0.6, 0.5, 0.9], size=n)
        if i % 3 == 0:  # many ties
            p = numpy.round(p * 8)
            p[p.sum(axis=1) == 0] = 1
        p = p / p.sum(axis=1, keepdims=True)
        gold = [int(rng.choice(3, p=0.7 * row + 0.1)) for row in p]
        predicted = p.argmax(axis=1)
        if i % 4 == 0:  # an operating point
            predicted = (p * [1.5, 1.2, 1]).argmax(axis=1)
        cases.append(case(f"random {i}", gold, predicted, p))
    json.dump({"sklearn": sklearn.__version__, "numpy": numpy.__version__, "cases": cases}, sys.stdout)
    print()


main()

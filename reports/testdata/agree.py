"""Writes agree.json: labels by several coders and other programs' coefficients for them.

Run by hand, in this folder:  python3 agree.py > agree.json
Written with scikit-learn 1.2.1 (Cohen's kappa), statsmodels 0.13.5 (Fleiss' kappa, units
coded by all) and NLTK 3.8 (Krippendorff's alpha, nominal, and with the ordinal distance of
Krippendorff 2011 computed here from the labels that can be paired); the file says so again.
Floats are printed as Python's repr, the shortest text that reads back to the same bits.
A code of -1 is none.
"""

import json
import math
import sys
import warnings

sys.path.pop(0)  # this file's name would hide no library, but keep the habit of sklearn.py

import nltk
import numpy
import sklearn
import statsmodels
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.filterwarnings("ignore")


def defined(value):
    value = float(value)
    return None if math.isnan(value) else value


def paired(units):
    """The units with two codes at least."""
    return [u for u in units if sum(c >= 0 for c in u) >= 2]


def ordinal(units, labels):
    """The squared ordinal difference: a function of two labels."""
    n = [sum(u.count(k) for u in units) for k in range(labels)]

    def difference(c, k):
        low, high = min(c, k), max(c, k)
        return (sum(n[low : high + 1]) - (n[low] + n[high]) / 2) ** 2

    return difference


def alpha(units, distance):
    rows = [(coder, i, code) for i, u in enumerate(units) for coder, code in enumerate(u) if code >= 0]
    if len({code for _, _, code in rows}) < 2:
        return None
    return AnnotationTask(data=rows, distance=distance).alpha()


def case(name, units, labels):
    kept = paired(units)
    coders = len(units[0])
    cohen = []
    for a in range(coders):
        for b in range(a + 1, coders):
            both = [(u[a], u[b]) for u in kept if u[a] >= 0 and u[b] >= 0]
            x, y = [p[0] for p in both], [p[1] for p in both]
            cohen.append(defined(cohen_kappa_score(x, y)) if both else None)
    whole = all(c >= 0 for u in kept for c in u)
    single = len({c for u in kept for c in u if c >= 0}) < 2
    return {
        "name": name,
        "labels": labels,
        "units": units,
        "cohen": cohen,
        "fleiss": None if single or not whole else float(fleiss_kappa(aggregate_raters(numpy.array(kept), labels)[0])),
        "whole": whole,
        "alpha": alpha(kept, lambda c, k: float(c != k)),
        "alpha_ordinal": alpha(kept, ordinal(kept, labels)),
    }


def main():
    cases = [
        case("agreed", [[0, 0], [1, 1], [2, 2], [0, 0]], 3),
        case("never agreed", [[0, 1], [1, 0], [2, 1]], 3),
        case("one label", [[1, 1], [1, 1], [1, 1]], 3),
        case("one coder with one label", [[1, 1], [1, 0], [1, 2], [1, 1]], 3),
        case("two units", [[0, 1], [1, 1]], 3),
    ]
    rng = numpy.random.default_rng(1)
    for i in range(30):
        labels, coders, units = int(rng.integers(2, 5)), int(rng.integers(2, 6)), int(rng.integers(5, 60))
        missing = float(rng.choice([0.0, 0.3]))
        share = rng.dirichlet(numpy.ones(labels))
        rows = []
        for _ in range(units):
            true = int(rng.choice(labels, p=share))
            codes = [true if rng.random() < 0.6 else int(rng.integers(labels)) for _ in range(coders)]
            rows.append([-1 if rng.random() < missing else c for c in codes])
        if paired(rows):
            cases.append(case(f"random {i}", rows, labels))
    versions = {"sklearn": sklearn.__version__, "statsmodels": statsmodels.__version__, "nltk": nltk.__version__}
    json.dump({**versions, "cases": cases}, sys.stdout)
    print()


main()

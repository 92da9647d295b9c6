"""Writes liblinear.json: what scikit-learn 1.2.1 finds on small drawn data, by the
solvers of LIBLINEAR that it wraps. Run by hand: /usr/bin/python3 liblinear.py

Each class is a binary problem of its own, so that class_weight="balanced" is
n/(2 n_side); without weights that is what multi_class="ovr" does. intercept_scaling
is 1: the bias is regularised like any other weight.
"""
import json
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

warnings.simplefilter("error", ConvergenceWarning)


def drawn(seed, rows, columns, classes, filled, scale):
    """Rows that lean towards a direction of their class, three decimals."""
    r = np.random.default_rng(seed)
    y = r.integers(0, classes, rows)
    x = r.normal(size=(rows, columns)) + 1.5 * r.normal(size=(classes, columns))[y]
    x *= r.random((rows, columns)) < filled
    return np.round(scale * x, 3).astype(np.float32), y


def losses(trainer, x, sign, w, b, cost):
    margin = sign * (x @ w + b)
    loss = np.logaddexp(0, -margin) if trainer == "logistic" else np.maximum(0, 1 - margin) ** 2
    return 0.5 * (w @ w + b * b) + (cost * loss).sum()


def solved(trainer, x, y, k, c, balanced):
    target = (y == k).astype(int)
    weight = "balanced" if balanced else None
    if trainer == "logistic":
        m = LogisticRegression(solver="liblinear", intercept_scaling=1, C=c, class_weight=weight, tol=1e-10, max_iter=100000)
    else:
        m = LinearSVC(loss="squared_hinge", dual=True, intercept_scaling=1, C=c, class_weight=weight, tol=1e-8, max_iter=1000000)
    x = x.astype(np.float64)
    m.fit(x, target)
    w, b = m.coef_[0], m.intercept_[0]
    side = np.array([len(y) / (2 * (len(y) - target.sum())), len(y) / (2 * target.sum())]) if balanced else np.ones(2)
    return w, b, losses(trainer, x, 2 * target - 1, w, b, c * side[target])


def case(name, seed, rows, columns, classes, filled, scale, c, balanced):
    x, y = drawn(seed, rows, columns, classes, filled, scale)
    out = {"name": name, "columns": columns, "classes": classes, "c": c, "balanced": balanced, "y": y.tolist(), "rows": []}
    for row in x:
        at = np.flatnonzero(row)
        out["rows"].append({"cols": at.tolist(), "vals": [round(float(v), 3) for v in row[at]]})
    for trainer in ("logistic", "svm"):
        parts = [solved(trainer, x, y, k, c, balanced) for k in range(classes)]
        out[trainer] = {
            "weights": [np.round(w, 6).tolist() for w, _, _ in parts],
            "bias": [round(b, 6) for _, b, _ in parts],
            "objective": [o for _, _, o in parts],
        }
    return out


cases = [
    case("dense", 1, 120, 8, 3, 1.0, 0.3, 1.0, False),
    case("dense balanced", 2, 120, 8, 3, 1.0, 0.3, 1.0, True),
    case("sparse", 3, 160, 60, 3, 0.1, 0.4, 5.0, False),
    case("sparse balanced", 4, 160, 60, 3, 0.1, 0.4, 0.3, True),
    case("five classes", 5, 150, 10, 5, 0.6, 0.4, 2.0, True),
    case("small cost", 6, 80, 6, 2, 1.0, 0.5, 0.001, False),
    case("large cost", 7, 80, 6, 2, 1.0, 0.5, 300.0, False),
]
with open("liblinear.json", "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")

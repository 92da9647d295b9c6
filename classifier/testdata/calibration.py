"""Writes calibration.json: temperature scaling with a bias per class, fitted by
scipy's L-BFGS-B on the loss as it stands in the paper plus the weak pull, with no
derivative of ours. Run by hand: /usr/bin/python3 calibration.py
"""
import json

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax

PULL = 1.0
LEAST = 1e-6  # least scale


def loss(v, scores, y, seen):
    z = v[-1] * scores + v[:-1]
    z = np.where(seen, z, -np.inf)
    rows = log_softmax(z, axis=1)[np.arange(len(y)), y]
    return PULL / 2 * ((v[:-1] ** 2).sum() + (v[-1] - 1) ** 2) - rows.sum()


def fit(scores, y, seen):
    n = scores.shape[1]
    best = minimize(loss, np.r_[np.zeros(n), 1.0], args=(scores, y, seen), method="L-BFGS-B",
                    bounds=[(None, None)] * n + [(LEAST, None)], options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 5000, "maxfun": 100000, "eps": 1e-7})
    # The differences above are coarse; a simplex search from there settles the last digits.
    best = minimize(loss, best.x, args=(scores, y, seen), method="Nelder-Mead",
                    bounds=[(None, None)] * n + [(LEAST, None)], options={"xatol": 1e-10, "fatol": 1e-13, "maxiter": 20000, "maxfev": 40000})
    return best.x


def case(name, scores, y, seen=None):
    scores = np.round(np.asarray(scores, float), 4)
    seen = np.ones(scores.shape[1], bool) if seen is None else np.array(seen)
    v = fit(scores, np.array(y), seen)
    return {"name": name, "scores": scores.tolist(), "y": list(map(int, y)), "seen": seen.tolist(),
            "scale": v[-1], "shift": v[:-1].tolist(), "loss": loss(v, scores, np.array(y), seen)}


def drawn(seed, rows, classes, spread, shift=0.0):
    r = np.random.default_rng(seed)
    y = r.integers(0, classes, rows)
    s = spread * r.normal(size=(rows, classes))
    s[np.arange(rows), y] += 1.0
    return s + shift * np.arange(classes), y


cases = [
    case("three classes", *drawn(1, 60, 3, 0.8)),
    case("biased scores", *drawn(2, 60, 3, 0.6, 1.5)),
    case("two classes", *drawn(3, 40, 2, 1.0)),
    case("third class unseen", drawn(4, 40, 3, 0.7)[0], drawn(4, 40, 2, 0.7)[1], [True, True, False]),
    case("large scores", 40 * drawn(5, 60, 3, 0.9)[0], drawn(5, 60, 3, 0.9)[1]),
    case("separable", [[1, -1], [2, -2], [-1, 1], [-2, 2]], [0, 0, 1, 1]),
    case("two rows", [[0.5, -0.5], [0.2, 0.1]], [0, 1]),
    case("all scores equal", [[0, 0, 0]] * 7, [0, 0, 0, 0, 1, 1, 2]),
    case("scores that mislead", [[4, -4], [4, -4], [-4, 4], [4, -4]] * 5, [1, 1, 0, 1] * 5),
]
with open("calibration.json", "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")

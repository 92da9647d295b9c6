"""Writes adapted.json: regularisation toward a prior on small drawn data, solved by scipy.
Run by hand: /usr/bin/python3 adapted.py

For each class k, one against the rest, L-BFGS minimises over w and b

    1/2 |w - w0|^2 + 1/2 (b - b0)^2 + sum_i C_i log(1 + exp(-y_i (w'x_i + b)))

with C_i = C, or balanced, C n/(2 n_side). It starts at zero, not at the prior. Half of
the cases have columns that the rows do not use: their weights must be the prior's.
"""
import json

import numpy as np
from scipy.optimize import minimize


def drawn(seed, rows, columns, classes, filled):
    r = np.random.default_rng(seed)
    y = r.integers(0, classes, rows)
    x = 0.4 * (r.normal(size=(rows, columns)) + 1.5 * r.normal(size=(classes, columns))[y])
    x *= r.random((rows, columns)) < filled
    prior = np.round(r.normal(size=(classes, columns + 1)), 3)
    return np.round(x, 3), y, prior


def solved(x, sign, cost, prior):
    x = np.hstack([x, np.ones((len(x), 1))])

    def objective(w):
        margin = sign * (x @ w)
        slope = -cost * sign / (1 + np.exp(margin))
        return 0.5 * (w - prior) @ (w - prior) + cost @ np.logaddexp(0, -margin), w - prior + x.T @ slope

    found = minimize(objective, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B",
                     options={"maxiter": 100000, "maxfun": 1000000, "ftol": 1e-15, "gtol": 1e-9})
    return found.x, found.fun


def case(name, seed, rows, columns, classes, filled, unused, c, balanced):
    x, y, prior = drawn(seed, rows, columns, classes, filled)
    x[:, columns - unused:] = 0
    weights, objectives = [], []
    for k in range(classes):
        of = y == k
        side = np.where(of, rows / (2 * of.sum()), rows / (2 * (~of).sum())) if balanced else np.ones(rows)
        w, value = solved(x, np.where(of, 1, -1), c * side, prior[k])
        weights.append(w)
        objectives.append(value)
    out = {"name": name, "columns": columns, "classes": classes, "c": c, "balanced": balanced, "y": y.tolist(), "rows": []}
    for row in x:
        at = np.flatnonzero(row)
        out["rows"].append({"cols": at.tolist(), "vals": row[at].tolist()})
    out["prior"] = {"weights": prior[:, :-1].tolist(), "bias": prior[:, -1].tolist()}
    out["logistic"] = {
        "weights": [np.round(w[:-1], 6).tolist() for w in weights],
        "bias": [round(w[-1], 6) for w in weights],
        "objective": objectives,
    }
    return out


cases = [
    case("dense", 11, 60, 6, 3, 1.0, 0, 1.0, False),
    case("dense balanced", 12, 60, 6, 3, 1.0, 0, 1.0, True),
    case("sparse, unused columns", 13, 60, 30, 3, 0.15, 8, 5.0, True),
    case("small cost stays near the prior", 14, 40, 8, 2, 0.6, 2, 0.01, False),
]
with open("adapted.json", "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")

"""Writes bayes.json: multinomial naive Bayes by scikit-learn 1.2.1 on drawn counts.
Run by hand: /usr/bin/python3 bayes.py
"""
import json

import numpy as np
from sklearn.naive_bayes import MultinomialNB


def case(seed, rows, columns, classes, alpha):
    r = np.random.default_rng(seed)
    y = r.integers(0, classes, rows)
    x = r.poisson(0.2 + r.random((classes, columns))[y])
    m = MultinomialNB(alpha=alpha).fit(x, y)
    return {
        "counts": x.tolist(), "y": y.tolist(), "classes": classes, "alpha": alpha,
        "log_prior": m.class_log_prior_.tolist(),
        "log_likelihood": m.feature_log_prob_.tolist(),
        "joint": m._joint_log_likelihood(x).tolist(),
    }


with open("bayes.json", "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in [case(1, 20, 6, 3, 1.0), case(2, 30, 5, 2, 0.1)]) + "\n]\n")

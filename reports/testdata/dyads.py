"""Writes dyads.json: the 95 % intervals of net, expected net and tone of small dyads from
ALL n^n bootstrap draws of their n articles, each as likely as any other, so without a
random number. python3 dyads.py > dyads.json; needs numpy and scipy.

The tails are those of Hesterberg (2015), ExpandProbs: Phi(-sqrt(n/(n-1)) t(0.975, n-1));
quantiles by numpy's default, definition 7 of Hyndman and Fan.
"""
import itertools
import json

import numpy as np
from scipy import stats

# Each article: statements (stance, sentiment, p_favor, p_against).
F, A, N = "favor", "against", "none"
P, M, Z = "positive", "negative", "neutral"
DYADS = {
    "five mixed": [
        [(F, P, 0.9, 0.05), (A, M, 0.1, 0.8)],
        [(A, M, 0.05, 0.9), (A, M, 0.2, 0.7), (N, Z, 0.1, 0.2)],
        [(N, M, 0.1, 0.3)],
        [(F, Z, 0.6, 0.1), (F, P, 0.7, 0.1), (F, P, 0.8, 0.1), (N, P, 0.3, 0.1)],
        [(A, Z, 0.1, 0.6), (N, Z, 0.2, 0.3)],
    ],
    "six against": [
        [(A, M, 0.05, 0.9)] * 3 + [(N, Z, 0.1, 0.1)],
        [(A, M, 0.1, 0.7)] * 2 + [(N, Z, 0.2, 0.3)],
        [(A, Z, 0.1, 0.6)] + [(N, P, 0.3, 0.2)],
        [(A, M, 0.02, 0.95)] * 4,
        [(A, M, 0.2, 0.5)] + [(F, P, 0.7, 0.1)] + [(A, M, 0.1, 0.8)] * 3,
        [(N, Z, 0.1, 0.2), (A, M, 0.1, 0.6), (A, Z, 0.2, 0.7)],
    ],
    "two": [
        [(F, P, 0.8, 0.1), (N, Z, 0.2, 0.2)],
        [(A, M, 0.1, 0.8), (N, M, 0.2, 0.3), (N, Z, 0.3, 0.3)],
    ],
}
SIGN = {F: 1, A: -1, N: 0, P: 1, M: -1, Z: 0}


def interval(sums, sizes):
    n = len(sums)
    draws = np.array(list(itertools.product(range(n), repeat=n)))
    ratio = sums[draws].sum(axis=1) / sizes[draws].sum(axis=1)
    tail = stats.norm.cdf(-np.sqrt(n / (n - 1)) * stats.t.ppf(0.975, n - 1))
    low, high = np.quantile(ratio, [tail, 1 - tail])
    return {"value": round(sums.sum() / sizes.sum(), 6), "low": round(low, 6), "high": round(high, 6)}


def numbers(articles):
    sizes = np.array([len(a) for a in articles], float)
    return {
        "articles": [[list(s) for s in a] for a in articles],
        "net": interval(np.array([sum(SIGN[s[0]] for s in a) for a in articles], float), sizes),
        "expected": interval(np.array([sum(s[2] - s[3] for s in a) for a in articles]), sizes),
        "tone": interval(np.array([sum(SIGN[s[1]] for s in a) for a in articles], float), sizes),
    }


print(json.dumps({name: numbers(a) for name, a in DYADS.items()}, indent=1))

"""Writes tests.json: p values and quantiles as scipy computes them.

Run by hand, in this folder:  /usr/bin/python3 tests.py > tests.json
Written with scipy 1.10.1 (the file says so again).
"""

import json

import scipy
from scipy.stats import binomtest, norm, t


def expanded(n):
    """Hesterberg's ExpandProbs (R package resample): z sqrt((n-1)/n) = t(0.975, n-1)."""
    return float(norm.sf((n / (n - 1)) ** 0.5 * t.ppf(0.975, n - 1)))


pairs = [(0, 1), (1, 0), (0, 5), (0, 6), (1, 7), (6, 16), (3, 3), (10, 11), (22, 41), (86, 150), (150, 86),
         (0, 60), (480, 520), (1000, 1200), (5000, 5300), (0, 3000)]
print(json.dumps({
    "scipy": scipy.__version__,
    "mcnemar": [{"only_a": a, "only_b": b, "p": binomtest(a, a + b, 0.5).pvalue} for a, b in pairs],
    "student": [{"t": x, "df": df, "tails": 2 * float(t.sf(x, df))}
                for df in (1, 2, 3, 4, 5, 9, 10, 29, 99, 1000, 12001) for x in (0.0, 0.5, 1.96, 3.5, 8.0)],
    "expanded": [{"n": n, "tail": expanded(n)} for n in (2, 3, 4, 6, 10, 20, 30, 100, 1000, 12000)],
}, indent=1))

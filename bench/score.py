"""Prints "accuracy macro-recall" of predictions, in per cent.

    score.py GOLD.csv PREDICTED

PREDICTED is a CSV with a column sentiment, or fastText's "__label__x" a line; its
order is that of GOLD. Macro recall is the mean of the recalls of the labels of GOLD.
"""

import csv
import sys
from collections import Counter


def column(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row["sentiment"] for row in csv.DictReader(file)]


def predictions(path):
    if path.endswith(".csv"):
        return column(path)
    with open(path, encoding="utf-8") as file:
        return [line.strip().removeprefix("__label__") for line in file]


def main(gold, predicted):
    gold, predicted = column(gold), predictions(predicted)
    if len(gold) != len(predicted):
        sys.exit(f"score.py: {len(predicted)} predictions for {len(gold)} gold labels")
    support = Counter(gold)
    right = Counter(g for g, p in zip(gold, predicted) if g == p)
    recall = sum(right[label] / n for label, n in support.items()) / len(support)
    print(f"{100 * right.total() / len(gold):.1f} {100 * recall:.1f}")


main(*sys.argv[1:])

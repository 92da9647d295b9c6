"""Prints the table of prior.sh for one corpus from the predictions of its models.

    curve.py FOLDER CORPUS SET...

FOLDER has CORPUS.SET.csv (gold) and CORPUS.ROWS.SEED.SET.alone.csv and .with.csv, which
stance eval --predictions wrote. A score is the mean over the seeds of the headline: mean F1
of favor and against, or macro-F1 of sentiment. The interval of a difference is the 95 %
percentile bootstrap over texts of the set, 2,000 draws, seed 1, the same texts drawn for
every model; ~ stands where it holds 0.
"""

import csv
import sys

import numpy as np

HEADLINE = {"stance": ["favor", "against"], "sentiment": ["positive", "negative", "neutral"]}


def read(path):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def counts(path, group):
    """2 tp and gold + predicted of each label by group of texts, groups x labels."""
    rows = read(path)
    labels = HEADLINE[rows[0]["task"]]
    twice, both = np.zeros((max(group.values()) + 1, len(labels))), np.zeros((max(group.values()) + 1, len(labels)))
    for r in rows:
        g = group[r["id"]]
        for k, label in enumerate(labels):
            gold, predicted = r["gold"] == label, r["predicted"] == label
            twice[g, k] += 2 * (gold and predicted)
            both[g, k] += gold + predicted
    return twice, both


def headline(draws, twice, both):
    return ((draws @ twice) / np.maximum(draws @ both, 1)).mean(axis=1)


def compare(folder, corpus, rows, name, group, draws):
    scores = {}
    for how in ("alone", "with"):
        scores[how] = np.array([headline(draws, *counts(f"{folder}/{corpus}.{rows}.{s}.{name}.{how}.csv", group)) for s in (1, 2, 3)])
    gain = (scores["with"] - scores["alone"]).mean(axis=0)
    low, high = np.percentile(gain[1:], [2.5, 97.5])
    alone, prior = scores["alone"][:, 0], scores["with"][:, 0]
    noise = " ~" if low <= 0 <= high else ""
    return (f"| {corpus}/{name} | {rows:,} | {alone.mean():.3f} ({alone.min():.3f} to {alone.max():.3f}) "
            f"| {prior.mean():.3f} ({prior.min():.3f} to {prior.max():.3f}) | {gain[0]:+.3f} [{low:+.3f}, {high:+.3f}]{noise} |")


def main(folder, corpus, *sets):
    print("| test | rows | alone | with the prior | gain |\n|---|--:|--:|--:|--:|")
    for name in sets:
        texts, group = {}, {}
        for row in read(f"{folder}/{corpus}.{name}.csv"):
            group[row["id"]] = texts.setdefault(row["text"], len(texts))
        random = np.random.default_rng(1)
        drawn = random.multinomial(len(texts), np.full(len(texts), 1 / len(texts)), 2000)
        draws = np.vstack([np.ones(len(texts)), drawn])
        for rows in (100, 300, 1000, 3000):
            print(compare(folder, corpus, rows, name, group, draws))
    print()


main(*sys.argv[1:])

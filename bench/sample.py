"""Draws rows of a CSV by whole texts: the rows of one text are all taken, or none.

    sample.py TRAIN.csv ROWS SEED > few.csv

Same file, numbers and seed: same rows, and those of a smaller sample are in the larger.
The last text may bring a few rows more than ROWS.
"""

import csv
import random
import sys


def main(path, rows, seed):
    with open(path, newline="", encoding="utf-8") as f:
        reader = csv.DictReader(f)
        texts = {}
        for row in reader:
            texts.setdefault(row["text"], []).append(row)
    order = list(texts)
    random.Random(int(seed)).shuffle(order)
    out = csv.DictWriter(sys.stdout, reader.fieldnames, lineterminator="\n")
    out.writeheader()
    drawn = 0
    for text in order:
        if drawn >= int(rows):
            break
        out.writerows(texts[text])
        drawn += len(texts[text])


main(*sys.argv[1:])

"""The rows of a CSV whose texts stand in none of other files, ROWS of them drawn by seed 0.

    rest.py TRAIN.csv ROWS SAMPLE.csv... > rest.csv
"""

import csv
import random
import sys


def read(path):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def main(path, rows, *samples):
    drawn = {row["text"] for s in samples for row in read(s)}
    rest = [row for row in read(path) if row["text"] not in drawn]
    random.Random(0).shuffle(rest)
    out = csv.DictWriter(sys.stdout, rest[0].keys(), lineterminator="\n")
    out.writeheader()
    out.writerows(rest[: int(rows)])


main(*sys.argv[1:])

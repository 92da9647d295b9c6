"""Writes the files of a speed run: the big CSV and fastText's input.

    prepare.py TRAIN.csv DEV.csv FOLDER

big.csv is DEV ten times over with unique ids; train.ft and big.ft are the texts in
fastText's format, one "__label__LABEL tokens" a line, lower-cased and tokenised.
"""

import csv
import random
import re
import sys

COPIES = 10
TOKEN = re.compile(r"\w+(?:'\w+)*|[^\w\s]")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["sentiment"]]


def write_big(rows, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        for copy in range(COPIES):
            writer.writerows({**row, "id": f"{row['id']}-{copy}"} for row in rows)


def write_fasttext(rows, path):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            tokens = " ".join(TOKEN.findall(row["text"].lower()))
            file.write(f"__label__{row['sentiment']} {tokens}\n")


def main(train, dev, folder):
    train, dev = read(train), read(dev)
    write_big(dev, folder + "/big.csv")
    write_fasttext(dev * COPIES, folder + "/big.ft")
    # fastText reads in file order and never shuffles: a corpus sorted by label
    # would spoil it.
    random.Random(1).shuffle(train)
    write_fasttext(train, folder + "/train.ft")


main(*sys.argv[1:])

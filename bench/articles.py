#!/usr/bin/env python3
"""Writes a folder of articles, examples/article.txt varied: articles.py FOLDER N

Each keeps the order and the kind of its sentences; parties, quotations and numbers
change, a paragraph or two is left out or comes twice. Same N, same files.
"""
import pathlib
import random
import sys

PARTIES = [("Moscow", "Russia", "Russian"), ("Beijing", "China", "Chinese"), ("Tehran", "Iran", "Iranian"),
           ("Ankara", "Turkey", "Turkish"), ("Warsaw", "Poland", "Polish"), ("Cairo", "Egypt", "Egyptian"),
           ("Nairobi", "Kenya", "Kenyan"), ("Delhi", "India", "Indian"), ("Paris", "France", "French")]
WORDS = ["supports", "condemns", "praises", "rejects", "welcomes", "denounces", "respects", "warns"]


def article(text, i):
    rng = random.Random(i)
    capital, state, people = PARTIES[rng.randrange(len(PARTIES))]
    text = text.replace("Moscow", capital).replace("Russian", people).replace("Russia", state)
    paragraphs = text.strip().split("\n\n")
    body = paragraphs[2:]
    rng.shuffle(body)
    extra = "On day %d %s %s %s, a spokesman for the %s foreign ministry said." % (
        i, state, rng.choice(WORDS), rng.choice(PARTIES)[1], people)
    return "\n\n".join(paragraphs[:2] + body[:rng.randint(1, 3)] + [extra] + body[:rng.randint(0, 1)]) + "\n"


def main():
    folder, n = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    text = (pathlib.Path(__file__).parent.parent / "examples" / "article.txt").read_text(encoding="utf-8")
    for i in range(n):
        path = folder / ("%03d" % (i // 100)) / ("%05d.txt" % i)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(text, i), encoding="utf-8")


main()

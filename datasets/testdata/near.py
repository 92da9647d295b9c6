#!/usr/bin/env python3
"""Resemblance and containment of pairs of texts, as the oracle of near_test.go.

Sets of pairs of neighbouring words, with a border on both sides; resemblance by
scikit-learn's jaccard_score on indicator vectors, containment by set arithmetic.
Writes near.json. Words are given already folded and without marks.
"""
import json
from sklearn.metrics import jaccard_score

PAIRS = [
    ("a rose is a rose is a rose", "a rose is a flower which is a rose"),  # after Broder (1997), section 2
    ("the army left the city", "the army left the city"),
    ("the army left the city", "the army left the town"),
    ("zinc futures up on spot demand", "maize futures up on spot demand"),
    ("the minister said on monday that oslo would stand by its neighbors in spring",
     "the minister said on tuesday that oslo would stand by its neighbors in spring"),
    ("the minister said on monday that oslo would stand by its neighbors",
     "in a speech to parliament the minister said on monday that oslo would stand by its neighbors come what may in the north"),
    ("one", "two"),
]


def shingles(text):
    words = ["|"] + text.split() + ["|"]
    return set(zip(words, words[1:]))


def main():
    out = []
    for a, b in PAIRS:
        s, t = shingles(a), shingles(b)
        every = sorted(s | t)
        out.append({
            "a": a, "b": b, "shingles_a": len(s), "shingles_b": len(t), "shared": len(s & t),
            "resemblance": jaccard_score([x in s for x in every], [x in t for x in every]),
            "containment": len(s & t) / min(len(s), len(t)),
        })
    with open("near.json", "w", encoding="utf-8") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


main()

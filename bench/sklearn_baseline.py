"""TF-IDF and a linear SVM by scikit-learn, timed, on CSV files.

    sklearn_baseline.py TRAIN.csv BIG.csv OUT.csv words|characters C

Prints "fit seconds, label seconds". Fit: read TRAIN, vectorise, train. Label: read
BIG, vectorise, predict, write OUT (id,sentiment). The start of Python and the
imports are not counted.
"""

import csv
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["sentiment"]]


def pipeline(features, c):
    views = [TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)]
    if features == "characters":
        views.append(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))
    svm = LinearSVC(C=c, class_weight="balanced", random_state=1)
    return make_pipeline(make_union(*views), svm)


def fit(path, features, c):
    rows = read(path)
    model = pipeline(features, c)
    return model.fit([r["text"] for r in rows], [r["sentiment"] for r in rows])


def label(model, path, out):
    rows = read(path)
    predicted = model.predict([r["text"] for r in rows])
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "sentiment"])
        writer.writerows(zip((r["id"] for r in rows), predicted))


def main(train, big, out, features, c):
    start = time.perf_counter()
    model = fit(train, features, float(c))
    fitted = time.perf_counter()
    label(model, big, out)
    print(f"{fitted - start:.2f} {time.perf_counter() - fitted:.2f}")


main(*sys.argv[1:])

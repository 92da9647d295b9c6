"""card.py: prints a row of the model card for each report in a JSON file of stance eval."""

import json
import sys


def estimate(e):
    i = e["interval"]
    return f"{e['value']:.3f}" + (f" [{i['low']:.3f}, {i['high']:.3f}]" if i else "")


name = sys.argv[1]
for report in json.load(sys.stdin):
    scores = report["scores"]
    baselines = {b["name"]: b["scores"]["headline"] for b in report["baselines"]}
    cells = [
        name,
        f"{report['sampling']['rows']:,}",
        f"{report['task']}, {report['headline_name']}",
        estimate(scores["headline"]),
        estimate(baselines["lexicon"]),
        estimate(baselines["majority"]),
        estimate(scores["accuracy"]),
        estimate(scores["macro"]["recall"]),
    ]
    print("| " + " | ".join(cells) + " |")
    confusion, labels = report["confusion"], report["labels"]
    print(f"  confusion (rows gold, {', '.join(labels)}): {confusion}", file=sys.stderr)
    for note in report["notes"]:
        print("  " + note, file=sys.stderr)

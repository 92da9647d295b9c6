"""Turns measurements (standard input) into one Markdown table.

A measurement is a line "tool TAB features TAB fit s TAB label s TAB peak MB TAB
accuracy TAB macro recall". Lines of one tool and features are rounds: the table
has the smallest times, the largest peak and the means of the scores.

    table.py TEXTS < measurements.tsv
"""

import sys

HEADER = ["tool", "features", "fit s", "label texts/s", "peak MB", "accuracy", "macro recall"]


def main(texts):
    rounds = {}
    for line in sys.stdin:
        tool, features, *numbers = line.rstrip("\n").split("\t")
        rounds.setdefault((tool, features), []).append([float(n) for n in numbers])
    print("| " + " | ".join(HEADER) + " |")
    print("|---|---|" + "--:|" * (len(HEADER) - 2))
    for (tool, features), measured in rounds.items():
        fit, label, peak, accuracy, recall = zip(*measured)
        cells = [
            tool,
            features,
            f"{min(fit):.2f}",
            f"{int(texts) / min(label):,.0f}",
            f"{max(peak):.0f}",
            f"{sum(accuracy) / len(accuracy):.1f}",
            f"{sum(recall) / len(recall):.1f}",
        ]
        print("| " + " | ".join(cells) + " |")


main(*sys.argv[1:])

package reports_test

import (
	"fmt"
	"os"

	"stance/datasets"
	"stance/reports"
)

// Somebody's predictions are scored, and the confusion is printed.
func Example() {
	gold := []datasets.Label{"favor", "favor", "against", "none", "none", "none"}
	predicted := []datasets.Label{"favor", "none", "against", "none", "favor", "none"}
	var outcomes []reports.Outcome
	for i := range gold {
		outcomes = append(outcomes, reports.Outcome{
			ID: fmt.Sprint(i), Group: i, Gold: gold[i], Prediction: datasets.Prediction{Label: predicted[i]},
		})
	}
	report, err := reports.Evaluate(datasets.Stance, outcomes, nil, reports.Options{Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s %.3f\n", report.HeadlineName, report.Scores.Headline.Value)
	if err := report.Tables()[2].WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// F1(favor,against) 0.750
	// Confusion (rows = gold, columns = predicted; % of the row)
	// +------------------+-------+---------+------+-------+---------+-----------+--------+
	// | gold \ predicted | favor | against | none | total | favor % | against % | none % |
	// +------------------+-------+---------+------+-------+---------+-----------+--------+
	// | favor            |     1 |       0 |    1 |     2 |    50.0 |       0.0 |   50.0 |
	// | against          |     0 |       1 |    0 |     1 |     0.0 |     100.0 |    0.0 |
	// | none             |     1 |       0 |    2 |     3 |    33.3 |       0.0 |   66.7 |
	// | total            |     2 |       1 |    3 |     6 |    33.3 |      16.7 |   50.0 |
	// +------------------+-------+---------+------+-------+---------+-----------+--------+
	// favor and against mixed up: 0 of 6 rows (0.0 %)
}

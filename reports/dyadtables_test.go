package reports

import (
	"slices"
	"strings"
	"testing"

	"stance/datasets"
)

func TestPairNameGivesRoomToTheLongerName(t *testing.T) {
	check := func(source, target string, width int, want string) {
		t.Helper()
		got := pairName(source, target, width)
		if got != want {
			t.Errorf("pairName(%q, %q, %d) = %q, want %q", source, target, width, got, want)
		}
		if n := displayWidth(got); n > width {
			t.Errorf("%q has %d columns, more than %d", got, n, width)
		}
	}
	check("Russia", "Ukraine", 40, "Russia > Ukraine")
	check("North Korea", "United States", 27, "North Korea > United States")
	check("North Korea", "United States", 26, "North Korea > United St...")
	check("Democratic Republic of the Congo", "Mali", 30, "Democratic Republic ... > Mali")
	check("Mali", "Democratic Republic of the Congo", 30, "Mali > Democratic Republic ...")
	check("Democratic Republic of the Congo", "Saint Vincent and the Grenadines", 27, "Democrati... > Saint Vin...")
}

func TestMapFitsAndMarksWhatIsSure(t *testing.T) {
	var rows []datasets.LabelledRow
	add := func(source, target string, n int, stance datasets.Label) {
		for i := range n {
			rows = append(rows, says(i, source, target, stance))
		}
	}
	for i, target := range []string{"United States", "United Arab Emirates", "Bosnia and Herzegovina", "Liechtenstein", "朝鮮",
		"North Korea", "Mali", "Chad", "Peru", "Togo", "Oman", "Fiji"} {
		add("Democratic Republic of the Congo", target, 20-i, datasets.Against)
	}
	add("Mali", "Chad", 3, datasets.Favor)
	add("Mali", "Peru", 6, datasets.Favor)
	add("Mali", "Peru", 6, datasets.Against)
	m := countedDyads(t, DyadOptions{Min: 3}, Options{Draws: 100, Seed: 1}, rows).heatMap()
	for _, line := range m.Notes {
		if displayWidth(line) > maxWidth {
			t.Errorf("%d columns: %s", displayWidth(line), line)
		}
	}
	body := strings.Join(m.Notes, "\n")
	for _, want := range []string{"Democratic Repu...     -100", "+100?", "~0", "shown: 2 of 2 sources and 9 of 12 targets"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in\n%s", want, body)
		}
	}
}

func TestNamesOfColumnsAreBrokenBetweenWords(t *testing.T) {
	check := func(name string, want ...string) {
		t.Helper()
		if got := broken(name, 8); !slices.Equal(got, want) {
			t.Errorf("broken(%q) = %q, want %q", name, got, want)
		}
	}
	check("United States", "United", "States")
	check("Mali", "Mali")
	check("South of it", "South of", "it")
	check("Liechtenstein", "Liech...")
	check("", "")
}

func TestTimeIsALetterAPeriodWithGapsShown(t *testing.T) {
	var rows []datasets.LabelledRow
	add := func(period string, n int, stances ...datasets.Label) {
		for i := range n {
			for _, stance := range stances {
				row := says(i, "A", "B", stance)
				row.Period = period
				rows = append(rows, row)
			}
		}
	}
	add("2023-11", 8, datasets.Against)
	add("2024-01", 8, datasets.Against, datasets.None, datasets.None)
	add("2024-02", 8, datasets.Favor, datasets.Against)
	add("2024-03", 8, datasets.Favor, datasets.None, datasets.None)
	add("2024-04", 8, datasets.Favor)
	add("2024-06", 3, datasets.Favor)
	add("2024-07", 3, datasets.Favor, datasets.Against)
	add("2024-08", 5, datasets.Against, datasets.None)
	add("2024-09", 1, datasets.Favor)
	r := countedDyads(t, DyadOptions{MinPart: 2, Period: "month"}, Options{Draws: 20}, rows)
	table, ok := r.timeTable(page{0, maxWidth})
	if !ok || len(table.Rows) != 1 || table.Rows[0][1] != "A.A~FF.f0a" {
		t.Errorf("got %v %q, want A.A~FF.f0a", ok, table.Rows)
	}
	if want := "Over time: a letter each month, from 2023-11 to 2024-08"; table.Title != want {
		t.Errorf("title %q, want %q", table.Title, want)
	}
	for i := range rows {
		rows[i].Period = "Post " + rows[i].Period
	}
	if _, ok := countedDyads(t, DyadOptions{Period: "outlet"}, Options{Draws: 20}, rows).timeTable(page{0, maxWidth}); ok {
		t.Error("outlets are no time")
	}
}

// A program reads the map: each cell is a number from -1 to 1, or empty.
func TestMapFileHoldsNumbersAndNoSigns(t *testing.T) {
	rows := slices.Concat(repeated(6, 0, datasets.Favor), repeated(6, 0, datasets.Against)) // A > B: ~ 0
	rows = append(rows, says(0, "A", "C", datasets.Against), says(0, "A", "C", datasets.None), says(1, "A", "C", datasets.None), says(2, "B", "C", datasets.Favor))
	m := countedDyads(t, DyadOptions{}, Options{Draws: 100, Seed: 1}, rows).mapFile()
	want := [][]string{{"A", "0.000", "-0.333"}, {"B", "", "1.000"}}
	if !slices.Equal(m.Header, []string{`source \ target`, "B", "C"}) || !slices.EqualFunc(m.Rows, want, slices.Equal) {
		t.Errorf("got %q %q, want %q", m.Header, m.Rows, want)
	}
}

func TestToneThatNobodyGaveIsExplained(t *testing.T) {
	note := "tone -: no statement has a sentiment"
	rows := repeated(6, 0, datasets.Favor)
	if table := countedDyads(t, DyadOptions{}, Options{Draws: 50}, rows).dyadTable(page{0, maxWidth}); table.Rows[0][6] != "-" || !slices.Contains(table.Notes, note) {
		t.Errorf("got %q, %q; want a -, and %q", table.Rows, table.Notes, note)
	}
	rows[0].Sentiment = datasets.Negative
	if table := countedDyads(t, DyadOptions{}, Options{Draws: 50}, rows).dyadTable(page{0, maxWidth}); table.Rows[0][6] != "-100 ?" || slices.Contains(table.Notes, note) {
		t.Errorf("got %q, %q; want -100 ? of one article, and no %q", table.Rows, table.Notes, note)
	}
}

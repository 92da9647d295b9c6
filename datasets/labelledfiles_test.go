package datasets

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// readLabelledRows reads files with a reader and prints their rows in short.
func readLabelledRows(t *testing.T, l *LabelledFiles, files ...string) (rows []string, last *LabelledFile) {
	t.Helper()
	for i, file := range files {
		info, err := l.Read(fmt.Sprintf("f%d.csv", i), strings.NewReader(file), func(r *LabelledRow) {
			s := fmt.Sprintf("%d %s>%s %s/%s", r.Article, r.Source, r.Target, r.Stance, r.Sentiment)
			if r.HasExpected {
				s += fmt.Sprintf(" %.3f", r.Expected)
			}
			if r.Period != "" || r.Undated {
				s += fmt.Sprintf(" %s %v", r.Period, r.Undated)
			}
			rows = append(rows, s)
		})
		if err != nil {
			t.Fatal(err)
		}
		last = info
	}
	return rows, last
}

func TestCutDateReadsISOAndNothingElse(t *testing.T) {
	check := func(cell string, letters int, want string) {
		t.Helper()
		if got := cutDate(cell, letters); got != want {
			t.Errorf("cutDate(%q, %d) = %q, want %q", cell, letters, got, want)
		}
	}
	check("2024-06-19", 7, "2024-06")
	check("2024-06-19", 10, "2024-06-19")
	check("2024-06-19T23:30:00+09:00", 10, "2024-06-19") // the day that is printed
	check("2024-06-19t23:30:00z", 4, "2024")
	check("2024-06-19 23:30", 10, "2024-06-19")
	check("20240619", 7, "2024-06")
	check("2024-06", 7, "2024-06")
	check("2024-06", 10, "") // does not say the day
	check("2024", 4, "2024")
	check("2024", 7, "")
	check("2024-02-30", 4, "")
	check("19/06/2024", 4, "")
	check("June 2024", 4, "")
	check("2024-06-19x", 4, "")
	check("", 4, "")
	check("２０２４", 4, "")
}

func TestLabelledFilesReadWhatLabelWrites(t *testing.T) {
	const file = `id,doc_id,text,source,source_how,target,stance,p_favor,p_against,p_none,sentiment,stance_probability,sentiment_probability,gold_stance,gold_sentiment,date
1,d1,a,Iran,quote,Oman,favor,0.800,0.050,0.150,positive,0.8,0.9,against,negative,2024-06-19
2,d1,b,,narrator,Oman,against,0.100,0.700,0.200,negative,0.7,0.9,,,
3,d2,c,,unknown,Oman,none,0.100,0.100,0.800,neutral,0.8,0.9,none,neutral,2024-07-01T10:00:00Z
4,,d,Iran,,,,,,,positive,,,,,soon
5,,D,Iran,,Oman,none,,,,,,,favor,,2024-07
`
	rows, info := readLabelledRows(t, &LabelledFiles{By: "month"}, file)
	want := []string{
		"0 Iran>Oman favor/positive 0.750 2024-06 false",
		"0 (author)>Oman against/negative -0.600  true",
		"1 (unknown)>Oman none/neutral 0.000 2024-07 false",
		"2 Iran> /positive  true",
		"2 Iran>Oman none/ 2024-07 false", // the same folded text
	}
	if !slices.Equal(rows, want) {
		t.Errorf("got %q, want %q", rows, want)
	}
	if want := []string{`f0.csv:5: date "soon" does not name its month; write it as 2024-06-19 (1 row)`}; !slices.Equal(info.Notices, want) {
		t.Errorf("notices %q, want %q", info.Notices, want)
	}
	l := &LabelledFiles{Gold: true}
	rows, _ = readLabelledRows(t, l, file)
	want = []string{"0 Iran>Oman against/negative", "0 (author)>Oman /", "1 (unknown)>Oman none/neutral", "2 Iran> /", "2 Iran>Oman favor/"}
	if !slices.Equal(rows, want) {
		t.Errorf("gold: got %q, want %q", rows, want)
	}
	if got := l.GroupedBy(); got != "doc_id, else identical text" {
		t.Errorf("grouped by %q", got)
	}
}

func TestLabelledFilesShareArticles(t *testing.T) {
	const head = "doc_id,source,target,stance,month\n"
	l := &LabelledFiles{By: "Month"}
	rows, _ := readLabelledRows(t, l, head+"d1,A,B,pro,May\nd2,A,B,con,\n", head+"d2,A,B,none,May\nd2,A,B,none,May\nd3,A,B,,May\n")
	want := []string{"0 A>B favor/ May false", "1 A>B against/ (empty) false", "1 A>B none/ May false", "1 A>B none/ May false", "2 A>B / May false"}
	if !slices.Equal(rows, want) || l.Shared() != 1 || l.GroupedBy() != "doc_id" {
		t.Errorf("got %q, %d shared, by %s; want %q, 1, doc_id", rows, l.Shared(), l.GroupedBy(), want)
	}
	// Without doc_id and text, each row is an article.
	rows, _ = readLabelledRows(t, &LabelledFiles{}, "source,target,stance\nA,B,none\nA,B,none\n")
	if want := []string{"0 A>B none/", "1 A>B none/"}; !slices.Equal(rows, want) {
		t.Errorf("got %q, want %q", rows, want)
	}
}

func TestLabelledFilesAreRefused(t *testing.T) {
	check := func(l LabelledFiles, file, want string) {
		t.Helper()
		_, err := l.Read("f.csv", strings.NewReader(file), func(*LabelledRow) {})
		if !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	check(LabelledFiles{}, "text,target,stance\na,b,none\n", `f.csv:1: no column "source" or "holder" or "speaker" or "source_entity"; columns found: "text", "target", "stance"`)
	check(LabelledFiles{}, "source,target,stance\n", "f.csv: a header, but no rows")
	check(LabelledFiles{}, "source,target,stance\na,b,good\n", `"good" is not a stance label`)
	check(LabelledFiles{SkipBad: true}, "source,target,stance\na,b,good\n", "1 row cannot be used")
	check(LabelledFiles{}, "source,target,stance,p_favor,p_against\na,b,none,2,0\n", `f.csv:2: p_favor "2", p_against "0": not two probabilities`)
	check(LabelledFiles{By: "outlet"}, "source,target,stance,outlets\na,b,none,x\n", `no column "outlet" for --by; columns found: "source", "target", "stance", "outlets"; did you mean "outlets"?`)
	check(LabelledFiles{By: "month"}, "source,target,stance\na,b,none\n", `no column "date" for --by month; columns found: "source", "target", "stance"; give each row its date there`)
	check(LabelledFiles{Gold: true}, "source,target,stance,stance_probability,gold_sentiment\na,b,none,1,\n", `no column holds gold stance; columns found`)
	l := LabelledFiles{SkipBad: true}
	info, err := l.Read("f.csv", strings.NewReader("source,target,stance\na,b,good\na,b,none\n"), func(*LabelledRow) {})
	if err != nil || info.Rows != 2 || len(info.Skipped) != 1 {
		t.Errorf("with SkipBad: %+v, %v", info, err)
	}
}

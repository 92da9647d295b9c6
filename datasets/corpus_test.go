package datasets

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"
)

const smallCorpus = "id,doc_id,text,target,label,outlet\n" +
	"a,1,Oslo backs Rome.,Rome,favour,NTB\n" +
	"b,1,Rome attacks Oslo.,Oslo,against,ANSA\n" +
	"b,2,Rome waits.,Rome,,ANSA\n"

func TestReadCorpusReadsAllThereIs(t *testing.T) {
	c, err := ReadCorpus("c.csv", strings.NewReader(smallCorpus), false)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(smallCorpus))
	if c.Name != "c.csv" || c.SHA256 != hex.EncodeToString(sum[:]) || c.Rows != 3 || len(c.Skipped) != 0 {
		t.Errorf("corpus %+v", c)
	}
	var labels []Label
	for _, e := range c.Examples {
		labels = append(labels, e.Stance)
	}
	if want := []Label{Favor, Against, ""}; !slices.Equal(labels, want) {
		t.Errorf("labels %q", labels)
	}
	want := []string{
		`c.csv:2: stance "favour" read as favor (1 row)`,
		"c.csv: 1 row with the id of an earlier row; predictions cannot be joined by id",
	}
	if !slices.Equal(c.Notices, want) {
		t.Errorf("notices %q, want %q", c.Notices, want)
	}
}

func TestColumnOfCorpusByAnyName(t *testing.T) {
	c, err := ReadCorpus("c.csv", strings.NewReader(smallCorpus), false)
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, want ...string) {
		t.Helper()
		got, ok := c.Column(name)
		if !slices.Equal(got, want) || ok != (want != nil) {
			t.Errorf("Column(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
	check("Outlet", "NTB", "ANSA", "ANSA")
	check("outlet", "NTB", "ANSA", "ANSA")
	check("label", "favour", "against", "")
	check("stance", "favour", "against", "")
	check("Doc_ID", "1", "1", "2")
	check("doc id", "1", "1", "2")
	check("OUT-LET", "NTB", "ANSA", "ANSA")
	check("date")
}

func TestCorpusWithBadRowsIsRefusedOrSkipsThem(t *testing.T) {
	in := "text,stance\ngood,favor\n" + strings.Repeat("bad,maybe\n", 11) + "ragged\n"
	maybe := `"maybe" is not a stance label; use favor, against or none, or leave the cell empty`
	_, err := ReadCorpus("c.csv", strings.NewReader(in), false)
	wantError(t, err, `c.csv: 12 rows cannot be used
c.csv:3: `+maybe+`
c.csv:4: `+maybe+`
c.csv:5: `+maybe+`
c.csv:6: `+maybe+`
c.csv:7: `+maybe+`
c.csv:8: `+maybe+`
c.csv:9: `+maybe+`
c.csv:10: `+maybe+`
c.csv:11: `+maybe+`
c.csv:12: `+maybe+`
... and 2 more
correct them, or leave them out with --skip-bad`)

	c, err := ReadCorpus("c.csv", strings.NewReader(in), true)
	if err != nil || len(c.Examples) != 1 || len(c.Cells) != 1 || len(c.Skipped) != 12 || c.Rows != 13 {
		t.Fatalf("corpus %+v, %v", c, err)
	}
	last := `c.csv:14: 1 cell, the header has 2 - an unquoted comma or quote? row starts: "ragged"; quote the cell`
	if got := c.Skipped[11]; got.Error() != last {
		t.Errorf("last skipped row: %v\nwant: %s", got, last)
	}
}

func TestReadCorpusRefuses(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		for _, skipBad := range []bool{false, true} {
			_, err := ReadCorpus("c.csv", strings.NewReader(in), skipBad)
			wantError(t, err, want)
		}
	}
	check("text,stance\n,,\n", "c.csv: a header, but no rows; add one row a statement")
	check("text,stance\na,x\n", "c.csv: 1 row cannot be used\nc.csv:2: \"x\" is not a stance label; use favor, against or none, or leave the cell empty\ncorrect them, or leave them out with --skip-bad")
	check("texts,target\n", `c.csv:1: no column "text" or "sentence" or "statement" or "body"; columns found: "texts", "target"; did you mean "texts"? rename it to text
c.csv:1: no column "stance" or "label" or "stance_label" or "sentiment" or "tone" or "polarity" or "sentiment_label"; columns found: "texts", "target"; rename the column that holds it to stance or sentiment`)
	check("text,stance\na,favor\n\"b\" c,favor\n", "c.csv:3: the row that begins here has a quote that is never closed, or closed too early; double every quote inside a cell")
}

func TestSkippedRowsAreRowErrors(t *testing.T) {
	c, err := ReadCorpus("c.csv", strings.NewReader("text,stance\na,favor\nb,?\n"), true)
	if err != nil {
		t.Fatal(err)
	}
	var bad *RowError
	if len(c.Skipped) != 1 || !errors.As(c.Skipped[0], &bad) || bad.Line != 3 || bad.File != "c.csv" {
		t.Errorf("skipped %v", c.Skipped)
	}
}

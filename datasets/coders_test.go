package datasets

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func coderFile(t *testing.T, name, content string) *Corpus {
	t.Helper()
	c, err := ReadCoderRows(name, strings.NewReader(content), false)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shown prints codings as "id target: stances | sentiments".
func shown(c *Codings) []string {
	var rows []string
	for i := range c.Examples {
		e := &c.Examples[i]
		rows = append(rows, fmt.Sprintf("%s %s%s: %q %q", e.ID, e.Article, e.Target, c.Labels(i, Stance), c.Labels(i, Sentiment)))
	}
	return rows
}

func TestCodersAreJoinedByID(t *testing.T) {
	anna := coderFile(t, "anna.csv", "id,text,target,stance\n1,One.,A,favor\n2,Two.,B,none\n3,Three.,,\n")
	ben := coderFile(t, "ben.csv", "ID,doc_id,Sentence,Stance,Sentiment\n4,d4,Four.,con,neg\n2,d2,TWO.,pro,pos\n")
	c, err := JoinCoders([]string{"anna", "ben"}, []*Corpus{anna, ben})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`1 A: ["favor" ""] ["" ""]`,
		`2 d2B: ["none" "favor"] ["" "positive"]`,
		`3 : ["" ""] ["" ""]`,
		`4 d4: ["" "against"] ["" "negative"]`,
	}
	if got := shown(c); !slices.Equal(got, want) {
		t.Errorf("joined\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !c.Has(Stance) || !c.Has(Sentiment) {
		t.Error("labels are there, but Has does not see them")
	}
}

func TestCodersInRowsAndInColumnsAreRead(t *testing.T) {
	rows := coderFile(t, "rows.csv", "id,Who,text,stance\n1, ben,One.,favor\n1,anna,One.,none\n2,anna,Two.,against\n")
	if len(rows.Notices) > 0 {
		t.Errorf("notices %q of ids that stand in several rows", rows.Notices)
	}
	c, err := CoderRows(rows, "who")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := shown(c), []string{`1 : ["favor" "none"] ["" ""]`, `2 : ["" "against"] ["" ""]`}; !slices.Equal(got, want) || !slices.Equal(c.Coders, []string{"ben", "anna"}) {
		t.Errorf("rows of %q: %q, want %q", c.Coders, got, want)
	}
	columns := coderFile(t, "columns.csv", "id,text,Stance Coder anna,stance-coder-ben,sentiment_1,sentiment_coder2\n1,One.,favor,pro,,pos\n")
	if c, err = CoderColumns(columns); err != nil {
		t.Fatal(err)
	}
	if got, want := shown(c), []string{`1 : ["favor" "favor" "" ""] ["" "" "" "positive"]`}; !slices.Equal(got, want) || !slices.Equal(c.Coders, []string{"anna", "ben", "coder1", "coder2"}) {
		t.Errorf("columns of %q: %q, want %q", c.Coders, got, want)
	}
}

func TestCoderColumnsAreKnownByName(t *testing.T) {
	check := func(header string, want ...string) {
		t.Helper()
		var got []string
		for _, name := range coderNames(Stance, strings.Split(header, ",")) {
			if name != "" {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("coders of %q are %q, want %q", header, got, want)
		}
	}
	check("stance,stance_coder1,stance_coder2", "coder1", "coder2")
	check("stance_1,text,stance_2,stance_3", "coder1", "coder2", "coder3")
	check("Stance Coder 1,STANCE-CODER-Ben Ali", "coder1", "Ben Ali")
	check("stance1,stance2", "coder1", "coder2")
	check("stance_coder_ä,stance_coder_1", "ä", "coder1")
	check("stance_coder1")                     // one coder has nobody to agree with
	check("stance_2023,stance_2024")           // years
	check("stance,stance_probability,p_favor") // what labelling writes
	check("sentiment_coder1,sentiment_coder2") // of the other task
	check("stance_coder,stance_coders,gold_stance_1,stance_id")
}

func TestCodersThatCannotBeJoinedAreRefused(t *testing.T) {
	const head = "id,text,target,stance\n"
	file := func(name, rows string) *Corpus { return coderFile(t, name, head+rows) }
	join := func(files ...*Corpus) error {
		_, err := JoinCoders([]string{"anna", "ben"}[:len(files)], files)
		return err
	}
	check := func(err error, want string) {
		t.Helper()
		if err == nil || err.Error() != want || !errors.Is(err, ErrRefused) {
			t.Errorf("error %v, want a refusal: %s", err, want)
		}
	}
	one := file("a.csv", "1,One.,A,favor\n2,Two.,B,none\n")
	check(join(one, file("b.csv", "1,One.,A,favor\n2,Two.,B,none\n1,One.,A,none\n1,One.,A,none\n")),
		`b.csv: 2 rows with the id of an earlier row, the first "1" in rows 1 and 3; keep one row an id, or name the column of coders with --coder`)
	check(join(one, file("b.csv", "1,Other.,A,favor\n2,Two.,C,none\n")),
		`b.csv: 2 rows whose id stands beside another text or target earlier, the first "1"; give one statement one id, and each another`)
	rows := func(content, column string) error {
		_, err := CoderRows(coderFile(t, "r.csv", content), column)
		return err
	}
	check(rows("id,text,stance,coder\n1,One.,favor,anna\n", "who"), `r.csv: no column "who" for --coder; columns found: "id", "text", "stance", "coder"`)
	check(rows("text,stance,coder\nOne.,favor,anna\n", "coder"), "r.csv: no column id; give the rows of one statement one id, whoever coded it")
	check(rows("id,text,stance,coder\n1,One.,favor,anna\n1,One.,none, \n", "coder"),
		`r.csv: 1 row without a coder in column "coder"; fill the cells or delete the rows`)
	check(rows("id,text,stance,coder\n1,One.,favor,anna\n1,One.,none,anna \n", "coder"),
		`r.csv: 1 row with the id and coder of an earlier row, the first "1 by anna" in rows 1 and 2; keep one row an id and coder`)
	columns := func(content string) error {
		_, err := CoderColumns(coderFile(t, "c.csv", content))
		return err
	}
	check(columns("id,text,stance_1,stance_2\n1,One.,favor,none\n2,Two.,favor,maybe\n"),
		`c.csv: column "stance_2", row 2: "maybe" is not a stance label; correct it, or rename the column if it is not a coder's`)
	check(columns("id,text,stance_1,stance_coder1\n1,One.,favor,none\n"), "c.csv: two columns of stance labels by coder1; rename one of them")
}

func TestGoldIsStillNeededToTrain(t *testing.T) {
	_, err := ReadCorpus("c.csv", strings.NewReader("id,text,stance_coder1,stance_coder2\n1,One.,favor,none\n"), false)
	if !errors.Is(err, ErrRefused) {
		t.Errorf("error %v, want a refusal: labels of coders are not gold", err)
	}
}

package datasets

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func withGold(id string, gold, predicted Label) Predicted {
	return predictedFor(id, Stance, gold, predicted)
}

func TestPairsAreJoinedByID(t *testing.T) {
	a := []Predicted{withGold("x", Favor, None), withGold("y", "", Against), withGold("z", "", None), predictedFor("x", Sentiment, Positive, Neutral)}
	b := []Predicted{withGold("y", None, None), withGold("x", "", Favor), withGold("z", "", None), withGold("spare", "", None)}
	got, err := PairPredictions(a, b, Stance)
	want := []Pair{{Statement{ID: "x"}, Favor, None, Favor}, {Statement{ID: "y"}, None, Against, None}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("pairs %+v, %v\nwant %+v", got, err, want)
	}
}

func TestPairsAreRefusedWithCounts(t *testing.T) {
	check := func(a, b []Predicted, want string) {
		t.Helper()
		_, err := PairPredictions(a, b, Stance)
		wantError(t, err, want)
		if !errors.Is(err, ErrRefused) {
			t.Error("not a refusal")
		}
	}
	x, y, z := withGold("x", Favor, None), withGold("y", None, None), withGold("z", None, None)
	check([]Predicted{x, y, z}, []Predicted{x},
		`datasets: stance: 2 rows of A not predicted by B, the first "y"; predict the same rows with both`)
	check([]Predicted{x, y}, []Predicted{x, z},
		`datasets: stance: 1 row of A not predicted by B, the first "y"; 1 row of B not predicted by A, the first "z"; predict the same rows with both`)
	check([]Predicted{x, y}, []Predicted{withGold("x", Against, None), y},
		`datasets: stance: another gold label in B than in A for 1 row, the first "x"; score both on the same gold file, or name it with --gold`)
}

func TestPairsOfExamplesLackThoseWithoutGold(t *testing.T) {
	ex := []Example{{Statement: Statement{ID: "x"}, Stance: Favor}, {Statement: Statement{ID: "y"}, Sentiment: Neutral}}
	got := Pairs(ex, []Prediction{{Label: None}, {}}, []Prediction{{Label: Favor}, {}}, Stance)
	if want := []Pair{{Statement{ID: "x"}, Favor, None, Favor}}; !reflect.DeepEqual(got, want) {
		t.Errorf("pairs %+v, want %+v", got, want)
	}
}

func TestLocateFindsArticles(t *testing.T) {
	statement := func(id, article string) Example {
		return Example{Statement: Statement{ID: id, Article: article, Text: "Text of " + id}}
	}
	ex := []Example{statement("x", "d1"), statement("y", "d2"), statement("z", "d1")}
	pairs := []Pair{{Statement: Statement{ID: "z"}}, {Statement: Statement{ID: "y"}}, {Statement: Statement{ID: "x"}}}
	groups, how, err := Locate(pairs, ex)
	if err != nil || how != "doc_id" || !reflect.DeepEqual(groups, []int{0, 1, 0}) || pairs[0].Text != "Text of z" {
		t.Errorf("groups %v by %s, %v, pairs %+v", groups, how, err, pairs)
	}
	groups, how, err = Locate(pairs, nil)
	if err != nil || how != ByRow || !reflect.DeepEqual(groups, []int{0, 1, 2}) {
		t.Errorf("without statements: groups %v by %s, %v", groups, how, err)
	}
	_, _, err = Locate(pairs, []Example{statement("x", ""), statement("y", ""), statement("y", "")})
	wantError(t, err, `datasets: of 3 rows predicted, 1 without a statement and 1 with several, the first "z"; give every statement one id`)
}

func TestOtherGoldIsCounted(t *testing.T) {
	ex := []Example{{Statement: Statement{ID: "x"}, Stance: Favor}, {Statement: Statement{ID: "y"}, Stance: None}, {Statement: Statement{ID: "z"}}}
	if n := OtherGold(ex, []Predicted{withGold("x", None, None), withGold("y", "", None), withGold("z", None, None)}, Stance); n != 1 {
		t.Errorf("%d gold labels differ, want 1", n)
	}
}

func TestStatementsAreReadAsWritten(t *testing.T) {
	want := []Example{
		{Statement: Statement{ID: "a", Article: "d1", Source: "Kenya", Target: "Poland", Text: "\"Kenya\", said\nnobody"}},
		{Statement: Statement{ID: "b", Text: "東京"}},
	}
	var b bytes.Buffer
	if err := WriteStatements(&b, want); err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(b.String(), "\n"); first != "id,doc_id,source,target,text" {
		t.Errorf("header %q", first)
	}
	got, err := ReadStatements("s.csv", &b)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, %v\nwant %+v", got, err, want)
	}
	_, err = ReadStatements("s.csv", strings.NewReader("id,body_text\na,b\n"))
	wantError(t, err, `s.csv:1: no column "text" or "sentence" or "statement" or "body"; columns found: "id", "body_text"; rename the column that holds it to text`)
}

func TestOtherStatementsUnderTheSameIDAreRefused(t *testing.T) {
	of := func(id, text, article string) []Example {
		return []Example{{Statement: Statement{ID: id, Text: text, Article: article}}}
	}
	if err := SameStatements(of("a", "x", "d"), of("a", "x", "d")); err != nil {
		t.Error(err)
	}
	if err := SameStatements(of("a", "x", "d"), of("b", "y", "e")); err != nil {
		t.Error(err)
	}
	wantError(t, SameStatements(of("a", "x", ""), of("a", "y", "")),
		`datasets: 1 row with another text under the same id, the first "a"; score both on the same gold file`)
	wantError(t, SameStatements(of("a", "x", ""), of("a", "x", "d")),
		`datasets: 1 row with another doc_id under the same id, the first "a"; name the gold file that is right with --gold`)
}

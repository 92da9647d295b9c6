package datasets

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func predictedFor(id string, t Task, gold, label Label, p ...float64) Predicted {
	return Predicted{ID: id, Task: t.Name, Gold: gold, Prediction: Prediction{Label: label, Probabilities: p}}
}

func TestPredictionsAreWrittenAndReadInFullPrecision(t *testing.T) {
	third := 1.0 / 3
	want := []Predicted{
		predictedFor("a", Stance, Favor, Against, third, 1-third, 0),
		predictedFor("a", Sentiment, "", Neutral, 1e-17, 0.1, 0.9),
		predictedFor("b, \"c\"", Stance, None, None),
	}
	var b bytes.Buffer
	if err := WritePredictions(&b, want); err != nil {
		t.Fatal(err)
	}
	file := "id,task,gold,predicted,p_favor,p_against,p_none,p_positive,p_negative,p_neutral\n" +
		"a,stance,favor,against,0.3333333333333333,0.6666666666666667,0,,,\n" +
		"a,sentiment,,neutral,,,,1e-17,0.1,0.9\n" +
		"\"b, \"\"c\"\"\",stance,none,none,,,,,,\n"
	if b.String() != file {
		t.Errorf("written:\n%s\nwant:\n%s", b.String(), file)
	}
	got, err := ReadPredictions("p.csv", &b)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, %v\nwant %+v", got, err, want)
	}
}

func TestOneTaskHasOnlyItsOwnColumns(t *testing.T) {
	var b bytes.Buffer
	if err := WritePredictions(&b, []Predicted{predictedFor("a", Sentiment, "", Positive, 1, 0, 0)}); err != nil {
		t.Fatal(err)
	}
	if want := "id,task,gold,predicted,p_positive,p_negative,p_neutral\na,sentiment,,positive,1,0,0\n"; b.String() != want {
		t.Errorf("written:\n%s\nwant:\n%s", b.String(), want)
	}
	err := WritePredictions(&b, []Predicted{{ID: "a", Task: "mood"}})
	if want := `datasets: prediction a: "mood" is not a task with 0 labels`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestReadPredictionsOfOthers(t *testing.T) {
	check := func(in string, want ...Predicted) {
		t.Helper()
		got, err := ReadPredictions("p.csv", strings.NewReader(in))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: read %+v, %v\nwant %+v", in, got, err, want)
		}
	}
	check("ID;Stance;Sentiment\na;favour;neg\nb;;neutral\nc;-1;\n",
		predictedFor("a", Stance, "", Favor), predictedFor("a", Sentiment, "", Negative),
		predictedFor("b", Sentiment, "", Neutral), predictedFor("c", Stance, "", Against))
	check("id,stance,gold_stance,stance_probability,p_favor,p_against,p_none\na,none,favor,0.625,0.25,0.125,0.625\nb,none,,0.6,,,\n",
		predictedFor("a", Stance, Favor, None, 0.25, 0.125, 0.625), predictedFor("b", Stance, "", None))
	check("id,stance,p_favor,p_against,p_none\na,none,0.25,0.25,0.51\n",
		predictedFor("a", Stance, "", None, 0.25/1.01, 0.25/1.01, 0.51/1.01))
	check("predicted,id,task\npos,a,Sentiment\n", predictedFor("a", Sentiment, "", Positive))
	check("{\"id\":\"a\",\"stance\":\"con\"}\n", predictedFor("a", Stance, "", Against))
	check("id,stance\n")
}

func TestReadPredictionsRefuses(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		_, err := ReadPredictions("p.csv", strings.NewReader(in))
		wantError(t, err, want)
	}
	check("stance\nfavor\n", `p.csv:1: no column "id"; columns found: "stance"; rename the column that holds it to id`)
	check("id,verdict\na,favor\n", `p.csv:1: no column "stance" or "label" or "stance_label" or "sentiment" or "tone" or "polarity" or "sentiment_label" or "task"; columns found: "id", "verdict"; rename the column that holds it to stance or sentiment or task`)
	check("id,task\na,stance\n", `p.csv:1: no column "predicted"; columns found: "id", "task"; rename the column that holds it to predicted`)
	check("id,task,predicted\na,stance,favor\nb,stance,none\na,sentiment,positive\na,stance,favor\nb,stance,none\n",
		`p.csv: 2 rows with the id of an earlier row, the first "a" in lines 2 and 5; keep one row an id`)
	check("id,task,predicted\na,mood,favor\n,stance,favor\nc,stance,\nd,stance,perhaps\n",
		`p.csv: 4 rows cannot be used
p.csv:2: "mood" is not a task; use stance or sentiment
p.csv:3: the id is empty; give every row the id of its gold row
p.csv:4: no label is predicted; fill the cell or delete the row
p.csv:5: "perhaps" is not a stance label; use favor, against or none, or leave the cell empty
correct them`)
	for _, p := range []string{"0.5,0.5,", "0.5,0.5,0.5", "x,0,1", "-0.5,0.5,1", "NaN,0,1", "0,0,0"} {
		check("id,stance,p_favor,p_against,p_none\na,favor,"+p+"\n",
			"p.csv: 1 row cannot be used\np.csv:2: the probabilities of stance are not numbers that sum to 1; correct them, or leave all of them empty\ncorrect them")
	}
}

func TestPredictionsAreJoinedByID(t *testing.T) {
	gold := func(ids ...string) *Corpus {
		c := &Corpus{Name: "gold.csv"}
		for i, id := range ids {
			c.Examples = append(c.Examples, Example{Statement: Statement{ID: id}, Stance: Favor})
			c.Lines = append(c.Lines, 2+i)
		}
		return c
	}
	predictions := []Predicted{predictedFor("b", Stance, "", None), predictedFor("x", Stance, "", None),
		predictedFor("a", Stance, "", Against), predictedFor("c", Sentiment, "", Neutral)}

	c := gold("a", "b", "c")
	c.Examples[2] = Example{Statement: Statement{ID: "c"}, Sentiment: Neutral}
	got, spare, err := c.Join(predictions, Stance)
	if want := []Prediction{{Label: Against}, {Label: None}, {}}; err != nil || spare != 1 || !reflect.DeepEqual(got, want) {
		t.Errorf("joined %+v, %d spare, %v, want %+v and 1", got, spare, err, want)
	}
	_, _, err = gold("a", "c", "d").Join(predictions, Stance)
	wantError(t, err, `gold.csv:3: no stance prediction for 2 of 3 gold rows, the first "c"; predict every row with a stance label, under its id`)
	_, _, err = gold("a", "b", "a").Join(predictions, Stance)
	wantError(t, err, `gold.csv: 1 row with the id of an earlier row, the first "a" in lines 2 and 4; keep one row an id`)
	if !errors.Is(err, ErrRefused) {
		t.Error("not a refusal")
	}
}

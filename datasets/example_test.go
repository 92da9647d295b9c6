package datasets

import (
	"reflect"
	"strings"
	"testing"
)

func TestExampleIsFilledFromItsRow(t *testing.T) {
	r := mustOpen(t, "split,ID,Doc,Statement,Speaker,Entity,target_start,target_end,reported by,label,tone\n"+
		"dev,007-x, a1 ,Oslo thanks Zürich. ,Norway, Zürich ,12,19,NTB,favor,positive\n")
	row, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Example(row)
	want := Example{
		Statement: Statement{ID: "007-x", Article: "a1", Text: "Oslo thanks Zürich. ", Source: "Norway", Target: "Zürich",
			TargetSpan: Span{Start: 12, End: 19}, ReportedBy: "NTB"},
		Stance: Favor, Sentiment: Positive,
	}
	if err != nil || !reflect.DeepEqual(got, want) || got.TargetSpan.Of(got.Text) != "Zürich" {
		t.Errorf("got %+v, %v\nwant %+v", got, err, want)
	}
}

func TestBadOffsetsAreARowErrorAndKeepTheStatement(t *testing.T) {
	check := func(from, to, why string) {
		t.Helper()
		r := mustOpen(t, "id,text,target,target_start,target_end\ni,Zürich is calm,Zürich,"+from+","+to+"\n")
		row, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		s, err := r.Statement(row)
		wantError(t, err, `in.csv:2: target_start "`+from+`", target_end "`+to+`": `+why+"; count bytes of the text from 0, or leave both cells empty")
		if s.ID != "i" || s.Text != "Zürich is calm" || s.Target != "Zürich" || s.Flags != FlagBadRow || s.TargetSpan != (Span{}) {
			t.Errorf("statement %+v", s)
		}
	}
	check("0", "16", "empty or outside the text, which has 15 bytes")
	check("-1", "3", "empty or outside the text, which has 15 bytes")
	check("3", "3", "empty or outside the text, which has 15 bytes")
	check("15", "16", "empty or outside the text, which has 15 bytes")
	check("9", "8", "empty or outside the text, which has 15 bytes")
	check("2", "7", "inside a letter")
	check("0", "2", "inside a letter")
	check("0", "", "not two whole numbers")
	check("", "7", "not two whole numbers")
	check("0.0", "7", "not two whole numbers")
}

func TestGoldWithoutTextIsABadRow(t *testing.T) {
	r := mustOpen(t, "text,target,stance\n \t,b,favor\n")
	row, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	if s, err := r.Statement(row); err != nil || s.Text != " \t" {
		t.Errorf("as a statement: %+v, %v", s, err)
	}
	_, err = r.Example(row)
	wantError(t, err, "in.csv:2: the text is empty; fill the cell or delete the row")
}

func TestMentionsGiveThePlacesOfTheParties(t *testing.T) {
	check := func(text, source, target, start, end string, wantSource, wantTarget string) {
		t.Helper()
		r, err := NewReader("t.csv", strings.NewReader("text,source,target,source_mention,target_mention,target_start,target_end\n"+
			strings.Join([]string{text, "France", "Mali", source, target, start, end}, ",")+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		row, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		s, err := r.Statement(row)
		if err != nil || s.SourceSpan.Of(text) != wantSource || s.TargetSpan.Of(text) != wantTarget {
			t.Errorf("%q: source %q, target %q, error %v; want %q and %q", text, s.SourceSpan.Of(text), s.TargetSpan.Of(text), err, wantSource, wantTarget)
		}
	}
	check("He praised Bamako.", "He", "Bamako", "", "", "He", "Bamako")
	check("Bamako is Bamako.", "", "Bamako", "", "", "", "") // which one is not said
	check("Bamako is Bamako.", "", "Bamako", "10", "16", "", "Bamako")
	check("He praised Bamako.", "She", "Paris", "", "", "", "")
	check("He praised Bamako.", "", "He", "11", "17", "", "Bamako") // offsets know better
}

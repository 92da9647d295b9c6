package datasets

import (
	"slices"
	"strings"
	"testing"
)

func mustOpen(t *testing.T, in string) *Reader {
	t.Helper()
	r, err := NewReader("in.csv", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestColumnIsFoundUnderAnySpellingAndSynonym(t *testing.T) {
	check := func(header, canonical string, want int) {
		t.Helper()
		if got := mustOpen(t, header+"\n").Column(canonical); got != want {
			t.Errorf("Column(%q) of %q = %d, want %d", canonical, header, got, want)
		}
	}
	check("TEXT", "text", 0)
	check("x,Target Start", "target_start", 1)
	check("x,target-end ", "target_end", 1)
	check("targetSTART", "target_start", 0)
	check("Sentence", "text", 0)
	check("statement", "text", 0)
	check("body", "text", 0)
	check("label", "stance", 0)
	check("entity", "target", 0)
	check("Target entity", "target", 0)
	check("holder", "source", 0)
	check("speaker", "source", 0)
	check("article", "doc_id", 0)
	check("Article ID", "doc_id", 0)
	check("doc", "doc_id", 0)
	check("document", "doc_id", 0)
	check("polarity", "sentiment", 0)
	check("sentence,text", "text", 1) // the canonical name wins
	check("label,stance", "stance", 1)
	check("sentence,body,text", "text", 2)
	check("a,b", "text", -1)
	check("label_orig", "stance", -1)
	check("id,no such", "no such", -1)
}

func TestExtraIsWhatLabellingDoesNotWrite(t *testing.T) {
	r := mustOpen(t, "outlet,id,Sentence,body text,target,target_start,split,label,p favor,,flags,excel_guard\n")
	var names []string
	for _, i := range r.Extra() {
		names = append(names, r.Header()[i])
	}
	if want := []string{"outlet", "body text", "target_start", "split", ""}; !slices.Equal(names, want) {
		t.Errorf("extra columns %q, want %q", names, want)
	}
}

func TestNeedNamesColumnsFoundAndTheNearest(t *testing.T) {
	check := func(header, want string, columns ...string) {
		t.Helper()
		wantError(t, mustOpen(t, header+"\n").NeedOne(columns...), want)
	}
	check("txt,target", `in.csv:1: no column "text" or "sentence" or "statement" or "body"; columns found: "txt", "target"; did you mean "txt"? rename it to text`, "text")
	check("setnence", `in.csv:1: no column "text" or "sentence" or "statement" or "body"; columns found: "setnence"; did you mean "setnence"? rename it to text`, "text")
	check("x", `in.csv:1: no column "id"; columns found: "x"; rename the column that holds it to id`, "id")
	check("stanse,tone of voice", `in.csv:1: no column "stance" or "label" or "stance_label" or "sentiment" or "tone" or "polarity" or "sentiment_label"; columns found: "stanse", "tone of voice"; did you mean "stanse"? rename it to stance`, "stance", "sentiment")
	check(strings.Repeat("c,", 22)+"d", `in.csv:1: no column "id"; columns found: "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c" and 3 more; rename the column that holds it to id`, "id")

	if err := mustOpen(t, "text,label\n").Need("text", "stance"); err != nil {
		t.Error(err)
	}
	wantError(t, mustOpen(t, "text\n").Need("text", "id"), `in.csv:1: no column "id"; columns found: "text"; rename the column that holds it to id`)
}

// The distances are those of the worked examples in Navarro (2001), "A guided
// tour to approximate string matching", and of plain counting.
func TestEdits(t *testing.T) {
	check := func(a, b string, want int) {
		t.Helper()
		if got := edits(a, b); got != want {
			t.Errorf("edits(%q, %q) = %d, want %d", a, b, got, want)
		}
		if got := edits(b, a); got != want {
			t.Errorf("edits(%q, %q) = %d, want %d", b, a, got, want)
		}
	}
	check("", "", 0)
	check("", "text", 4)
	check("text", "text", 0)
	check("survey", "surgery", 2)
	check("kitten", "sitting", 3)
	check("traget", "target", 1)
	check("zürich", "zurich", 1)
}

package datasets

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// audited reads files given as text.
func audited(t *testing.T, texts ...string) []*Audited {
	t.Helper()
	var files []*Audited
	for i, s := range texts {
		a, err := ReadAudited(fmt.Sprintf("f%d.csv", i+1), strings.NewReader(s))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, a)
	}
	return files
}

// found returns the concerns as "file:line finding: detail (with)".
func found(i *Inspection) []string {
	var all []string
	for _, f := range i.Findings {
		for _, c := range f.Concerns {
			s := fmt.Sprintf("%s:%d %s", f.File, c.Line, f.Code)
			if c.Detail != "" {
				s += ": " + c.Detail
			}
			if c.With != "" {
				s += " (" + c.With + ")"
			}
			all = append(all, s)
		}
	}
	return all
}

// checkFound compares what is found in files, less the remark that doc_id is absent.
func checkFound(t *testing.T, files []*Audited, want ...string) {
	t.Helper()
	got := slices.DeleteFunc(found(Inspect(files)), func(s string) bool { return strings.Contains(s, " no_doc_id") })
	if !slices.Equal(got, want) {
		t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

const sound = `id,doc_id,text,source,target,stance
1,a,Kenya praised the patient work of Poland.,Kenya,Poland,favor
2,a,Kenya condemned the cruel raid by Poland.,Kenya,Poland,against
3,b,Kenya has a border with Poland.,Kenya,Poland,none
`

func TestSoundFileHasNoFindings(t *testing.T) {
	i := Inspect(audited(t, sound))
	if len(i.Findings) > 0 || i.Refuses() {
		t.Errorf("found %v", found(i))
	}
	want := FileSummary{Name: "f1.csv", SHA256: i.Files[0].SHA256, Rows: 3, Texts: 3, Articles: 2, Median: 7, Longest: 7,
		Labels: []LabelCount{{"stance", Favor, 1, 3}, {"stance", Against, 1, 3}, {"stance", None, 1, 3}}}
	if got := fmt.Sprint(i.Files[0]); got != fmt.Sprint(want) {
		t.Errorf("summary %s, want %v", got, want)
	}
}

// A row leaks with its label if a task that both rows have one of has the same, and none
// another; a label that only one file gives says nothing.
func TestLeakComparesTheTasksThatBothHave(t *testing.T) {
	const text = "Kenya praised the patient work of Poland.,Kenya,Poland,"
	check := func(earlier, later, want string, same, other int) {
		t.Helper()
		const header = "text,source,target,stance,sentiment\n"
		i := Inspect(audited(t, header+text+earlier+"\n", header+text+later+"\n"))
		var got []string
		for _, f := range i.Findings {
			if f.Code == "leak" {
				got = append(got, f.First.Detail)
			}
		}
		if !slices.Equal(got, []string{want}) || i.Leaks[0].Rows.SameLabel != same || i.Leaks[0].Rows.OtherLabel != other || i.Leaks[0].Texts != i.Leaks[0].Rows {
			t.Errorf("%s and %s: %q, %+v; want %s", earlier, later, got, i.Leaks[0], want)
		}
	}
	check("favor,positive", "favor,positive", "same pair and label", 1, 0)
	check("favor,", "favor,positive", "same pair and label", 1, 0)
	check("favor,positive", ",positive", "same pair and label", 1, 0)
	check("favor,positive", "favor,negative", "same pair, another label", 0, 1)
	check("favor,", "against,positive", "same pair, another label", 0, 1)
	check("favor,", ",positive", "same pair, label of another task", 0, 0)
}

func TestWhatTrainRefusesIsAnError(t *testing.T) {
	checkFound(t, audited(t, "text,target,stance,target_start,target_end\nEgypt praised Iran.,Iran,favor,,\nEgypt scolded Iran.,Iran,agaynst,,\n,Iran,favor,,\n"+
		"Egypt praised Iran,and left,Iran,favor,,x\nEgypt praised Iran.,Iran,favor,14,99\nEgypt condemned Iran.,Iran,against,,\nEgypt \xff \u2019 cut Iran.,Iran,none,,\n"),
		`f1.csv:5 bad_row: 6 cells, the header has 5 - an unquoted comma or quote? row starts: "Egypt praised Iran,and left,Iran,favor,,"...`,
		"f1.csv:8 broken_bytes: bytes that are not UTF-8",
		"f1.csv:4 empty_text: the text is empty",
		`f1.csv:6 bad_offsets: target_start "14", target_end "99": empty or outside the text, which has 19 bytes`,
		`f1.csv:3 unknown_label: "agaynst" is not a stance label`,
		"f1.csv:0 imbalance: none: 0 rows of 2")
	checkFound(t, audited(t, "text,target\na b c,d\n"), `f1.csv:1 file: no column "stance" or "label" or "stance_label" or "sentiment" or "tone" or "polarity" or "sentiment_label"; columns found: "text", "target"`)
	checkFound(t, audited(t, "\"text,stance\"\n\"a b c,favor\"\n"), `f1.csv:1 one_column: no column "text" or "sentence" or "statement" or "body"; columns found: "text,stance"`)
	checkFound(t, audited(t, "text,stance\n"), "f1.csv:0 file: a header, but no rows")
	checkFound(t, audited(t, "PK\x03\x04"), "f1.csv:0 file: looks like a workbook or a zip archive, not CSV")
	checkFound(t, audited(t, ""), "f1.csv:0 file: the file is empty")
	checkFound(t, audited(t, "text,stance\nOslo is here.,favor\n"), "f1.csv:0 few_labels: at least two are needed to train",
		"f1.csv:0 imbalance: against: 0 rows of 1", "f1.csv:0 imbalance: none: 0 rows of 1")
	checkFound(t, audited(t, "text,stance\nOslo is here.,favor\n\"a \"b\" c\",against\n"),
		"f1.csv:3 file: the row that begins here has a quote that is never closed, or closed too early",
		"f1.csv:0 imbalance: against: 0 rows of 1", "f1.csv:0 imbalance: none: 0 rows of 1")
}

func TestRepetitionsAreFound(t *testing.T) {
	long := "the minister said on monday that oslo would stand by its neighbors in spring and in winter"
	checkFound(t, audited(t, "id,text,target,stance\n1,He praised Iran.,Iran,favor\n2,HE praised Iran.,Iran,favor\n3,He praised Iran.,Iran,against\n"+
		"4,He praised Iran.,Iraq,none\n5,He praised Iran.,Iran,\n1,"+long+",oslo,none\n7,Now "+long+",oslo,none\n"),
		"f1.csv:4 conflict: stance against, there favor (f1.csv:2)",
		"f1.csv:3 duplicate (f1.csv:2)",
		"f1.csv:8 near_duplicate: resemblance 0.85, containment 0.94 with: "+long+" (f1.csv:7)",
		"f1.csv:7 id_repeated (f1.csv:2)",
		"f1.csv:6 unlabelled")
}

func TestPlacesOfOneTargetAreNoDuplicates(t *testing.T) {
	checkFound(t, audited(t, "text,target,target_start,target_end,sentiment\nHe said he won.,he,0,2,neutral\nHe said he won.,he,8,10,positive\n"+
		"He said he won.,he,8,10,positive\nHe said he won.,he,3,7,negative\n"),
		"f1.csv:4 duplicate (f1.csv:3)",
		`f1.csv:5 offsets_elsewhere: they cover "said", the target is "he"`)
}

func TestLeaksBetweenFilesAreFound(t *testing.T) {
	files := audited(t, sound, "doc_id,text,source,target,stance\n"+
		"b,Kenya mourned with Poland.,Kenya,Poland,favor\n"+
		"c,KENYA has a border with Poland.,Kenya,Poland,none\n"+
		"c,Kenya praised the patient work of Poland.,Kenya,Poland,against\n"+
		"d,Kenya condemned the cruel raid by Poland!,Kenya,Poland,none\n"+
		"d,Kenya condemned the cruel raid by Poland.,Poland,Kenya,none\n",
		"text,source,target,stance\nKenya mourned with Poland.,Kenya,Poland,favor\nNew text about nothing at all.,Kenya,Poland,none\n")
	checkFound(t, files,
		"f2.csv:3 leak: same pair and label (f1.csv:4)",
		"f2.csv:4 leak: same pair, another label (f1.csv:2)",
		"f2.csv:6 leak: another pair (f1.csv:3)",
		"f2.csv:5 near_leak: resemblance 1.00, containment 1.00 with: Kenya condemned the cruel raid by Poland. (f1.csv:3)",
		"f2.csv:2 article_leak: doc_id b (f1.csv:4)",
		"f2.csv:6 near_duplicate: resemblance 1.00, containment 1.00 with: Kenya condemned the cruel raid by Poland! (f2.csv:5)",
		"f3.csv:2 leak: same pair and label (f2.csv:2)",
		"f3.csv:0 imbalance: against: 0 rows of 2")
	i := Inspect(files)
	want := []LeakSummary{
		{"f2.csv", "f1.csv", Leaked{5, 3, 1, 1, 1}, Leaked{5, 3, 1, 1, 1}},
		{"f3.csv", "f1.csv", Leaked{2, 0, 0, 0, 0}, Leaked{2, 0, 0, 0, 0}},
		{"f3.csv", "f2.csv", Leaked{2, 1, 1, 0, 0}, Leaked{2, 1, 1, 0, 0}},
	}
	if !slices.Equal(i.Leaks, want) {
		t.Errorf("leaks %+v\nwant %+v", i.Leaks, want)
	}
}

func TestSplitsThatShareTextsAreFound(t *testing.T) {
	checkFound(t, audited(t, "doc_id,text,target,stance,split\na,Oslo is in Norway.,Oslo,favor,train\na,Rome is in Italy.,Rome,against,test\nb,Oslo is in Norway.,Norway,none,test\n"),
		`f1.csv:3 split_leak: its doc_id is in split "train" and "test" (f1.csv:2)`,
		`f1.csv:4 split_leak: its text is in split "train" and "test" (f1.csv:2)`)
}

func TestDamageIsFound(t *testing.T) {
	cut := strings.Repeat("a ", excelLimit/2) + "b"
	checkFound(t, audited(t, "id,text,target,label,other\n1.5E+17,He praised &quot;Iran&quot;.,Iran,favour,\n3-May,He scolded Irâ€™an.,Iran,con,#REF!\n"+
		"3,<b>He</b> met \uFFFDran.,Iran,neutral,\n4,'=Iran it is now.,Iran,none,########\n5,"+cut+",Iran,none,\n6,Iran!,Iran,none,\n"),
		`f1.csv:3 mojibake: text: "d Irâ€™an." is "d Ir’an."`,
		`f1.csv:4 replacement_character: text: "/b> met �ran."`,
		`f1.csv:2 escapes: text: "sed &quot;Iran&q" is "sed \"Iran\"."`,
		"f1.csv:4 escapes: text: <b>",
		"f1.csv:3 error_cell: other: #REF!",
		"f1.csv:5 error_cell: other: ########",
		"f1.csv:2 scientific_id: id: 1.5E+17",
		"f1.csv:3 date_cell: id: 3-May",
		"f1.csv:6 truncated_cell: text",
		"f1.csv:5 formula_guard: text",
		"f1.csv:7 short_text: 1 word",
		"f1.csv:6 long_text: 16384 words",
		`f1.csv:2 synonym: stance "favour" read as favor`,
		`f1.csv:3 synonym: stance "con" read as against`,
		`f1.csv:4 synonym: stance "neutral" read as none`)
	checkFound(t, audited(t, "text;traget;stance\nCaf\xe9 in Oslo.;Oslo;favor\nRome is here.;Rome;none\n"),
		"f1.csv:0 imbalance: against: 0 rows of 2",
		"f1.csv:0 column: not UTF-8, read as Windows-1252",
		`f1.csv:0 column: "traget" is not read; is it target?`)
}

func TestFixRepairsAndDropsAndNothingElse(t *testing.T) {
	train := "id,text,target,target_start,target_end,stance,note\n1,Itâ€™s Oslo &amp; Rome.,Oslo,12,16,favour,keep Ã©\n2,It’s Oslo & Rome.,Oslo,7,11,favor,\n" +
		"3,Rome is MÃ¼de.,MÃ¼,8,13,con,\n4,It’s Oslo & Rome.,Oslo,7,11,against,\n5,Rome,or not,Rome,,,none,x\n6,Râ€™me is old.,Râ€™me,0,11,agaynst,\n7,R\xff\u2019me.,Rome,,,none,\n"
	test := "id;text;target;stance\n7;it's Oslo & Rome;Oslo;none\n8;A new text on Paris.;Paris;neutral\n"
	files := audited(t, train, test)
	fixed := Fix(files)
	check := func(i int, want string) {
		t.Helper()
		var b bytes.Buffer
		if err := fixed[i].WriteCSV(&b); err != nil || b.String() != want {
			t.Errorf("fixed %s:\n%s\nwant\n%s", fixed[i].Name, b.String(), want)
		}
	}
	one := "id,text,target,target_start,target_end,stance,note\n1,It’s Oslo & Rome.,Oslo,7,11,favor,keep Ã©\n3,Rome is Müde.,Mü,8,11,against,\n" +
		"4,It’s Oslo & Rome.,Oslo,7,11,against,\n6,R’me is old.,R’me,0,6,agaynst,\n"
	two := "id,text,target,stance\n8,A new text on Paris.,Paris,none\n"
	check(0, one)
	check(1, two)
	var log bytes.Buffer
	if err := WriteChanges(&log, fixed); err != nil {
		t.Fatal(err)
	}
	if got, want := fixed[0].Summary(), "4 moved_offsets, 5 repaired, 2 canonical_label, 1 dropped_duplicate, 2 left_out"; got != want {
		t.Errorf("summary %q, want %q", got, want)
	}
	if want := "f2.csv,2,7,dropped_leak,text,it's Oslo & Rome,,f1.csv:2\n"; !strings.Contains(log.String(), want) {
		t.Errorf("the log lacks %q:\n%s", want, log.String())
	}
	fixed = Fix(audited(t, one, two)) // fixed once is fixed
	check(0, one)
	check(1, two)
	if s := fixed[0].Summary(); s != "nothing to fix" {
		t.Errorf("fixed twice: %s", s)
	}
}

func TestFixOfGuardedFileKeepsItsCells(t *testing.T) {
	var b bytes.Buffer
	w := NewWriter(&b, []string{"id", "text", "stance"}, WriterOptions{Excel: true})
	w.Write([]string{"1", "'=Oslo is here", "favor"})
	w.Write([]string{"2", "=Oslo is there", "against"})
	w.Flush()
	fixed := Fix(audited(t, b.String()))
	var out bytes.Buffer
	if err := fixed[0].WriteCSV(&out); err != nil {
		t.Fatal(err)
	}
	a := audited(t, out.String())[0]
	if a.Examples[0].Text != "'=Oslo is here" || a.Examples[1].Text != "=Oslo is there" {
		t.Errorf("texts %q and %q", a.Examples[0].Text, a.Examples[1].Text)
	}
}

package datasets

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

const suiteHeader = "test,kind,text,source,target,expect,text2,source2,target2,expect2\n"

func TestSuiteErrorsNameTheLine(t *testing.T) {
	good := "plain,MFT,{A} praised {B}.,{A},{B},favor,,,,\n"
	check := func(rows, want string) {
		t.Helper()
		_, err := ReadSuite("s.csv", strings.NewReader(suiteHeader+good+rows))
		if err == nil || err.Error() != want {
			t.Errorf("%q:\n got %v\nwant %s", rows, err, want)
		}
	}
	slots := " is none of {A}, {A.name}, {A.adjective}, {A.people}, {A.capital}, or the same of B, C, D"
	check(",MFT,{A} praised {B}.,{A},{B},favor,,,,\n", "s.csv:3: the test has no name")
	check("x,MFT,,{A},{B},favor,,,,\n", "s.csv:3: text and target are needed")
	check("x,MFT,{A} praised {B}.,{A},,favor,,,,\n", "s.csv:3: text and target are needed")
	check("x,MTF,{A} praised {B}.,{A},{B},favor,,,,\n", `s.csv:3: kind "MTF" is none of MFT, INV, DIR`)
	check("x,MFT,{A} praised {B}.,{A},{B},,,,,\n", "s.csv:3: an MFT needs a label in expect")
	check("x,MFT,{A} praised {B}.,{A},{B},favor,{A} blamed {B}.,,,\n",
		"s.csv:3: an MFT has one text, but text2, source2, target2 or expect2 is filled; the kinds with two are INV and DIR")
	check("x,MFT,{A} praised {B}.,{A},{B},favor-,,,,\n", `s.csv:3: expect "favor-" compares with another text; only expect2 can`)
	check("x,MFT,{A} praised {B}.,{A},{B},~0.1,,,,\n", `s.csv:3: expect "~0.1" compares with another text; only expect2 can`)
	check("x,MFT,{A} praised {B}.,{A},{B},happy,,,,\n",
		`s.csv:3: expect: "happy" expects no stance; write favor, against or none, with ! before it for any other, or + or - behind it for more or less probable`)
	check("x,INV,{A} praised {B}.,{A},{B},,,,,\n", "s.csv:3: an INV needs text2 and target2")
	check("x,INV,{A} praised {B}.,{A},{B},,{A} lauded {B}.,{A},{B},favor\n",
		`s.csv:3: expect2 "favor" of an INV: it is the same label that is expected; leave it empty, or write ~0.1 to let no probability move by more`)
	check("x,INV,{A} praised {B}.,{A},{B},,{A} lauded {B}.,{A},{B},~1\n", `s.csv:3: expect2: "~1": a number between 0 and 1 is needed behind ~`)
	check("x,DIR,{A} praised {B}.,{A},{B},favor,{A} lauded {B}.,{A},{B},\n",
		"s.csv:3: a DIR needs text2, target2 and in expect2 a label, such as favor, !favor, favor+ or favor-")
	check("x,MFT,{A} praised {E}.,{A},{A},favor,,,,\n", "s.csv:3: slot {E}"+slots)
	check("x,MFT,{A.flag} praised {B}.,{A},{B},favor,,,,\n", "s.csv:3: slot {A.flag}"+slots)
	check("x,MFT,{A} praised {}.,{A},{A},favor,,,,\n", "s.csv:3: slot {}"+slots)
	check("x,MFT,{A praised {B}.,{B},{B},favor,,,,\n", `s.csv:3: a brace in "{A praised {B}." belongs to no slot`)
	check("x,MFT,A} praised {B}.,{B},{B},favor,,,,\n", `s.csv:3: a brace in "A} praised {B}." belongs to no slot`)
	check("x,MFT,{A} praised {B}.,{A},{C},favor,,,,\n", "s.csv:3: {C} is a source or target, but the text does not name it")
	check("\n"+good, "s.csv:4: the template stands in line 2 already; leave one of them out")
	check("x,MFT,\"broken\n", "s.csv:3: the row that begins here has a quote that is never closed, or closed too early; double every quote inside a cell")
	check("x,MFT,a,b,c,favor,,,,,more\n",
		`s.csv:3: 11 cells, the header has 10 - an unquoted comma or quote? row starts: "x,MFT,a,b,c,favor,,,,,more"; quote the cell`)
}

func TestSuiteWithoutTestsIsRefused(t *testing.T) {
	check := func(file, want string) {
		t.Helper()
		_, err := ReadSuite("s.csv", strings.NewReader(file))
		if err == nil || err.Error() != want {
			t.Errorf("%q:\n got %v\nwant %s", file, err, want)
		}
	}
	check(suiteHeader, "s.csv: a header, but no tests; add one row a template")
	check("test,text,target\nx,y,z\n", `s.csv:1: no column "kind"; columns found: "test", "text", "target"; the header is test,kind,text,source,target,expect`)
	if _, err := ReadSuite("s.csv", strings.NewReader("")); err == nil {
		t.Error("an empty file is no suite")
	}
}

func TestSuiteOfOneTextNeedsNoSecondColumns(t *testing.T) {
	s, err := ReadSuite("s.csv", strings.NewReader("Note;Test;Kind;Text;Source;Target;Expect\r\nmine;x;mft;It thanked {A}.;;{A};Favour\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Template{Test: "x", Kind: MFT, File: "s.csv", Line: 2,
		First: Probe{Text: "It thanked {A}.", Target: "{A}", Expect: Expectation{label: Favor}}}
	if !slices.Equal(s.Templates, []Template{want}) {
		t.Errorf("read %+v", s.Templates)
	}
}

// shipped returns the shipped suite and its cases.
func shipped(t *testing.T) (*Suite, []Case) {
	t.Helper()
	s, err := ShippedSuite()
	if err != nil {
		t.Fatal(err)
	}
	parties, err := BehaviourParties()
	if err != nil {
		t.Fatal(err)
	}
	if len(parties) != 24 {
		t.Errorf("%d parties", len(parties))
	}
	var cases []Case
	for i := range s.Templates {
		cases = append(cases, s.Templates[i].Cases(parties, 1)...)
	}
	return s, cases
}

// The tests that the suite was asked for by name, each in at least three wordings.
func TestShippedSuiteHoldsEveryFamily(t *testing.T) {
	s, cases := shipped(t)
	wordings := make(map[string]map[string]bool)
	for _, b := range s.Templates {
		if wordings[b.Test] == nil {
			wordings[b.Test] = make(map[string]bool)
		}
		wordings[b.Test][b.First.Text] = true
	}
	for _, name := range []string{"negation", "double negation", "direction swap", "passive", "rename party", "alias and demonym",
		"attribution wrapper", "hedge", "so-called", "denied that it supports", "accused X of backing Y",
		"two targets with opposite stance", "reporter who is a party", "support for sanctions on X"} {
		if wordings[name] == nil {
			t.Errorf("no test %q", name)
		}
	}
	for name, texts := range wordings {
		if len(texts) < 3 {
			t.Errorf("test %q has %d wordings", name, len(texts))
		}
	}
	if len(s.Templates) < 40 || len(cases) != 24*len(s.Templates) {
		t.Errorf("%d templates, %d cases", len(s.Templates), len(cases))
	}
}

// badEnglish is what careless filling of slots makes.
var badEnglish = regexp.MustCompile(`[{}]|\bthe the\b|\b[Tt]he (Netherlands|Philippines|United States)'s|\b[Aa] (American|Indian|Iranian|Israeli|Egyptian)\b|\b[Aa]n [^AEIOaeio]|^[a-z]|[.!?] [a-z]|(^|[^Tt]he )\b(Netherlands|Philippines|United States)\b`)

func TestShippedCasesAreFilledAsEnglish(t *testing.T) {
	_, cases := shipped(t)
	check := func(c *Case, p Probe) {
		t.Helper()
		if bad := badEnglish.FindString(p.Text); bad != "" && c.Template.Test != "headline" {
			t.Errorf("line %d: %q in %q", c.Template.Line, bad, p.Text)
		}
		if strings.ContainsAny(p.Source+p.Target, "{}") || p.Source == p.Target {
			t.Errorf("line %d: %q > %q", c.Template.Line, p.Source, p.Target)
		}
	}
	for i := range cases {
		check(&cases[i], cases[i].First)
		if cases[i].Template.Kind != MFT {
			check(&cases[i], cases[i].Second)
		}
	}
}

// Whatever ReadSuite takes is filled without a trace of a slot.
func FuzzReadSuite(f *testing.F) {
	f.Add(suiteHeader + "x,MFT,{A} praised a {B.adjective} {C}’s plan.,{A},{B.name},!favor,,,,\n")
	f.Add(suiteHeader + "x,DIR,“{A}” {B},,{A},favor,{D.people},{D},{D},none-\n")
	f.Add(string(behaviourSuite[:600]))
	f.Fuzz(func(t *testing.T, file string) {
		s, err := ReadSuite("s.csv", strings.NewReader(file))
		if err != nil {
			return
		}
		for i := range s.Templates {
			for _, c := range s.Templates[i].Cases(testParties, 1) {
				if all := c.First.Text + c.First.Source + c.First.Target + c.Second.Text + c.Second.Source + c.Second.Target; strings.ContainsAny(all, "{}") {
					t.Fatalf("%+v is filled as %+v", s.Templates[i], c)
				}
			}
		}
		NewOverlaps(s.Templates).add("s.csv", 1, file)
	})
}

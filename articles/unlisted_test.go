package articles

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"stance/datasets"
)

// unlistedOf returns the parties of the statements that no list has, and "party=words"
// for the words by which the statements name any party, each once, ascending.
func unlistedOf(g *Gazetteer, statements []datasets.Statement) (names, words []string) {
	listed := g.Parties()
	for _, s := range statements {
		for _, m := range s.Mentions {
			if _, ok := slices.BinarySearch(listed, m.Entity); !ok {
				names = append(names, m.Entity)
			}
			words = append(words, m.Entity+"="+m.Of(s.Text))
		}
	}
	slices.Sort(names)
	slices.Sort(words)
	return slices.Compact(names), slices.Compact(words)
}

// The paragraphs and their names are ours, see the head of the file. When they were first
// read, 25 of 26 names found in the first twelve were right and 25 of 27 were found, 21
// of 26 and 21 of 28 in the second; the rules that were missing came after.
func TestUnlistedNamesOfParagraphs(t *testing.T) {
	file, err := os.ReadFile("testdata/unlisted.txt")
	if err != nil {
		t.Fatal(err)
	}
	g := defaultGazetteer(t)
	right, found, gold := 0, 0, 0
	paragraphs := strings.Split(string(file), "\n=== ")[1:]
	for _, p := range paragraphs {
		list, article, _ := strings.Cut(p, "\n")
		names, words := unlistedOf(g, Cut(article, g.WithUnlisted()))
		for _, want := range strings.Split(list, "; ") {
			if strings.Contains(want, "=") && !slices.Contains(words, want) {
				t.Errorf("%q is not found in %.60q", want, article)
			}
			if want == "" || strings.Contains(want, "=") {
				continue
			}
			gold++
			if i := slices.Index(names, want); i >= 0 {
				right, found = right+1, found+1
				names = slices.Delete(names, i, i+1)
			} else {
				t.Logf("missed: %s", want)
			}
		}
		found += len(names)
		for _, n := range names {
			t.Logf("no name: %s", n)
		}
	}
	t.Logf("%d paragraphs: %d of %d names found are right, of %d", len(paragraphs), right, found, gold)
	if len(paragraphs) != 24 || 100*right < 97*found || 100*right < 94*gold {
		t.Errorf("%d of %d names found are right, of %d; precision must be 0.97, recall 0.94", right, found, gold)
	}
}

func TestUnlistedSources(t *testing.T) {
	g := defaultGazetteer(t).WithUnlisted()
	check := func(article string, want ...string) {
		t.Helper()
		if got := briefs(Cut(article, g)); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", article, got, want)
		}
	}
	check(`"China is wrong," said Maria Ruiz, a lawyer. She thanked Poland.`,
		"Maria Ruiz > China quote [Maria Ruiz|China]", "Maria Ruiz > Poland pronoun [She|Poland]")
	check(`Kenya's opposition leader Kamau Njoroge condemned Uganda.`,
		"Kamau Njoroge > Uganda explicit [Kamau Njoroge|Uganda]", " > Kenya narrator [|Kenya]")
	check(`Kenya's interior minister, Joseph Mutai, condemned Uganda. Joseph Mutai left.`,
		"Kenya > Uganda explicit [Kenya|Uganda]", " > Kenya narrator [|Joseph Mutai]")
	check(`Joseph Mutai, the interior minister of Kenya, condemned Uganda.`,
		"Kenya > Uganda explicit [Joseph Mutai|Uganda]")
	check("TOKYO, April 4 - Japan closed a port. Foreign Minister Keiko Morinaga condemned Iran.",
		" > Japan narrator [|Japan]", "Japan > Iran explicit [Keiko Morinaga|Iran]")
	check(`Foreign Minister Keiko Morinaga condemned Iran.`,
		"Keiko Morinaga > Iran explicit [Keiko Morinaga|Iran]")
	check(`The Democratic Unity Platform (DUP) met. The DUP condemned Iran.`,
		" > Democratic Unity Platform narrator [|Democratic Unity Platform]", "Democratic Unity Platform > Iran explicit [DUP|Iran]")
	check(`The Özgür Zebra Kraft (ÖZK) met. The ÖZK condemned Iran.`,
		" > Özgür Zebra Kraft narrator [|Özgür Zebra Kraft]", "Özgür Zebra Kraft > Iran explicit [ÖZK|Iran]")
	check(`The Polish Peasants' Party praised Hungary.`,
		"Polish Peasants' Party > Hungary explicit [Polish Peasants' Party|Hungary]")
	check(`The National Patience Army (ELN) met. It condemned Iran.`,
		" > ELN narrator [|National Patience Army]", "ELN > Iran pronoun [It|Iran]")
	check(`Mr Oduya said Carlos Ruiz blamed Maria Ruiz. Critics of Oduya praised France.`,
		"Oduya > Carlos Ruiz explicit [Oduya|Carlos Ruiz]", "Oduya > Maria Ruiz explicit [Oduya|Maria Ruiz]", "Carlos Ruiz > Maria Ruiz explicit [Carlos Ruiz|Maria Ruiz] by Oduya",
		" > Oduya narrator [|Oduya]", " > France narrator [|France]")
	check("Health Ministry officials met in Santa Clara. Talks Near End As Big Red Bus Leaves Town\n\nBy Helen Marsh\n\nThe bus left.")
}

func TestUnlistedStatementsAreFlagged(t *testing.T) {
	g := defaultGazetteer(t)
	const article = "Lawyer Maria Ruiz condemned Iran. Iran condemned China."
	var flagged []bool
	for _, s := range Cut(article, g.WithUnlisted()) {
		flagged = append(flagged, s.Flags.Has(datasets.FlagUnlisted))
	}
	if want := []bool{true, false}; !slices.Equal(flagged, want) {
		t.Errorf("flagged %v, want %v", flagged, want)
	}
	if got, want := briefs(Cut(article, g)), []string{" > Iran narrator [|Iran]", "Iran > China explicit [Iran|China]"}; !slices.Equal(got, want) {
		t.Errorf("without the option: %q, want %q", got, want)
	}
}

// Two persons of one surname: it stands for the one introduced last, and is doubtful.
func TestUnlistedSurnameOfTwoIsTheLastIntroduced(t *testing.T) {
	g := defaultGazetteer(t).WithUnlisted()
	statements := Cut("Lawyer Maria Ruiz condemned Iran. Lawyer Carlos Ruiz thanked Iran. Ruiz condemned China.", g)
	last := statements[len(statements)-1]
	if last.Source != "Carlos Ruiz" || !last.Flags.Has(datasets.FlagAmbiguous) {
		t.Errorf("%s, flags %s; want Carlos Ruiz, ambiguous", brief(last), last.Flags)
	}
}

func FuzzUnlistedKeepsSpansInsideTheArticle(f *testing.F) {
	file, err := os.ReadFile("testdata/unlisted.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range strings.Split(string(file), "\n=== ") {
		f.Add(p)
	}
	f.Add("and Mr Al-Al of of the (UP) U. S. Senate, the group, A B, and X's Y' Party party")
	g := defaultGazetteer(f).WithUnlisted()
	f.Fuzz(func(t *testing.T, article string) {
		for _, s := range Cut(article, g) {
			if s.Place.Start < 0 || s.Place.End > len(article) || s.Place.Of(article) != s.Text {
				t.Fatalf("place %v is not %q", s.Place, s.Text)
			}
			if s.Target == "" || s.Source == s.Target {
				t.Fatalf("%q toward %q", s.Source, s.Target)
			}
			end := 0
			for _, m := range s.Mentions {
				if m.Start < end || m.End > len(s.Text) || m.Empty() || m.Entity == "" {
					t.Fatalf("mention %+v in %q", m, s.Text)
				}
				end = m.End
			}
		}
	})
}

// A megabyte takes no more than some times what its fourth does, whatever it is made of.
func TestUnlistedTakesLinearTime(t *testing.T) {
	g := defaultGazetteer(t).WithUnlisted()
	for _, piece := range []string{
		"A", "Aa ", "Aa Bb ", "Mr Aa ", "Aa of the Bb ", "said Aa Bb. ", "Lawyer Maria Ruiz said. ", "The Aa Bb Party (DUP) said. ",
		"“Aa Bb” ", "al-Aa ", "Aa's ", "Aa, ", "(DUP) ", "Kenya's minister, Aa Bb, ", "and Aa ",
	} {
		hostile(t, g, piece, func(i int) string { return piece })
	}
	word := func(i int) string {
		return string([]byte{'Z', byte('a' + i%26), byte('a' + i/26%26), byte('a' + i/676%26), byte('a' + i/17576%26)})
	}
	hostile(t, g, "other parties with one acronym", func(i int) string { return "The " + word(i) + " Party (DUP) thanked the DUP. " })
	hostile(t, g, "other persons of one surname", func(i int) string { return "Mr " + word(i) + " Ruiz thanked Ruiz. " })
}

func hostile(t *testing.T, g *Gazetteer, name string, piece func(i int) string) {
	t.Helper()
	var b strings.Builder
	for i, end := 0, maxSentence-1000; b.Len() < 1<<20; i++ {
		if b.WriteString(piece(i)); b.Len() > end {
			b.WriteString("is here.\n\n") // sentences as long as they may be
			end += maxSentence - 1000
		}
	}
	took := func(article string) time.Duration {
		start := time.Now()
		Cut(article, g)
		return time.Since(start)
	}
	quarter, whole := took(b.String()[:1<<18]), took(b.String())
	t.Logf("%q: %v, %v", name, quarter, whole)
	if whole > 16*quarter+2*time.Second {
		t.Errorf("%s: a megabyte takes %v, a quarter of it %v", name, whole, quarter)
	}
}

func BenchmarkCutUnlisted(b *testing.B) {
	file, err := os.ReadFile("testdata/unlisted.txt")
	if err != nil {
		b.Fatal(err)
	}
	for name, g := range map[string]*Gazetteer{"off": defaultGazetteer(b), "on": defaultGazetteer(b).WithUnlisted()} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				Cut(string(file), g)
			}
		})
	}
}

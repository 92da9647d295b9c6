package reports

import (
	_ "embed"
	"html/template"
	"io"
	"strings"

	"stance/datasets"
	"stance/reports/plot"
)

// A Page is reports for a browser: one file with plots and tables, without script and
// without anything from elsewhere. It is readable on a telephone, in the dark and on
// paper.
type Page struct {
	Reports  []*Report  // at least one
	Mistakes []Mistakes // beside Reports, or none
}

// shownMistakes is how many errors of a task the page shows.
const shownMistakes = 25

//go:embed page.html
var pageTemplate string

//go:embed page.css
var pageStyle string

// WriteHTML writes the page. All text from files is escaped by html/template.
func (p *Page) WriteHTML(w io.Writer) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"leans": func(t Table, c int) bool { return t.align(c) == Right },
		"clean": clean,
	}).Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, p.view())
}

// pageView is what the template shows.
type pageView struct {
	Title  string
	Style  template.CSS
	Inputs []Input
	Tasks  []taskView
}

// taskView is what it shows of one report.
type taskView struct {
	*Report
	Name     string
	Tiles    []tile
	Tables   []Table // beside the confusion
	Figures  []figure
	Mistakes []mistakeView
	Wrong    string // how many of how many are shown
}

// A tile is a number that is read first.
type tile struct{ Name, Value, Interval string }

// mistakeView is an error with its text cut where evidence begins and ends.
type mistakeView struct {
	Gold, Predicted, P, Parties, Flags string
	Text                               []segment
}

// A segment is a piece of text; evidence is marked.
type segment struct {
	Words string
	Mark  bool
}

func (p *Page) view() pageView {
	v := pageView{Title: "Evaluation", Style: template.CSS(plot.CSS() + pageStyle), Inputs: p.Reports[0].Inputs}
	if len(v.Inputs) > 0 {
		v.Title = "Evaluation on " + clean(v.Inputs[0].Name)
	}
	for i, r := range p.Reports {
		t := taskView{Report: r, Name: strings.ToUpper(r.Task[:1]) + r.Task[1:], Tiles: r.tiles(), Tables: r.plainTables(), Figures: r.figures(r.Task)}
		for f := range t.Figures {
			t.Figures[f].Table = t.Figures[f].Table.clean()
		}
		if i < len(p.Mistakes) {
			t.addMistakes(p.Mistakes[i])
		}
		v.Tasks = append(v.Tasks, t)
	}
	return v
}

// plainTables are those that stand beside the confusion.
func (r *Report) plainTables() []Table {
	tables := []Table{r.labelTable().clean()}
	if len(r.Baselines) > 0 {
		tables = append(tables, r.baselineTable().clean())
	}
	return tables
}

// tiles are the numbers of all rows.
func (r *Report) tiles() []tile {
	var all []tile
	add := func(name string, e Estimate) {
		all = append(all, tile{name, number(e.Value), e.Interval.String()})
	}
	add(r.HeadlineName, r.Scores.Headline)
	if r.HeadlineName != macroF1 {
		add(macroF1, r.Scores.Macro.F1)
	} else {
		add("macro recall", r.Scores.Macro.Recall)
	}
	add("accuracy", r.Scores.Accuracy)
	add("kappa", r.Scores.Kappa)
	add("MCC", r.Scores.MCC)
	return all
}

func (t *taskView) addMistakes(m Mistakes) {
	for i := range m.Rows[:min(shownMistakes, len(m.Rows))] {
		t.Mistakes = append(t.Mistakes, m.Rows[i].view(m.Task))
	}
	t.Wrong = m.counted(len(t.Mistakes)) + "; all are in errors.csv"
}

func (x *Mistake) view(t datasets.Task) mistakeView {
	v := mistakeView{Gold: string(x.Gold), Predicted: string(x.Prediction.Label), Parties: clean(x.parties()), Flags: x.Flags.String()}
	v.P = x.said(t)
	v.Text = marked(clean(x.Text), x.Evidence)
	return v
}

// marked cuts a text so that the first place of each piece of evidence stands alone.
func marked(text string, evidence []string) []segment {
	segments := []segment{{Words: text}}
	for _, words := range evidence {
		for i, s := range segments {
			before, after, found := strings.Cut(s.Words, words)
			if s.Mark || words == "" || !found {
				continue
			}
			cut := []segment{{Words: before}, {words, true}, {Words: after}}
			segments = append(segments[:i:i], append(cut, segments[i+1:]...)...)
			break
		}
	}
	return segments
}

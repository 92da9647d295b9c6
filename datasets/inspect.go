package datasets

import "stance/internal/text"

// An Inspection is what checking some files found.
type Inspection struct {
	Files    []FileSummary `json:"files"`
	Leaks    []LeakSummary `json:"leaks"`    // of each file but the first
	Findings []Finding     `json:"findings"` // by file, then in the order of the checks
}

// A FileSummary is a file in numbers.
type FileSummary struct {
	Name     string       `json:"name"`
	SHA256   string       `json:"sha256"`
	Rows     int          `json:"rows"`
	Refused  int          `json:"refused"`  // rows that train cannot use
	Texts    int          `json:"texts"`    // different ones when folded
	Articles int          `json:"articles"` // different doc_ids; 0 = none given
	Median   int          `json:"median_words"`
	Longest  int          `json:"most_words"`
	Labels   []LabelCount `json:"labels"` // of the tasks that have any, in reporting order
}

// A LabelCount is how many rows of a file have a label.
type LabelCount struct {
	Task  string `json:"task"`
	Label Label  `json:"label"`
	Rows  int    `json:"rows"`
	Of    int    `json:"of"` // rows with any label of the task
}

// A LeakSummary counts what of a file stands in the files before it.
type LeakSummary struct {
	File  string `json:"file"`
	In    string `json:"in"`
	Rows  Leaked `json:"rows"`
	Texts Leaked `json:"texts"` // different ones when folded
}

// A Leaked counts rows or texts.
type Leaked struct {
	All        int `json:"all"`         // in the file
	Exact      int `json:"exact"`       // stand in the other file
	SameLabel  int `json:"same_label"`  // of them: with the same pair and labels
	OtherLabel int `json:"other_label"` // of them: with the same pair and another label
	Near       int `json:"near"`        // near copies
}

// Inspect checks files for what spoils training and scoring. The first is taken for
// training data, the others for what is scored: each is compared with those before
// it. Whoever has filled in mentions and flags of the examples gets told of targets
// and sources that are not named in the text.
func Inspect(files []*Audited) *Inspection {
	result := &Inspection{Leaks: []LeakSummary{}, Findings: []Finding{}}
	known := matchesOf(files)
	for at, a := range files {
		result.Files = append(result.Files, a.summary())
		for _, c := range checks {
			in := &inspection{Audited: a, files: files, at: at, matches: &known[at]}
			c.find(in)
			if f, ok := in.finding(c); ok {
				result.Findings = append(result.Findings, f)
			}
		}
		result.Leaks = append(result.Leaks, leakSummaries(files, at, &known[at])...)
	}
	return result
}

// Refuses reports whether train would refuse one of the files.
func (r *Inspection) Refuses() bool {
	for _, f := range r.Findings {
		if f.Severity == Refused {
			return true
		}
	}
	return false
}

// summary counts the file.
func (a *Audited) summary() FileSummary {
	s := FileSummary{Name: a.Name, SHA256: a.SHA256, Rows: len(a.Examples), Labels: []LabelCount{}}
	texts, articles := map[string]bool{}, map[string]bool{}
	var words []int
	for i := range a.Examples {
		if !a.good(i) {
			s.Refused++
			continue
		}
		e := &a.Examples[i]
		texts[text.Fold(e.Text)] = true
		if e.Article != "" {
			articles[e.Article] = true
		}
		words = append(words, wordsIn(e.Text))
	}
	s.Texts, s.Articles = len(texts), len(articles)
	s.Median, s.Longest = middle(words)
	for _, t := range Tasks {
		s.Labels = append(s.Labels, a.counts(t)...)
	}
	return s
}

// counts returns the counts of a task's labels; nil where no row has one.
func (a *Audited) counts(t Task) []LabelCount {
	rows, of := make([]int, len(t.Labels)), 0
	for i := range a.Examples {
		if k := t.Index(a.Examples[i].Gold(t)); a.good(i) && k >= 0 {
			rows[k]++
			of++
		}
	}
	if of == 0 {
		return nil
	}
	var counts []LabelCount
	for k, l := range t.Labels {
		counts = append(counts, LabelCount{t.Name, l, rows[k], of})
	}
	return counts
}

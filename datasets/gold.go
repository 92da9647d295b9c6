package datasets

import "fmt"

// Predicted reports whether the column of a task holds predictions: it stands beside
// its probability, as in a file that labelling wrote.
func (r *Reader) Predicted(t Task) bool {
	return r.Column(t.Name) >= 0 && r.Column(t.Name+"_probability") >= 0
}

// goldColumns turns to the columns that hold gold: what a model said must not be
// taken for what a person says. Where a column holds predictions, gold is gold_stance or
// gold_sentiment. Returns a notice for each column that is not what it seems.
func (r *Reader) goldColumns() (notices []string, err error) {
	predicted := ""
	for _, t := range Tasks {
		name, gold := t.Name, r.Column("gold_"+t.Name)
		if r.Column(name) >= 0 && !r.Predicted(t) {
			continue
		}
		if r.Predicted(t) {
			predicted = r.header[r.Column(name)]
			delete(r.columns, name)
			notices = append(notices, fmt.Sprintf("%s: %s holds predictions, because %s_probability stands beside it: not read as gold", r.file, predicted, name))
		}
		if gold >= 0 {
			r.columns[name] = gold
			notices = append(notices, fmt.Sprintf("%s: gold is read from %s", r.file, r.header[gold]))
		}
	}
	r.at = r.columns.places()
	if predicted != "" && r.Column("stance") < 0 && r.Column("sentiment") < 0 {
		return nil, &RowError{File: r.file, Line: r.top, Fatal: true,
			What:   fmt.Sprintf("column %q holds predictions, with their probabilities beside it, and no column holds gold", predicted),
			Remedy: "put labels that a person gave in a column gold_stance or gold_sentiment"}
	}
	return notices, nil
}

package datasets

import "hash/fnv"

// Sources without a name, as they are printed.
const (
	AuthorSource  = "(author)"  // the article's own voice
	UnknownSource = "(unknown)" // somebody, but nobody found out who
)

// EmptyPeriod is the period of a row whose cell of a column is empty.
const EmptyPeriod = "(empty)"

// A LabelledRow is what one row of a labelled file says: who is for or against whom.
type LabelledRow struct {
	Article   int    // its number; rows of one article share it
	Source    string // AuthorSource or UnknownSource without a name
	Target    string
	Stance    Label // "" = not labelled
	Sentiment Label

	Expected    float64 // p_favor - p_against
	HasExpected bool

	Period  string
	Undated bool // its date is missing, or no date: Period means nothing
}

// articleNumbers numbers articles in order of first appearance, over all files. It keeps
// a hash of what tells them apart, so that memory grows by the article and not by
// its texts.
type articleNumbers struct {
	number map[[16]byte]int
	file   []int    // beside the numbers: the last file that it stood in
	name   []string // ... its doc_id; "" if it has none
	marks  []marks  // ... some of its statements

	files  int // files begun
	shared int // articles that stood in a file before
}

// of returns the number of the article that a key stands for.
func (a *articleNumbers) of(kind, key string) int {
	h := fnv.New128a()
	h.Write([]byte(kind))
	h.Write([]byte(key))
	var sum [16]byte
	h.Sum(sum[:0])
	n, known := a.number[sum]
	switch {
	case !known:
		n = len(a.file)
		if a.number == nil {
			a.number = make(map[[16]byte]int)
		}
		a.number[sum] = n
		a.file = append(a.file, a.files)
		a.name, a.marks = append(a.name, ""), append(a.marks, nil)
	case a.file[n] != a.files:
		a.file[n] = a.files
		a.shared++
	}
	return n
}

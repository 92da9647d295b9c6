package features

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stance/internal/text"
)

// The cells of a row of a directed lexicon, in the order of its columns.
const (
	entryCell = iota
	posCell
	polarityCell
	slotCell
	shiftCell
	classCell
	writerAgentCell
	writerPatientCell
	effectCell
	synonymCell
	glossCell
	lexiconCells
)

// What the cells may hold.
var (
	lexiconColumns = [lexiconCells]string{"entry", "pos", "polarity", "slot", "shift", "class", "writer_agent", "writer_patient", "effect", "synonym", "gloss"}
	lexiconNeeded  = []int{entryCell, posCell, polarityCell, slotCell}

	partsOfSpeech = []string{"verb", "noun", "adjective", "adverb", "phrase"}
	slotNames     = []string{slotObject: "object", slotOwner: "owner", slotModified: "modified", slotSubject: "subject"}
	prepositions  = []string{"of", "for", "against", "on", "with", "to", "toward", "towards", "at", "in", "about", "over", "from",
		"by", "between", "upon", "behind", "into", "under", "around", "among", "before", "within", "after", "regarding", "like", "than"}
	eventClasses = []string{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
		"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "INVESTIGATE", "DESCRIBE", "SPEECH", "SHIFT"}
)

// LexiconColumns returns the header of a directed lexicon.
func LexiconColumns() []string { return slices.Clone(lexiconColumns[:]) }

// LexiconClasses returns the classes of events.
func LexiconClasses() []string { return slices.Clone(eventClasses) }

// LexiconSlots returns where the party can stand that an entry is about.
func LexiconSlots() []string { return slices.Concat(slotNames, prepositions) }

// PartsOfSpeech returns the parts of speech of a directed lexicon.
func PartsOfSpeech() []string { return slices.Clone(partsOfSpeech) }

// A LexiconRow is a row of a directed lexicon: what a word or phrase shows toward the
// party in one place.
type LexiconRow struct {
	cells [lexiconCells]string
	file  string
	line  int
}

// newLexiconRow returns the row of the given cells, which it brings into our form: case,
// curly apostrophes, line breaks and a plus sign do not matter.
func newLexiconRow(cells [lexiconCells]string) LexiconRow {
	for i := range cells {
		cells[i] = strings.Join(strings.Fields(cells[i]), " ")
	}
	for _, i := range []int{entryCell, posCell, slotCell, shiftCell, synonymCell} {
		cells[i] = text.Fold(cells[i])
	}
	for _, i := range []int{polarityCell, writerAgentCell, writerPatientCell, effectCell} {
		cells[i] = strings.TrimPrefix(strings.Replace(cells[i], "\u2212", "-", 1), "+")
	}
	cells[classCell] = strings.ToUpper(cells[classCell])
	return LexiconRow{cells: cells}
}

// Cells returns the cells in the order of the columns.
func (r *LexiconRow) Cells() []string { return slices.Clone(r.cells[:]) }

// Entry returns the word or words.
func (r *LexiconRow) Entry() string { return r.cells[entryCell] }

// PartOfSpeech returns verb, noun, adjective, adverb or phrase.
func (r *LexiconRow) PartOfSpeech() string { return r.cells[posCell] }

// Slot returns where the party stands that the row is about.
func (r *LexiconRow) Slot() string { return r.cells[slotCell] }

// Class returns the class of the event, which may be empty.
func (r *LexiconRow) Class() string { return r.cells[classCell] }

// Synonym returns another entry that says nearly the same, which may be empty.
func (r *LexiconRow) Synonym() string { return r.cells[synonymCell] }

// Gloss returns which sense is meant.
func (r *LexiconRow) Gloss() string { return r.cells[glossCell] }

// Polarity returns -3 to 3.
func (r *LexiconRow) Polarity() int { return r.number(polarityCell) }

// Connotation returns what the writer who uses the entry shows toward its agent and its
// patient, and what befalls the patient: -3 to 3 each.
func (r *LexiconRow) Connotation() (agent, patient, effect int) {
	return r.number(writerAgentCell), r.number(writerPatientCell), r.number(effectCell)
}

// connotes reports whether the row has a connotation.
func (r *LexiconRow) connotes() bool {
	agent, patient, effect := r.Connotation()
	return agent != 0 || patient != 0 || effect != 0
}

// number returns the number in a cell, 0 where it is empty.
func (r *LexiconRow) number(cell int) int {
	p, _ := strconv.Atoi(r.cells[cell])
	return p
}

// Shift returns what the entry does to what it governs: "reverse", "cancel" or nothing.
func (r *LexiconRow) Shift() string { return r.cells[shiftCell] }

// Place returns where the row stands: "predicates.csv:12".
func (r *LexiconRow) Place() string { return fmt.Sprintf("%s:%d", r.file, r.line) }

// key is the same for rows of which one replaces the other.
func (r *LexiconRow) key() [3]string {
	return [3]string{r.cells[entryCell], r.cells[posCell], r.cells[slotCell]}
}

// errorf returns an error about the row.
func (r *LexiconRow) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %w", r.Place(), fmt.Errorf(format, args...))
}

// validate returns an error for a row that cannot be used.
func (r *LexiconRow) validate() error {
	switch {
	case r.Entry() == "":
		return r.errorf("the entry is empty; write the word or words, or delete the row")
	case len(text.AppendTokens(nil, r.Entry())) == 0 || !hasLetter(r.Entry()):
		return r.errorf("entry %q has no word; write the word or words, or delete the row", r.Entry())
	case !isStrength(r.cells[polarityCell]):
		return r.errorf("%s: polarity %q is no whole number from -3 to 3; write one, 0 for none", r.Entry(), r.cells[polarityCell])
	case !slices.Contains(partsOfSpeech, r.PartOfSpeech()):
		return r.errorf("%s: unknown pos %q; use one of %s", r.Entry(), r.PartOfSpeech(), strings.Join(partsOfSpeech, ", "))
	case !slices.Contains(LexiconSlots(), r.Slot()):
		return r.errorf("%s: unknown slot %q; use one of %s, or a preposition: %s", r.Entry(), r.Slot(), strings.Join(slotNames, ", "), strings.Join(prepositions, ", "))
	case !slices.Contains(shiftNames, r.cells[shiftCell]):
		return r.errorf("%s: unknown shift %q; write %s where the entry turns what it governs, %s where it undoes it, else nothing",
			r.Entry(), r.cells[shiftCell], shiftNames[reverses], shiftNames[cancels])
	case r.Class() != "" && !slices.Contains(eventClasses, r.Class()):
		return r.errorf("%s: unknown class %q; use one of %s, or nothing", r.Entry(), r.Class(), strings.Join(eventClasses, ", "))
	}
	for _, cell := range []int{writerAgentCell, writerPatientCell, effectCell} {
		if v := r.cells[cell]; v != "" && !isStrength(v) {
			return r.errorf("%s: %s %q is no whole number from -3 to 3; write one, or nothing", r.Entry(), lexiconColumns[cell], v)
		}
	}
	return nil
}

// isStrength reports whether a cell is a whole number from -3 to 3.
func isStrength(cell string) bool {
	p, err := strconv.Atoi(cell)
	return err == nil && -3 <= p && p <= 3
}
